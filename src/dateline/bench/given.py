"""The events of gold as they are given to the pipeline, to measure what belongs to them apart from finding them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.model.given import Given, GivenByArticle
from dateline.model.span import Span


def given_of(gold: Sequence[dict[str, Any]]) -> GivenByArticle:
    """Each article's events by its id: type, words and labels of its claims, nothing else."""
    return {str(article["id"]): [_event(claim) for claim in article["claims"]] for article in gold}


def _event(claim: dict[str, Any]) -> Given:
    words = Span(claim["trigger"]["start"], claim["trigger"]["end"])
    return Given(words, claim["event"], claim.get("mode"), claim.get("aux"), claim.get("hedge"))
