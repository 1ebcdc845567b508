"""Copies that are known to be copies: reprints made of the articles of ECB+, and the pairs of its own articles.

    python bench/referee_reprints.py [FOLDER] [--pairs]

FOLDER (default ../shared/referees/merge-ecb) holds ``dev.jsonl``: articles by topic, each topic with two like events.
For each way of reprinting in `reprints.py` one reprint of every article stands among all articles; printed are the
share of reprints that were found, and the pairs found of which one is no reprint of the other. Then the pairs found
among the articles themselves; ``--pairs`` prints both texts of each, for reading whether they are copies.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from reprints import WAYS, reprint

from dateline.model.article import Article
from dateline.reconcile.copies import Printed, find_copies, printed
from dateline.reconcile.copy import Copy

FOLDER = Path("../shared/referees/merge-ecb")
SHORT = 30  # words: of a shorter article little is left to find a reprint by
MADE = "reprint of "


def found_among(originals: list[Printed], reprints: list[Printed], known: set[tuple[str, str]]) -> tuple[set[str], int]:
    """The articles whose reprint was found, and how many pairs of other articles that are not `known` were given."""
    right, wrong = set(), set()
    for copy in find_copies([*originals, *reprints]):
        a, b = sorted(each.removeprefix(MADE) for each in (copy.a, copy.b))
        if a == b:
            right.add(a)
        elif (a, b) not in known:
            wrong.add((a, b))
    return right, len(wrong)


def show(copy: Copy, rows: dict[str, dict[str, Any]], *, texts: bool) -> None:
    """Print a pair of the referee's own articles, with both texts if asked."""
    one, other = rows[copy.a], rows[copy.b]
    topics = f"topic {one['topic']}" if one["topic"] == other["topic"] else f"topics {one['topic']}, {other['topic']}"
    event = "one event" if one["subtopic"] == other["subtopic"] else "two events"
    print(f"  {copy.a} {copy.b}  {topics}, {event}  {copy.reason}")
    if texts:
        print(f"--- {copy.a}\n{one['text']}\n--- {copy.b}\n{other['text']}\n")


def main(folder: Path, *, texts: bool) -> int:
    """Print what is found of the reprints and among the articles of `folder`."""
    path = folder / "dev.jsonl"
    if not path.is_file():
        print(f"no referee here: {path} does not exist; name the folder that holds dev.jsonl", file=sys.stderr)
        return 2
    rows = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    originals = [printed(Article(name, row["text"]), name=name) for name, row in rows.items()]
    own = find_copies(originals)
    known = {(copy.a, copy.b) for copy in own}
    long = {one.id for one in originals if len(one.words) >= SHORT}
    print(f"{len(originals)} articles, {len(long)} of {SHORT} words or more")
    every, every_long = [], []
    for way in WAYS:
        made = [
            printed(Article(name, reprint(row["text"], way, name)), name=f"{MADE}{name}") for name, row in rows.items()
        ]
        right, wrong = found_among(originals, made, known)
        every.append(len(right) / len(rows))
        every_long.append(len(right & long) / len(long))
        print(f"{way:<20} recall {every[-1]:.3f}  of the longer ones {every_long[-1]:.3f}  pairs of others {wrong}")
    print(f"{'mean':<20} recall {sum(every) / len(every):.3f}  of the longer ones {sum(every_long) / len(every):.3f}")
    print(f"found among the articles themselves: {len(own)} pairs")
    for copy in own:
        show(copy, rows, texts=texts)
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--pairs", action="store_true")
    options = parser.parse_args()
    sys.exit(main(options.folder, texts=options.pairs))
