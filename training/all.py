"""Makes everything that ships anew: the encoder's weights, and the weights that it is weighed with against the rules.

    python training/all.py        # under an hour on two cores with matrix units; writes into src/dateline

Needs what training/requirements.txt names, the hand-coded articles (`--gold`) and the marked sentences (`--events`).
The networks that are kept for measuring lie in `--work`: `training/measure.py fold0:0/5 … fold4:4/5` reads each article
with one that has not seen it.
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
FOLDS: Final = 5  # for the weights of fusion.yaml: each article is read by an encoder that has not seen it
FOLD_EPOCHS: Final = 10
# networks trained on all hand-coded articles: epochs, share of our own articles in each of them, batches of marked
# places for each other batch; seeds from 1 on
WHOLE: Final = ((12, 0.0, 1.0), (12, 0.2, 0.5), (12, 0.2, 0.5))
TOGETHER: Final = 2  # trainings at a time, each on one thread


def main() -> None:
    """Reads the arguments and runs the steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--events", type=Path, default=Path("../shared/referees/places-event/train.jsonl"))
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    options = parser.parse_args()
    base, work = options.work / "minilm", options.work
    run("base.py", ["--out", base])
    texts = ["--gold", options.gold, "--base", base, "--cache", work / "cache", "--events", options.events]
    run("train.py", [*texts, "--out", work / "begun", "--epochs", 0])
    _train(texts, work)
    folds = [work / f"fold{number}" for number in range(FOLDS)]
    for folder in folds:
        run("export.py", [folder / "network.pt", "--base", base, "--out", folder])
    kept_out = [f"{folder}:{number}/{FOLDS}" for number, folder in enumerate(folds)]
    fusion = ["--gold", options.gold, "--cache", work / "cache", "--out", SOURCE / "extract" / "fusion.yaml"]
    run("fuse.py", [*kept_out, *fusion])
    whole = [work / f"whole{seed}" / "network.pt" for seed in range(1, len(WHOLE) + 1)]
    run("average.py", [*whole, "--out", work / "mean"])
    shipped = ["--base", base, "--out", SOURCE / "annotate" / "model", "--version", 3]
    run("export.py", [work / "mean" / "network.pt", *shipped])


def _train(texts: Sequence[object], work: Path) -> None:
    """The networks that end on hand-coded articles, all from the same beginning."""
    begun = [*texts, "--start", work / "begun" / "network.pt"]
    jobs: list[list[object]] = [
        [
            *begun,
            "--out",
            work / f"whole{seed}",
            "--epochs",
            epochs,
            "--mixed",
            mixed,
            "--places",
            places,
            "--seed",
            seed,
        ]
        for seed, (epochs, mixed, places) in enumerate(WHOLE, 1)
    ]
    jobs += [
        [*begun, "--out", work / f"fold{number}", "--fold", f"{number}/{FOLDS}", "--epochs", FOLD_EPOCHS]
        for number in range(FOLDS)
    ]
    with ThreadPoolExecutor(TOGETHER) as pool:
        list(pool.map(lambda job: run("train.py", job), jobs))


def run(script: str, arguments: Sequence[object]) -> None:
    """Runs a script of this folder; a failure ends everything."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    print(" ".join(command[1:]), flush=True)
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
