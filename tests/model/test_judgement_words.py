"""Judgements and corrected values in words."""

from __future__ import annotations

import pytest

from dateline.model.judgement import Judgement, Subject
from dateline.model.judgement_words import sentence, value_in_words
from tests.corrected_values import VALUES


@pytest.mark.parametrize(("value", "said"), VALUES)
def test_values_in_words(value: object, said: str) -> None:
    assert value_in_words(value) == said


def test_claims_of_several_articles_are_said_to_be() -> None:
    subjects = tuple(Subject(f"c{n}", f"a{n}", "news", 0, 4, "ASSAULT") for n in range(2))
    assert sentence(Judgement(1, "same", subjects, "Ada", "")) == "2 claims of 2 articles tell of one incident"
