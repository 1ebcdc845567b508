"""Which words tell a time and what they mean: TimeBank and AQUAINT in the form of TempEval-3.

    python bench/referee_tbaq.py [FOLDER]

FOLDER (default ../shared/referees/times-tbaq) holds ``tbaq.jsonl``: texts with their time expressions, each with its
TIMEX3 type and value. Prints precision, recall and F1 of the same span ("strict"), of a span that shares a character
("relaxed"), and of relaxed matches with the same type or the same value, pooled over all texts, with a 95 % interval
for F1 by the bootstrap over texts. The figures come thrice: for all texts, for every third one in the order of the
file (the 1st, the 4th, …), which was read for gaps in the rules, and for the others, which nobody read.

The reading is the one that ``dateline read --annotations`` gives, without the encoder, which has no part in times.
Expressions are matched one to one, the longest overlap first. One mapping stands between the two: what we take as
one stretch of time with the value of both ends ("from 1992 to 1994", 1992/1994) counts as its two ends, which is how
TIMEX3 marks it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from dateline.model.article import Article
from dateline.model.contract import time_annotation
from dateline.pipeline import Pipeline
from dateline.read.inputs import read_inputs
from dateline.settings import Settings

Json = dict[str, Any]
Counts = tuple[int, int, int]  # right, gold, predicted
FOLDER: Final = Path("../shared/referees/times-tbaq")
METRICS: Final = ("strict", "relaxed", "type", "value")
READ: Final = 3  # every third text was read
BETWEEN: Final = re.compile(r"\s*(?:[-–/]|\b(?:to|and|until|till|through|into)\b)\s*")
TOGETHER: Final = 16  # texts annotated at a time
RESAMPLES: Final = 1_000
SEED: Final = 20_130_614


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one metric, with the 95 % interval of F1."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float


def ends(time: Json) -> list[Json]:
    """A stretch of time as its first and its last date; anything else as it is."""
    between = BETWEEN.search(time["text"]) if time["value"] and "/" in time["value"] else None
    if between is None:
        return [time]
    first, last = time["value"].split("/")
    middle, resumes = (time["start"] + at for at in between.span())
    return [time | {"end": middle, "value": first}, time | {"start": resumes, "value": last}]


def matched(gold: Sequence[Json], found: Sequence[Json]) -> list[tuple[Json, Json]]:
    """Pairs that share characters, one to one, the longest overlap first."""
    ranked = sorted(
        (-shared, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (shared := min(one["end"], other["end"]) - max(one["start"], other["start"])) > 0
    )
    pairs: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], found[j]) for i, j in pairs.items()]


def tally(gold: Sequence[Json], found: Sequence[Json]) -> dict[str, Counts]:
    """Right, gold and predicted of one text for each metric."""
    pairs = matched(gold, found)
    right = {
        "strict": sum((one["start"], one["end"]) == (other["start"], other["end"]) for one, other in pairs),
        "relaxed": len(pairs),
        "type": sum(one["type"] == other["type"] for one, other in pairs),
        "value": sum(one["value"] == other["value"] for one, other in pairs),
    }
    return {name: (right[name], len(gold), len(found)) for name in METRICS}


def score(counts: Sequence[Counts]) -> Score:
    """The score over all texts; `counts` has one row a text."""
    table = np.array(counts, dtype=float).reshape(-1, 3)
    right, gold, found = (int(total) for total in table.sum(axis=0))
    dice = np.random.default_rng(SEED)
    drawn = dice.multinomial(len(table), np.full(len(table), 1 / max(1, len(table))), size=RESAMPLES) @ table
    both = drawn[:, 1] + drawn[:, 2]
    f1 = np.divide(2 * drawn[:, 0], both, out=np.zeros_like(both), where=both > 0)
    low, high = np.percentile(f1, (2.5, 97.5))
    return Score(right / max(1, found), right / max(1, gold), 2 * right / max(1, gold + found), float(low), float(high))


def readings(path: Path) -> Iterator[tuple[str, list[Json]]]:
    """The name of each text that is read with its time expressions as `dateline read --annotations` gives them."""
    settings = Settings()
    pipeline = Pipeline.load(settings, learned=False)
    articles = [item for item in read_inputs([str(path)], settings=settings) if isinstance(item, Article)]
    for at in range(0, len(articles), TOGETHER):
        for annotated in pipeline.annotator.annotate_all(articles[at : at + TOGETHER]):
            times = pipeline.grounder.ground(annotated, ()).times
            found = (time_annotation(annotated.article.text, *each) for each in times)
            yield annotated.article.name, [end for time in found for end in ends(time)]


def report(rows: Sequence[Json], found: dict[str, list[Json]]) -> Iterable[str]:
    """The lines of the figures: for all texts, those read and those not read."""
    counts = [tally(row["timexes"], found.get(row["id"], [])) for row in rows]
    parts = {"all": counts, "read": counts[::READ], "unread": [c for at, c in enumerate(counts) if at % READ]}
    for part, chosen in parts.items():
        for name in METRICS:
            got = score([each[name] for each in chosen])
            yield (
                f"{part:<7} {name:<8} precision {got.precision:.3f}  recall {got.recall:.3f}  "
                f"F1 {got.f1:.3f}  {got.low:.3f}-{got.high:.3f}  {len(chosen)} texts"
            )


def main(folder: Path = FOLDER) -> int:
    """Print the metrics for the texts of `folder`."""
    path = folder / "tbaq.jsonl"
    if not path.is_file():
        print(f"{path} is not there: give the referee's folder as the argument.", file=sys.stderr)
        return 1
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = dict(readings(path))
    if missing := [row["id"] for row in rows if row["id"] not in found]:
        print(f"{len(missing)} texts could not be read and count as missed: {', '.join(missing)}", file=sys.stderr)
    for line in report(rows, found):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
