"""What changed between two outputs of `dateline read` on the same articles; no gold is needed.

    python bench/compare.py OLD.jsonl NEW.jsonl

A line is a claim gained (+), lost (-) or changed (~, with what it was and is), under the article that it stands in.
Claims are paired as `dateline bench` pairs them with gold, and their parts compared as it compares them: words that
overlap by half, places within 25 km, equal figures, days and labels. The last lines count them. Articles that only one
file has are told and not compared.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

from dateline.bench.items import Item, items
from dateline.cli.bench_files import load_gold

Json = dict[str, Any]
SIGNS: Final = {"missed": "-", "extra": "+"}
IN_THE_CLAIM: Final = frozenset({"mode", "aux"})  # the words of the claim itself hold them


def differences(old: Json, new: Json) -> list[Item]:
    """What differs in one article, in text order."""
    found = [one for one in items(old, new["claims"]) if _differs(one)]
    return sorted(found, key=lambda one: (one.start, one.kind not in {"claims", "type", *SIGNS}, one.kind, one.at))


def _differs(item: Item) -> bool:
    if item.kind == "claims":
        return item.gold != item.predicted
    return not item.right and item.kind not in IN_THE_CLAIM


def line(item: Item) -> str:
    """One difference in words."""
    sign = SIGNS.get(item.kind, "~")
    if sign == "~":
        part = "claim" if item.kind in {"claims", "type"} else item.kind
        return f"  ~ {part}: {item.gold or '–'} → {item.predicted or '–'} | {item.sentence}"
    return f"  {sign} {item.gold or item.predicted} | {item.sentence}"


def main(old_path: Path, new_path: Path) -> int:
    """Print the differences between the two files; 1 where there are any, as `diff` does."""
    old, new = ({str(one["id"]): one for one in load_gold(path)} for path in (old_path, new_path))
    counts: Counter[str] = Counter()
    for name in [*old, *(each for each in new if each not in old)]:
        if name not in old or name not in new:
            print(f"{name}: only in {old_path if name in old else new_path}")
            counts["articles not compared"] += 1
            continue
        if old[name]["text"] != new[name]["text"]:
            print(f"{name}: the text is another one")
            counts["articles not compared"] += 1
            continue
        found = differences(old[name], new[name])
        print("\n".join([name, *map(line, found)]) if found else "", end="\n" if found else "")
        counts.update({"missed": "lost", "extra": "gained"}.get(one.kind, "changed") for one in found)
    print(", ".join(f"{counts[name]} {name}" for name in ("gained", "lost", "changed", "articles not compared")))
    return int(bool(counts))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
