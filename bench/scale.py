"""What adding one more article costs as a record grows: storing it and reconciling it, without reading it.

python bench/scale.py [--count N] [--db FILE] [--profile]

Reading an article (130 ms or so) costs the same however large the record is, and is left out: claims come ready-made
from `scale_war`. Each line gives the median and the ninth decile of the hundred additions around one size, in ms.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

import scale_war

from dateline.incorporate.update import update
from dateline.store.record import Record

SIZES: Final = (101, 1_000, 2_500, 5_000, 10_001, 15_000, 20_000)
HEADS: Final = ("articles", "add, ms", "9th decile", "storing", "reconciling", "of 101st", "memory, MB", "file, MB")
AROUND: Final = 50
TARGET: Final = 2.0  # times the cost of the 101st


class Took(NamedTuple):
    """Seconds for one article."""

    storing: float
    reconciling: float

    @property
    def whole(self) -> float:
        """Both."""
        return self.storing + self.reconciling


def main() -> None:
    """Fills a record and prints a line for each size as it is reached."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument(
        "--count", type=int, default=SIZES[-1] + AROUND, help="articles (default: enough for the last size)"
    )
    asked.add_argument("--db", type=Path, help="the record's file (default: a temporary one)")
    asked.add_argument("--seed", type=int, default=2031, help="of the made-up war")
    given = asked.parse_args()
    if given.count < SIZES[0] + AROUND:
        asked.error(f"--count must be at least {SIZES[0] + AROUND}")
    with tempfile.TemporaryDirectory() as folder:
        path = given.db or Path(folder) / "scale.db"
        with Record.open(f"sqlite:///{path}") as record:
            fill(record, path, count=given.count, seed=given.seed)


def fill(record: Record, path: Path, *, count: int, seed: int) -> None:
    """Adds `count` articles one by one."""
    print("".join(f"{head:>11}" for head in HEADS))
    took: list[Took] = []
    first = 0.0
    for reading in scale_war.war(max(count, SIZES[-1] + AROUND), seed=seed):
        took.append(_add(record, reading))
        size = len(took) - AROUND
        if size in SIZES:
            window = took[size - AROUND : size + AROUND]
            first = first or statistics.median(each.whole for each in window)
            print(_line(size, window, first, path), flush=True)
        if len(took) == count:
            break
    counts = record.counts()
    print(f"{counts.articles} articles, {counts.claims} claims, {record.count_incidents()} incidents", end=", ")
    print(f"{len(record.copies())} copies, {sum(each.whole for each in took):.0f} s; target at 10,001: {TARGET:g}")


def _add(record: Record, reading: object) -> Took:
    begin = time.perf_counter()
    record.add(reading)  # type: ignore[arg-type]
    stored = time.perf_counter()
    update(record)
    return Took(stored - begin, time.perf_counter() - stored)


def _line(size: int, window: list[Took], first: float, path: Path) -> str:
    whole = sorted(1000 * each.whole for each in window)
    storing, reconciling = (1000 * statistics.median(part) for part in zip(*window, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * (1024 if sys.platform == "darwin" else 1))
    times = statistics.median(whole) / (1000 * first)
    files = sum(each.stat().st_size for each in path.parent.glob(f"{path.name}*")) / 1e6
    values = (
        f"{whole[len(whole) // 2]:.1f}",
        f"{whole[9 * len(whole) // 10]:.1f}",
        f"{storing:.1f}",
        f"{reconciling:.1f}",
    )
    return "".join(f"{value:>11}" for value in (f"{size:,}", *values, f"{times:.2f}", f"{peak:.0f}", f"{files:.0f}"))


if __name__ == "__main__":
    main()
