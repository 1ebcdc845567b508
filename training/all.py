"""Makes everything that ships anew: the encoder's weights, and the weights that it is weighed with against the rules.

    python training/all.py                 # an hour on two cores; writes into src/dateline
    python training/all.py --only-measure 5  # five folds for measure.py; writes nothing into src

Needs what training/requirements.txt names, the hand-coded articles (`--gold`) and the marked sentences (`--events`).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
SOURCE: Final = HERE.parent / "src" / "dateline"
EPOCHS: Final = 14  # of the weights that ship
FOLDS: Final = 2  # for the weights of fusion.yaml: each article is read by an encoder that has not seen it
FOLD_EPOCHS: Final = 12


def main() -> None:
    """Reads the arguments and runs the steps, two trainings at a time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--events", type=Path, default=Path("../shared/referees/places-event/train.jsonl"))
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--only-measure", type=int, metavar="FOLDS", help="train so many folds, for cross-validation")
    options = parser.parse_args()
    base, work = options.work / "minilm", options.work
    texts = ["--gold", options.gold, "--base", base, "--cache", work / "cache", "--events", options.events]
    run("base.py", ["--out", base])
    run("train.py", [*texts, "--out", work / "rules", "--epochs", 0])
    count = options.only_measure or FOLDS
    begun = ["--start", work / "rules" / "network.pt"]
    jobs = [
        [*texts, *begun, "--out", work / f"fold{n}", "--fold", f"{n}/{count}", "--epochs", FOLD_EPOCHS]
        for n in range(count)
    ]
    if not options.only_measure:
        jobs.insert(0, [*texts, *begun, "--out", work / "whole", "--epochs", EPOCHS])
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda job: run("train.py", job), jobs))
    folds = [work / f"fold{n}" for n in range(count)]
    for folder in folds:
        run("export.py", [folder / "network.pt", "--base", base, "--out", folder])
    given = [f"{folder}:{n}/{count}" for n, folder in enumerate(folds)]
    out = work / "fusion.yaml" if options.only_measure else SOURCE / "extract" / "fusion.yaml"
    run("fuse.py", [*given, "--gold", options.gold, "--cache", work / "cache", "--out", out])
    if not options.only_measure:
        run("export.py", [work / "whole" / "network.pt", "--base", base, "--out", SOURCE / "annotate" / "model"])


def run(script: str, arguments: Sequence[object]) -> None:
    """Runs a script of this folder; a failure ends everything."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    print(" ".join(command[1:]), flush=True)
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
