"""What adding one more article costs as a record grows: storing it and reconciling it, without reading it.

python bench/scale.py [--count N] [--db FILE] [--seed N]

Reading an article (130 ms or so) costs the same however large the record is, and is left out: claims come ready-made
from `scale_war`. Each line gives the median of the hundred additions around one size, in ms: time of the processor, so
that other programs do not count, with its ninth decile and its two parts; and by the clock. "a day" is how many
articles a day those hundred are: the more tell of one day, the more each is compared with, however large the record.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import scale_war

from dateline.incorporate.update import update
from dateline.model.reading import Reading
from dateline.store.record import Record

SIZES: Final = (101, 1_000, 2_500, 5_000, 10_001, 15_000, 20_000)
HEADS: Final = (
    "articles",
    "add, ms",
    "9th decile",
    "storing",
    "reconcil.",
    "clock",
    "of 101st",
    "memory MB",
    "file MB",
)
AROUND: Final = 50
LATER: Final = date(2033, 1, 1)  # a year after the made-up war
TOGETHER: Final = 100
TARGET: Final = 2.0  # times the cost of the 101st


class Took(NamedTuple):
    """Seconds for one article: of the processor for the two parts, by the clock for both; and the day of the war."""

    storing: float
    reconciling: float
    clock: float
    day: int

    @property
    def whole(self) -> float:
        """Both parts."""
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
    """Adds `count` articles: one by one around the sizes that are measured, elsewhere `TOGETHER` at a time."""
    print("".join(f"{head:>11}" for head in HEADS))
    took: list[Took] = []
    first = 0.0
    begin = time.perf_counter()
    for number, reading in enumerate(islice(scale_war.war(max(count, SIZES[-1] + AROUND), seed=seed), count), 1):
        if not any(size - AROUND < number <= size + AROUND for size in SIZES):
            record.add(reading)
            if number % TOGETHER == 0 or any(number == size - AROUND for size in SIZES):
                update(record)
            continue
        took.append(_add(record, reading))
        if number - AROUND in SIZES:
            first = first or statistics.median(each.whole for each in took)
            print(_line(number - AROUND, took, first, path), flush=True)
            took.clear()
    update(record)
    counts = record.counts()
    print(f"{counts.articles} articles, {counts.claims} claims, {record.count_incidents()} incidents", end=", ")
    print(f"{len(record.copies())} copies, {time.perf_counter() - begin:.0f} s; target at 10,001: {TARGET:g}")
    beside_an_empty_one(record, path.with_name("empty.db"), seed=seed)


def beside_an_empty_one(record: Record, path: Path, *, seed: int) -> None:
    """Adds the beginning of another war, a year later, to the full record and to an empty one in turns.

    Both have the same to compare with, and the same minutes of the machine: what differs is the record's size.
    """
    full, empty = [], []
    size = record.counts().articles
    with Record.open(f"sqlite:///{path}") as fresh:
        for reading in islice(scale_war.war(SIZES[-1] + AROUND, seed=seed + 1, first=LATER), SIZES[0] + AROUND):
            full.append(_add(record, reading).whole)
            empty.append(_add(fresh, reading).whole)
    one, other = (statistics.median(each[-2 * AROUND :]) for each in (full, empty))
    print(f"the same {2 * AROUND} articles in turns: {1000 * one:.1f} ms into {size:,} articles", end=", ")
    print(f"{1000 * other:.1f} ms into none: {one / other:.2f} times")


def _add(record: Record, reading: Reading) -> Took:
    begin, clock = time.process_time(), time.perf_counter()
    record.add(reading)
    stored = time.process_time()
    update(record)
    return Took(stored - begin, time.process_time() - stored, time.perf_counter() - clock, _day(reading))


def _day(reading: Reading) -> int:
    return int(reading.article.name[1:4])


def _line(size: int, window: list[Took], first: float, path: Path) -> str:
    whole = sorted(each.whole for each in window)
    storing, reconciling, clock, _ = map(statistics.median, zip(*window, strict=True))
    news = len(window) / (window[-1].day - window[0].day + 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * (1024 if sys.platform == "darwin" else 1))
    files = sum(each.stat().st_size for each in path.parent.glob(f"{path.name}*")) / 1e6
    middle = statistics.median(whole)
    times = (middle, whole[9 * len(whole) // 10], storing, reconciling, clock)
    values = (
        *(f"{1000 * each:.1f}" for each in times),
        f"{middle / first:.2f}",
        f"{news:.0f}",
        f"{peak:.0f}",
        f"{files:.0f}",
    )
    return "".join(f"{value:>11}" for value in (f"{size:,}", *values))


if __name__ == "__main__":
    main()
