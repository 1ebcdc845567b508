"""Scores rules and encoder on articles that the encoder was not trained on, and the rules alone beside them.

    python training/measure.py build/training/fold0:0/2 build/training/fold1:1/2

Each argument is the folder of an exported model and the fold of articles that was kept out of its training.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from data import built
from kept_out import annotated_gold, kept_out

from dateline.bench.score import Score, score
from dateline.extract.combined import CombinedExtractor
from dateline.extract.rules import RuleExtractor
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.grounder import Grounder
from dateline.model.annotation import Annotated
from dateline.model.claim import Claim
from dateline.model.reading import Reading


def main() -> None:
    """Reads the arguments and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+", help="FOLDER:N/M")
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--cache", type=Path, default=Path("build/training/cache"))
    options = parser.parse_args()
    articles = annotated_gold(options.gold, "train", options.cache)
    given = list(kept_out(options.models, articles))
    gold = [one for name, one in built(options.gold, "train").items() if name in {a.article.name for a in given}]
    grounder = Grounder(Gazetteer.open())

    def scored(extract: Callable[[Annotated], Iterable[Claim]]) -> Score:
        grounded = [(one, grounder.ground(one, tuple(extract(one)))) for one in given]
        return score(gold, [Reading(one.article, found.claims).to_json() for one, found in grounded])

    both, rules = scored(CombinedExtractor().extract), scored(RuleExtractor().extract)
    for name, part in both.parts.items():
        print(f"| {name} | {part.precision:.3f} | {part.recall:.3f} | {part.f1:.3f} | {rules.parts[name].f1:.3f} |")
    for name, label in both.labels.items():
        print(f"| {name} | | | {label.accuracy} right | {rules.labels[name].accuracy} |")
    print(f"| overall | | | {both.overall:.3f} | {rules.overall:.3f} |")


if __name__ == "__main__":
    main()
