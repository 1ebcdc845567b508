"""A claim that is given instead of found: its event and the words that name it, so that only the rest is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Given:
    """An event of type `event`, named by the words `span`, with its labels as coded by hand.

    `event` is "" where the type is left open: the encoder then says what belongs to the words whatever they name.
    """

    span: Span
    event: str = ""
    mode: str | None = None
    aux: str | None = None
    hedge: str | None = None


GivenByArticle = Mapping[str, Sequence[Given]]  # by the article's name
