"""How rare words are."""

from __future__ import annotations

import pytest

from dateline.lexicon.common_words import rarity
from dateline.text.words import stem_of

ORDER = [("the", "said"), ("said", "soldiers"), ("soldiers", "hospital"), ("hospital", "zamboni")]


@pytest.mark.parametrize(("common", "rare"), ORDER)
def test_common_words_are_less_rare(common: str, rare: str) -> None:
    assert rarity(stem_of(common)) < rarity(stem_of(rare))


def test_what_no_article_has_is_as_rare_as_can_be() -> None:
    assert rarity("qarra") == 1
    assert rarity("the") == 0


def test_words_that_yaml_takes_for_something_else_are_words() -> None:
    assert rarity("no") < 1
    assert rarity("on") < 1
