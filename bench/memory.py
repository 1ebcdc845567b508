"""Peak memory of `dateline read` in a process of its own: 200 articles, then one text near the limit.

python bench/memory.py [--articles PATH] [--characters N]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import corpus

from dateline.model.article import Article
from dateline.settings import MAX_CHARS

TARGET = 900  # MB, for the 200 articles
# The child's own peak, from a process between: RUSAGE_CHILDREN never falls, so that each run needs a fresh parent.
MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


def main() -> None:
    """Prints a line for each of the two inputs."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=Path, help="JSON Lines or a folder (default: the examples, varied)")
    asked.add_argument("--characters", type=int, default=1_900_000, help="of the long text (0: leave it out)")
    given = asked.parse_args()
    if given.articles and not given.articles.exists():
        asked.error(f"there is no {given.articles}")
    if not 0 <= given.characters <= MAX_CHARS:
        asked.error(f"--characters must lie between 0 and {MAX_CHARS}")
    with tempfile.TemporaryDirectory() as folder:
        articles = corpus.load(given.articles)
        print(line(f"{len(articles)} articles", write(Path(folder) / "articles.jsonl", articles), f"target < {TARGET}"))
        if given.characters:
            path = Path(folder) / "long.txt"
            path.write_text(long_text(given.characters), encoding="utf-8")
            print(line(f"one text of {given.characters:,} characters", path))


def write(path: Path, articles: Iterable[Article]) -> Path:
    """The articles as JSON Lines that `dateline read` takes."""
    with path.open("w", encoding="utf-8") as file:
        for article in articles:
            day = article.published.isoformat() if article.published else "2016-12-20"
            file.write(json.dumps({"id": article.name, "text": article.text, "published": day}) + "\n")
    return path


def long_text(characters: int) -> str:
    """Example dispatches one after the other, up to this many characters.

    Each paragraph ends in a number of its own: what is repeated word for word would be left out of the reading.
    """
    paragraphs = [part for article in corpus.load(None) for part in article.text.split("\n\n")]
    rounds = 1 + characters // sum(map(len, paragraphs))
    numbered = enumerate(paragraphs * rounds)
    return "\n\n".join(f"{part} This was message {number}." for number, part in numbered)[:characters]


def line(what: str, path: Path, note: str = "") -> str:
    """Reads `path` in a process of its own and says what it took."""
    command = [sys.executable, "-m", "dateline", "read", "--json", "--published", "2016-12-20", str(path)]
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", MEASURE, *command], check=False, stdout=subprocess.PIPE, text=True)
    took = time.perf_counter() - begin
    peak = int(done.stdout) / (1024 * (1024 if sys.platform == "darwin" else 1))  # kilobytes, on macOS bytes
    ended = "" if done.returncode == 0 else f", exit {done.returncode}"
    return f"memory: {what}: peak {peak:.0f} MB{f' ({note})' if note else ''}, {took:.1f} s{ended}"


if __name__ == "__main__":
    main()
