"""Country and sector of the actors, recipients and sources whose words gold has as well.

    python bench/actors.py GOLD [READ]

GOLD holds articles with claims coded by hand, READ what `dateline bench GOLD --save READ` kept (left out: the articles
are read anew). An argument is looked at where gold has one that shares at least half of the characters of the shorter;
the claims that they stand in need not agree. Each place in the text counts once. For country and for sector it prints
over how many words gold gives one, how many of them are the same, other, or none with us, and how often we give one
where gold has none. Gold leaves out many countries and sectors that a reader could tell, so the last is no error count.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dateline.bench.agreement import paired, same_words
from dateline.cli.bench_files import load_gold
from dateline.cli.main import run

Json = dict[str, Any]
PARTS: Final = ("actors", "recipients", "sources")
ASKED: Final = ("country", "sector")


@dataclass(slots=True)
class Answers:
    """How often our value is `same` as gold's, `other`, `none` where gold has one, and `extra` where gold has none."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: Counter[tuple[str, str | None]] = field(default_factory=Counter)

    def add(self, gold: str | None, ours: str | None) -> None:
        """Count one pair of values."""
        if gold is None:
            self.counts["extra"] += ours is not None
            return
        self.counts["same" if ours == gold else "other" if ours else "none"] += 1
        self.wrong[gold, ours] += ours != gold

    @property
    def total(self) -> int:
        """How many values gold has."""
        return sum(self.counts[name] for name in ("same", "other", "none"))

    @property
    def accuracy(self) -> float:
        """The share of gold's values that are ours as well; 0 where gold has none."""
        return self.counts["same"] / self.total if self.total else 0.0


def arguments(article: Json) -> list[Json]:
    """The arguments of an article's claims, each place in the text once, with all values that claims give it."""
    found: dict[tuple[int, int], Json] = {}
    for one in (one for claim in article["claims"] for part in PARTS for one in claim[part]):
        if "start" in one:
            kept = found.setdefault((one["start"], one["end"]), dict(one))
            kept |= {key: one.get(key) for key in ASKED if kept.get(key) is None}
    return list(found.values())


def pairs(gold: Iterable[Json], ours: Iterable[Json]) -> Iterator[tuple[Json, Json]]:
    """The arguments that both sides have, article by article."""
    read = {article["id"]: article for article in ours}
    for article in gold:
        if article["id"] in read:
            yield from paired(arguments(article), arguments(read[article["id"]]), same_words)


def measured(gold: Iterable[Json], ours: Iterable[Json]) -> dict[str, Answers]:
    """The answers by what was asked: country, sector."""
    out = {key: Answers() for key in ASKED}
    for coded, found in pairs(gold, ours):
        for key in ASKED:
            out[key].add(coded.get(key), found.get(key))
    return out


def read(gold: Path) -> list[Json]:
    """The articles of a gold file, read by the pipeline."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "read.jsonl"
        run(["bench", str(gold), "--table", "--save", str(kept)])
        return load_gold(kept)


def main(gold: Path, kept: Path | None = None) -> int:
    """Print the figures for a gold file."""
    found = measured(load_gold(gold), load_gold(kept) if kept else read(gold))
    for key, answers in found.items():
        counts = {name: answers.counts[name] for name in ("same", "other", "none", "extra")}
        print(f"{key:8} accuracy {answers.accuracy:.3f} of {answers.total}  {json.dumps(counts)}")
        for (coded, ours), count in answers.wrong.most_common(8):
            print(f"  {count:4}  gold {coded}, ours {ours}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3])))
