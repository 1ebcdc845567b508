"""Two versions of Dateline side by side: time and memory of `dateline read` as whole processes, in turns.

    git worktree add ../first e4d95e5 && (cd ../first && python build_gazetteer.py)
    python bench/versions.py ../first . articles.jsonl --rounds 5

Each argument but the last is a checkout whose gazetteer is built; both run under this Python. What is printed is the
median over the rounds: seconds on the clock, seconds of the processors, articles a second, and the peak of memory.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

KILOBYTES: Final = 1024  # in a megabyte; the kernel tells the peak in kilobytes


@dataclass(frozen=True, slots=True)
class Run:
    """One reading: seconds on the clock, seconds of processors, peak of memory in MB."""

    wall: float
    processors: float
    peak: float


def main() -> None:
    """Reads the arguments, runs the versions in turns and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkouts", nargs="+", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    count = sum(1 for line in options.articles.read_text(encoding="utf-8").splitlines() if line.strip())
    runs: dict[Path, list[Run]] = {checkout: [] for checkout in options.checkouts}
    for _ in range(options.rounds):
        for checkout, done in runs.items():
            done.append(run(checkout, options.articles))
    print("| version | clock s | processors s | articles a second | peak MB |\n| --- | ---: | ---: | ---: | ---: |")
    for checkout, done in runs.items():
        wall, processors, peak = (statistics.median(getattr(one, name) for one in done) for name in Run.__slots__)
        print(f"| {checkout} | {wall:.2f} | {processors:.2f} | {count / wall:.1f} | {peak:.0f} |")


def run(checkout: Path, articles: Path) -> Run:
    """One reading by a checkout; a failure ends the measuring with its message."""
    environment = os.environ | {"PYTHONPATH": str(checkout.resolve() / "src")}
    command = [sys.executable, "-m", "dateline", "read", str(articles)]
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{checkout}: `{' '.join(command)}` ended with {os.waitstatus_to_exitcode(status)}")
    wall = time.perf_counter() - begun
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / KILOBYTES)


if __name__ == "__main__":
    main()
