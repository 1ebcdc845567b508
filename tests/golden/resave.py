"""Saves what the pipeline gives today as the expected claims of the golden cases, and prints what changed.

Run as ``python tests/golden/resave.py``; read the printed changes before you keep them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from dateline.pipeline import Pipeline  # the path above must be there first
from dateline.settings import Settings
from tests.golden import cases
from tests.golden.cases import FIELDS, Short, title


def changes(before: list[Short], after: list[Short]) -> Iterator[str]:
    """A line for each claim lost or gained and for each value that is another one."""
    old, new = ({title(claim): claim for claim in claims} for claims in (before, after))
    yield from (f"- lost   {key}" for key in old if key not in new)
    yield from (f"+ gained {key}" for key in new if key not in old)
    for key in (key for key in old if key in new):
        for field in FIELDS:
            if old[key][field] != new[key][field]:
                yield f"~ {key} {field}: {old[key][field]} -> {new[key][field]}"


def main() -> None:
    """Re-saves all cases."""
    pipeline = Pipeline.load(Settings(), learned=False)
    for name in cases.names():
        claims = cases.short(pipeline.read_one(cases.article(name)))
        lines = list(changes(cases.expected(name), claims))
        cases.save(name, claims)
        print(f"{name}: {len(claims)} claims, {len(lines)} changes")  # noqa: T201 (a script: print is its output)
        for line in lines:
            print(f"  {line}")  # noqa: T201


if __name__ == "__main__":
    main()
