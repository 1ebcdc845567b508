"""Counts in how many of our own articles each word stands: what tells common words from rare ones.

    python training/words.py        # writes src/dateline/lexicon/common_words.yaml

A word in fewer than `FEW` articles is left out: it counts as rare, like all that no article has. The others stand by
their rarity, in steps of a tenth between a word of every article (0) and one of a single article (1).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import yaml

from dateline.text.words import words

ROOT: Final = Path(__file__).parents[1]
ARTICLES: Final = ROOT / "training" / "articles"
OUT: Final = ROOT / "src" / "dateline" / "lexicon" / "common_words.yaml"
FEW: Final = 3
STEPS: Final = 10
WIDTH: Final = 118
HEAD: Final = """\
# Words that much of the news has, by how rare they are among our own {count} articles (training/articles); made by
# training/words.py. Stems as in text/words.py. Steps of a tenth, from words of every article (0) to those of a few (9);
# what does not stand here is rarer still and counts full.
"""


def main() -> None:
    """Writes the file."""
    texts = list(own_texts(ARTICLES))
    OUT.write_text(HEAD.format(count=len(texts)) + "\n".join(_lines(steps(texts))) + "\n", encoding="utf-8")


def own_texts(folder: Path) -> Iterable[str]:
    """The texts of our own articles, without their claims."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    for path in sorted(folder.glob("*.yaml")):
        for article in yaml.load(path.read_text(encoding="utf-8"), Loader=loader):  # noqa: S506 (words only)
            yield article["text"]


def steps(texts: Iterable[str]) -> dict[int, list[str]]:
    """The stems that stand in `FEW` texts or more, in the order of the alphabet, by the step of their rarity."""
    known = list(texts)
    counts = Counter(stem for text in known for stem in {word.stem for word in words(text) if not word.number})
    out: dict[int, list[str]] = defaultdict(list)
    for stem, count in sorted(counts.items()):
        if count >= FEW:
            out[round(STEPS * rarity(count, len(known)))].append(stem)
    return dict(sorted(out.items()))


def rarity(count: int, of: int) -> float:
    """0 for a word of all articles, 1 for a word of one."""
    return math.log((of + 1) / (count + 1)) / math.log((of + 1) / 2)


def _lines(found: dict[int, list[str]]) -> Iterable[str]:
    for step, stems in found.items():
        yield f"{step}:"
        line = " "
        for stem in stems:
            if len(line) + len(stem) + 1 > WIDTH:
                yield line
                line = " "
            line += f" {stem}"
        yield line


if __name__ == "__main__":
    main()
