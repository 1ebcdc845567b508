"""How long `dateline --help` takes, whole process, beside a bare Python: python bench/startup.py [--runs N]."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

TARGET = 0.4  # seconds


def main() -> None:
    """Prints one line: the medians of the two, alternating."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=10, help="whole processes of each (default 10)")
    runs = asked.parse_args().runs
    if runs < 1:
        asked.error("--runs must be 1 or more")
    took: dict[str, list[float]] = {"help": [], "bare": []}
    for _ in range(runs):
        took["help"].append(seconds("-m", "dateline", "--help"))
        took["bare"].append(seconds("-c", ""))
    shown, bare = (statistics.median(took[name]) for name in ("help", "bare"))
    print(f"startup: dateline --help {shown:.3f} s (target < {TARGET}), bare python {bare:.3f} s, median of {runs}")


def seconds(*arguments: str) -> float:
    """Wall time of one run of this Python, in seconds."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
