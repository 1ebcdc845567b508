"""How rare a word is in the news. Data: `common_words.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from dateline.lexicon.load import load

_STEPS: Final = 10


def rarity(stem: str) -> float:
    """From 0 for a word of every article to 1 for one that hardly any has; `stem` as `text.words.stem_of` gives it."""
    return _rarities().get(stem, 1.0)


@cache
def _rarities() -> Mapping[str, float]:
    raw: dict[int, Any] = load("common_words")
    return MappingProxyType({stem: step / _STEPS for step, stems in raw.items() for stem in str(stems).split()})
