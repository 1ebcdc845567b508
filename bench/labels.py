"""One label an item: accuracy, F1 of each label, macro F1 and weighted F1; and reading the items of a referee."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dateline.model.reading import Reading
from dateline.pipeline import Pipeline
from dateline.read.inputs import read_inputs
from dateline.settings import Settings

Json = dict[str, Any]
Pair = tuple[str, str]  # gold's label, ours


@dataclass(frozen=True, slots=True)
class Labelled:
    """Items with gold's label and ours."""

    pairs: tuple[Pair, ...]

    @property
    def accuracy(self) -> float:
        """The share of items with gold's label."""
        return sum(gold == ours for gold, ours in self.pairs) / len(self.pairs) if self.pairs else 0.0

    def f1(self) -> dict[str, float]:
        """F1 of each label that gold has."""
        wanted, given = (
            (Counter(side) for side in zip(*self.pairs, strict=True)) if self.pairs else (Counter(), Counter())
        )
        right = Counter(gold for gold, ours in self.pairs if gold == ours)
        return {name: 2 * right[name] / (wanted[name] + given[name]) for name in wanted}

    @property
    def macro(self) -> float:
        """The mean of the labels' F1."""
        found = self.f1()
        return sum(found.values()) / len(found) if found else 0.0

    @property
    def weighted(self) -> float:
        """The mean of the labels' F1, weighted by how often gold has each."""
        wanted = Counter(gold for gold, _ in self.pairs)
        return sum(value * wanted[name] for name, value in self.f1().items()) / len(self.pairs) if self.pairs else 0.0

    def confusions(self) -> list[tuple[Pair, int]]:
        """Wrong pairs with their number, the most frequent first."""
        return Counter(pair for pair in self.pairs if pair[0] != pair[1]).most_common()


def load_items(path: Path) -> list[Json]:
    """The items of a referee; ends the program with what is missing where there is no such file."""
    if not path.is_file():
        sys.exit(f"{path} is not there: give the folder of the referee as the first argument.")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def load_mapping(name: str) -> Json:
    """A mapping from a data file beside this script."""
    loaded: Json = yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return loaded


def claims_of(items: Iterable[Json]) -> dict[str, list[Json]]:
    """Every item's text read by the pipeline: the claims in text order, by the item's id."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "items.jsonl"
        lines = (json.dumps({"id": str(item["id"]), "text": item["text"]}) + "\n" for item in items)
        bare.write_text("".join(lines), encoding="utf-8")
        return {read.article.name: read.to_json()["claims"] for read in _readings(bare)}


def _readings(path: Path) -> Iterator[Reading]:
    settings = Settings()
    for item in Pipeline.load(settings).read(read_inputs([str(path)], settings=settings)):
        if isinstance(item, Reading):
            yield item
        elif item.fatal:
            print(f"{item.where}: {item.reason}", file=sys.stderr)
