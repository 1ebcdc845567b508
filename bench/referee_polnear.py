"""Who said it, on political news: the annotator's quotations against the attributions of PolNeAR.

    python bench/referee_polnear.py [FOLDER]

FOLDER (default ../shared/referees/quotes-polnear) holds ``dev.jsonl``: articles with their attributions, each of a
source, a cue and a content in pieces. Prints precision, recall and F1 of each role by shared characters ("overlap"),
by shared words ("words") and by equality ("exact"), and of whole attributions ("triples").
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.model.annotation import Annotated
from dateline.model.article import Article
from dateline.pipeline import Pipeline
from dateline.read.inputs import read_inputs
from dateline.settings import Settings

FOLDER = Path("../shared/referees/quotes-polnear")
ROLES = ("source", "cue", "content")
ENOUGH = 0.5  # overlap F1 that each role of a right triple has
TOGETHER = 12  # articles annotated at a time
WORD = re.compile(r"\w+")

Marked = frozenset[int]  # positions of the text: its characters, or the first characters of its words
Attribution = dict[str, Marked]  # by role
Pair = tuple[Attribution, Attribution]  # gold, predicted


def pairs(gold: list[Attribution], predicted: list[Attribution]) -> list[Pair]:
    """Gold attributions with the predicted ones that are closest to them, one to one, the closest first."""
    ranked = []
    for i, one in enumerate(gold):
        for j, other in enumerate(predicted):
            content = len(one["content"] & other["content"])
            if content:
                ranked.append((-content * len(one["cue"] & other["cue"]), -content, i, j))
    out, used_gold, used_predicted = [], set(), set()
    for _, _, i, j in sorted(ranked):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            out.append((gold[i], predicted[j]))
    return out


@dataclass
class Tally:
    """Hits, gold and predicted counts by what is counted."""

    hit: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)

    def add(self, gold: list[Attribution], predicted: list[Attribution], text: str) -> None:
        """Counts one article."""
        matched = pairs(gold, predicted)
        starts = frozenset(word.start() for word in WORD.finditer(text))
        for role in ROLES:
            for one in gold:
                self._size(self.gold, role, one[role], starts)
            for other in predicted:
                self._size(self.predicted, role, other[role], starts)
            for one, other in matched:
                shared = one[role] & other[role]
                self.hit[f"{role} overlap"] += len(shared)
                self.hit[f"{role} words"] += len(shared & starts)
                self.hit[f"{role} exact"] += bool(one[role]) and one[role] == other[role]
        self.gold["triples"] += len(gold)
        self.predicted["triples"] += len(predicted)
        self.hit["triples"] += sum(all(_enough(one[role], other[role]) for role in ROLES) for one, other in matched)

    @staticmethod
    def _size(counts: Counter[str], role: str, marks: Marked, starts: Marked) -> None:
        counts[f"{role} overlap"] += len(marks)
        counts[f"{role} words"] += len(marks & starts)
        counts[f"{role} exact"] += bool(marks)

    def rows(self) -> Iterator[tuple[str, float, float, float]]:
        """What was counted with its precision, recall and F1."""
        for name, gold in self.gold.items():
            hit, predicted = self.hit[name], self.predicted[name]
            f1 = 2 * hit / (gold + predicted) if gold + predicted else 0.0
            yield name, hit / max(1, predicted), hit / max(1, gold), f1


def _enough(gold: Marked, predicted: Marked) -> bool:
    if not gold or not predicted:
        return not gold and not predicted
    return 2 * len(gold & predicted) / (len(gold) + len(predicted)) >= ENOUGH


def marked(text: str, spans: Iterable[tuple[int, int]]) -> Marked:
    """The positions of `spans` that hold no white space."""
    return frozenset(at for start, end in spans for at in range(start, end) if not text[at].isspace())


def told(annotated: Annotated) -> list[Attribution]:
    """The quotations of an article as attributions."""
    text = annotated.article.text
    return [
        {
            role: marked(text, ((span.start, span.end) for span in spans))
            for role, spans in zip(ROLES, (quote.sources, quote.cues, quote.contents), strict=True)
        }
        for quote in annotated.quotes
    ]


def coded(row: dict[str, Any]) -> list[Attribution]:
    """The attributions of a gold row."""
    return [{role: marked(row["text"], each[role]) for role in ROLES} for each in row["attributions"]]


def main(folder: Path) -> int:
    """Print the figures for the development articles in `folder`."""
    path = folder / "dev.jsonl"
    if not path.is_file():
        print(f"no referee here: {path} does not exist; name the folder that holds dev.jsonl", file=sys.stderr)
        return 2
    rows = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    settings, tally = Settings(), Tally()
    articles = [item for item in read_inputs([str(path)], settings=settings) if isinstance(item, Article)]
    annotator = Pipeline.load(settings).annotator
    for at in range(0, len(articles), TOGETHER):
        for annotated in annotator.annotate_all(articles[at : at + TOGETHER]):
            row = rows[annotated.article.name]
            tally.add(coded(row), told(annotated), row["text"])
    for name, precision, recall, f1 in tally.rows():
        print(f"{name:<16}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) == 2 else FOLDER))
