"""Golden articles, read by the rules: no claim lost or gained, each field as saved. A change is meant: ``resave.py``.

The encoder is left out: another processor rounds otherwise, and what hangs on a threshold must not fail a test.
"""

from __future__ import annotations

import pytest

from dateline.annotate.parser import Parser
from tests.extract.steps import pipeline_of
from tests.golden import cases
from tests.golden.cases import FIELDS, Short, title

Found = dict[str, dict[str, Short]]


@pytest.fixture(scope="session")
def found(parser: Parser) -> Found:
    """The claims that each case gives today, by their titles."""
    pipeline = pipeline_of(parser)
    read = {name: cases.short(pipeline.read_one(cases.article(name))) for name in cases.names()}
    return {name: {title(claim): claim for claim in claims} for name, claims in read.items()}


@pytest.mark.parametrize("name", cases.names())
def test_no_claim_is_lost_and_none_is_gained(found: Found, name: str) -> None:
    saved = [title(claim) for claim in cases.expected(name)]
    lost = [one for one in saved if one not in found[name]]
    gained = [one for one in found[name] if one not in saved]
    assert (lost, gained) == ([], []), "Meant? Run: python tests/golden/resave.py"


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("name", cases.names())
def test_claims_keep_their_values(found: Found, name: str, field: str) -> None:
    both = [(title(one), one) for one in cases.expected(name) if title(one) in found[name]]
    today = {key: found[name][key][field] for key, _ in both}
    assert today == {key: saved[field] for key, saved in both}, "Meant? Run: python tests/golden/resave.py"


@pytest.mark.parametrize("name", cases.names())
def test_articles_are_short_and_have_claims(name: str) -> None:
    assert 120 <= len(cases.article(name).text.split()) <= 250
    assert len(cases.expected(name)) >= 5
