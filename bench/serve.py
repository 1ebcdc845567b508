"""How fast the pages are on a large record: python bench/serve.py --db FILE [--claims N] [--runs N] [--browser PATH].

The record is made by `scale_war` where FILE does not exist yet, and kept; one that holds fewer claims (from
bench/scale.py --db FILE, say) gets the next year's news until there are enough. A server is started on it, and asked
over loopback: what is measured is the whole answer, headers to last byte, median and worst of the runs after one that
warms up. With a browser (Chromium, driven by playwright) also how long it takes from the address to a map that has
drawn everything.
"""

from __future__ import annotations

import argparse
import re
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

import scale_war

from dateline.incorporate.update import update
from dateline.store.record import Record
from dateline.store.wanted import Wanted

CLAIMS: Final = 100_000
TOGETHER: Final = 500  # articles between two makings of incidents
PER_ARTICLE: Final = 3.7  # claims, roughly
# What is asked, the address, and the target in ms; None where there is none.
ASKED: Final = (
    ("overview", "/", 300),
    ("overview, last page", "/?page=100", 300),
    ("overview, one type", "/?type=ASSAULT", 300),
    ("overview, a month", "/?since=2031-03-01&until=2031-03-31", 300),
    ("overview, a place", "/?place=qar", 300),
    ("overview, a source", "/?source=medic", 300),
    ("overview, a party", "/?actor=army", 300),
    ("overview, disagreement", "/?disagree=1&min_origins=3", 300),
    ("overview, common words", "/?q=bombed", 300),
    ("overview, all at once", "/?q=bombed&place=qar&type=ASSAULT&source=medic&measure=killed&disagree=1", 300),
    ("search, a rare word", "/api/v1/search?q=nusbeltah", 100),
    ("search, a common word", "/api/v1/search?q=bombed", 100),
    ("search, in half of all", "/api/v1/search?q=people", 100),
    ("search, two words", "/api/v1/search?q=market+people", 100),
    ("points of the map", "/map.json", None),
    ("sources", "/sources", None),
    ("review", "/review", None),
    ("API, 50 incidents", "/api/v1/incidents", None),
    ("API, 50 claims", "/api/v1/claims?type=MOVE", None),
    ("feed", "/feed.atom?disagree=1", None),
)
MAP_TARGET: Final = 3.0  # seconds
_READY: Final = re.compile(r" at http://\S+:(\d+)/")


def main() -> None:
    """Fills the record where it is not there, and prints a line for each thing that is asked."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--db", type=Path, required=True, help="the record's file; made where it is not there")
    asked.add_argument("--claims", type=int, default=CLAIMS, help="how many a new record gets (default 100,000)")
    asked.add_argument("--runs", type=int, default=20, help="of each request (default 20)")
    asked.add_argument("--browser", help="Chromium's program, such as /usr/bin/chromium")
    given = asked.parse_args()
    with Record.open(f"sqlite:///{given.db}") as record:
        fill(record, given.claims)
        update(record)
        held = record.counts()
        print(f"{held.articles:,} articles, {held.claims:,} claims, {record.count_incidents():,} incidents", flush=True)
    with served(given.db) as address:
        print(f"{'':<26}{'median ms':>10}{'worst':>8}{'target':>8}{'kB':>8}")
        for name, path, target in ASKED:
            print(line(name, f"{address}{path}", target, given.runs), flush=True)
        if given.browser:
            seconds = sorted(map_idle(address, given.browser) for _ in range(5))
            print(f"map idle in the browser {statistics.median(seconds):.2f} s, worst {seconds[-1]:.2f}", end=" ")
            print(f"(target {MAP_TARGET:g}), of 5")


def fill(record: Record, claims: int) -> None:
    """Adds articles until there are so many claims; to a record of an earlier year those of the next."""
    begin = time.perf_counter()
    held = record.counts().claims
    if held >= claims:
        return
    with record.lists() as lists:
        last = max(lists.days(Wanted()), default=None)
    first = date(last.year + 1, 1, 1) if last else scale_war.FIRST
    for number, reading in enumerate(scale_war.war(round((claims - held) / PER_ARTICLE * 1.1), first=first), 1):
        record.add(reading)
        held += len(reading.claims)
        if number % TOGETHER == 0:
            update(record)
        if held >= claims:
            break
    update(record)
    print(f"made in {time.perf_counter() - begin:.0f} s")


@contextmanager
def served(db: Path) -> Iterator[str]:
    """The address of a server over the record, as long as the block runs."""
    command = [sys.executable, "-u", "-m", "dateline", "serve", "--port", "0", "--db", str(db)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        found = _READY.search(running.stdout.readline() if running.stdout else "")
        try:
            if not found:
                sys.exit("the server did not start")
            yield f"http://127.0.0.1:{found[1]}"
        finally:
            running.send_signal(signal.SIGINT)


def line(name: str, address: str, target: int | None, runs: int) -> str:
    """The times of one request."""
    size = len(_read(address))
    took = []
    for _ in range(runs):
        begin = time.perf_counter()
        _read(address)
        took.append(1000 * (time.perf_counter() - begin))
    return f"{name:<26}{statistics.median(took):>10.1f}{max(took):>8.1f}{target or '':>8}{size / 1000:>8.0f}"


def _read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=120) as answer:  # noqa: S310 (our own address)
        return bytes(answer.read())


def map_idle(address: str, browser: str) -> float:
    """Seconds from asking for the overview, in a browser that knows nothing of it, to a map that is at rest."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (not everywhere)

    with sync_playwright() as driver:
        program = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = program.new_page(viewport={"width": 1280, "height": 800})
        begin = time.perf_counter()
        page.goto(address)
        page.wait_for_selector("html[data-map=idle]", timeout=60_000, state="attached")
        took = time.perf_counter() - begin
        program.close()
    return took


if __name__ == "__main__":
    main()
