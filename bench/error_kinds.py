"""What goes wrong most often on a gold file: kinds of error with their number.

    python bench/error_kinds.py GOLD.jsonl

Reads the articles of GOLD (claims coded by hand, in the form that `dateline read` writes) through the pipeline and
pairs its claims with the coded ones as `dateline bench` does. Each line of output is a kind of error and how often it
occurs, most frequent first.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from dateline.bench.agreement import paired, same_event, same_figure, same_place, same_trigger, same_words
from dateline.cli.bench_files import load_gold
from dateline.model.reading import Reading
from dateline.pipeline import Pipeline
from dateline.read.inputs import read_inputs
from dateline.settings import Settings

Json = dict[str, Any]


def error_kinds(gold: list[Json], predicted: list[Json]) -> Counter[str]:
    """The number of errors of each kind in one article's claims."""
    kinds: Counter[str] = Counter()
    pairs = paired(gold, predicted, same_event)
    met = {id(claim) for pair in pairs for claim in pair}
    missed = [c for c in gold if id(c) not in met]
    extra = [c for c in predicted if id(c) not in met]
    other_type = paired(missed, extra, same_trigger)
    kinds["claim of another type on the same words"] += len(other_type)
    kinds["claim missed"] += len(missed) - len(other_type)
    kinds["claim that the coder has not"] += len(extra) - len(other_type)
    for field, agree in (("actors", same_words), ("recipients", same_words), ("sources", same_words)):
        for one, other in pairs:
            found = len(paired(one[field], other[field], agree))
            kinds[f"{field} missed in a claim found"] += len(one[field]) - found
            kinds[f"{field} too many in a claim found"] += len(other[field]) - found
    for one, other in pairs:
        right = len(paired(one["places"], other["places"], same_place))
        kinds["places missed or wrong in a claim found"] += len(one["places"]) - right
        kinds["places too many in a claim found"] += len(other["places"]) - right
    coded, read = ([f for c in claims for f in c["figures"]] for claims in (gold, predicted))
    kinds["figures missed or wrong"] += len(coded) - len(paired(coded, read, same_figure))
    return kinds


def main(path: Path) -> int:
    """Print the kinds for all articles of the file at `path`."""
    settings = Settings()
    readings = [r for r in Pipeline.load(settings).read(read_inputs([str(path)], settings=settings))
                if isinstance(r, Reading)]  # fmt: skip
    predicted = {reading.article.name: reading.to_json()["claims"] for reading in readings}
    total: Counter[str] = Counter()
    for article in load_gold(path):
        total += error_kinds(article["claims"], predicted.get(article["id"], []))
    for kind, count in total.most_common():
        print(f"{count:6}  {kind}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
