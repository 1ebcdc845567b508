"""Copies among real articles: those that `find_copies` finds, as a system's lines and scored against gold.

    python bench/copies.py [FOLDER] [--out FILE] [--errors]

FOLDER (default ../shared/gold/incidents-dev) holds ``articles.jsonl`` and ``copies.json``: the pairs that are copies
with their kind, pairs that are none, and pairs that are unsure and count nowhere. Prints precision and recall of the
pairs, how many kinds are right, and the time of each step. ``--out`` writes one line ``{"copy": [id, id], ...}`` for
each copy, ``--errors`` names the pairs that are wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from dateline.model.article import Article
from dateline.read.inputs import read_inputs
from dateline.reconcile.copies import Printed, compare, find_copies, printed
from dateline.reconcile.copy import Copy
from dateline.settings import Settings

FOLDER = Path("../shared/gold/incidents-dev")
Pair = frozenset[str]


def named(pairs: Iterable[dict[str, Any]]) -> dict[Pair, str]:
    """Gold pairs with their kind ("" where none is given)."""
    return {frozenset((pair["a"], pair["b"])): pair.get("kind", "") for pair in pairs}


def report(found: list[Copy], gold: dict[str, Any], *, errors: bool) -> None:
    """Print precision, recall, and the kinds of those that are right."""
    copies, unsure, apart = (named(gold[key]) for key in ("copies", "unsure", "not_copies"))
    given = {frozenset((copy.a, copy.b)): copy for copy in found}
    counted = set(given) - set(unsure)
    right = counted & set(copies)
    precision, recall = len(right) / max(1, len(counted)), len(right) / max(1, len(copies))
    print(f"copies  precision {precision:.3f}  recall {recall:.3f}  gold {len(copies)}  given {len(counted)}")
    print(f"        unsure pairs given {len(set(given) & set(unsure))}  told apart by gold {len(given.keys() & apart)}")
    kinds = Counter((copies[pair], given[pair].kind) for pair in right)
    print(f"kinds   right {sum(n for (one, other), n in kinds.items() if one == other)} of {len(right)}")
    for (one, other), count in sorted(kinds.items()):
        print(f"        {one} given as {other}: {count}")
    if errors:
        for pair in sorted(map(sorted, counted - set(copies))):
            print("false ", *pair, given[frozenset(pair)].reason, file=sys.stderr)
        for pair in sorted(map(sorted, set(copies) - right)):
            print("missed", *pair, copies[frozenset(pair)], file=sys.stderr)


def timed(articles: list[Article]) -> list[Printed]:
    """The articles as they are compared; prints the time for each, and for each of all pairs."""
    start = time.perf_counter()
    made = [printed(article, name=article.name) for article in articles]
    made_at = time.perf_counter()
    pairs = list(combinations(made, 2))
    for one, other in pairs:
        compare(one, other)
    compared_at = time.perf_counter()
    kept = sum(len(one.fingerprints) for one in made) / len(made)
    print(f"time    words and fingerprints {1e3 * (made_at - start) / len(made):.2f} ms an article ({kept:.0f} kept)")
    print(f"        comparison {1e3 * (compared_at - made_at) / len(pairs):.2f} ms a pair, over all {len(pairs)} pairs")
    return made


def main(folder: Path, out: Path | None, *, errors: bool) -> int:
    """Find the copies among the articles of `folder` and score them."""
    paths = [folder / name for name in ("articles.jsonl", "copies.json")]
    if missing := [path for path in paths if not path.is_file()]:
        print(f"no gold here: {missing[0]} does not exist; name the folder that holds it", file=sys.stderr)
        return 2
    read = read_inputs([str(paths[0])], settings=Settings())
    made = timed([item for item in read if isinstance(item, Article)])
    start = time.perf_counter()
    found = find_copies(made)
    print(f"        find_copies {time.perf_counter() - start:.2f} s for {len(made)} articles")
    if out is not None:
        out.write_text("".join(json.dumps(copy.to_json()) + "\n" for copy in found), encoding="utf-8")
    report(found, json.loads(paths[1].read_text(encoding="utf-8")), errors=errors)
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    sys.exit(main(options.folder, options.out, errors=options.errors))
