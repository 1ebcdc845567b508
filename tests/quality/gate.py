"""The quality gate's measuring: the development gold through the whole pipeline, and the floors that it must hold.

    python tests/quality/gate.py            show what is reached beside the floors
    python tests/quality/gate.py --raise    raise the floors to what is reached; a floor is never lowered

The gold is no part of this repository: it is looked for in ../shared/gold beside it, or in DATELINE_SHARED/gold.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from dateline.bench.score import score
from dateline.model.reading import Reading
from dateline.pipeline import Pipeline
from dateline.read.inputs import read_inputs
from dateline.settings import Settings

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.json")
Json = dict[str, Any]


def gold_folder() -> Path:
    """Where the gold lies, whether it is there or not."""
    return Path(os.environ.get("DATELINE_SHARED", ROOT.parent / "shared")) / "gold"


def build_gold(folder: Path) -> str:
    """The development articles with their coded claims as JSON Lines, made by the gold's own script."""
    command = [sys.executable, str(folder / "build.py"), str(folder / "dev")]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def measured(gold: str, work: Path, pipeline: Pipeline) -> dict[str, float]:
    """F1 by part, share of claims by label, and overall; the pipeline sees the articles without their claims.

    A label counts over all claims of gold that have one, found or not: its accuracy over the claims that were found
    falls when harder ones are found too.
    """
    articles = [json.loads(line) for line in gold.splitlines()]
    bare = work / "articles.jsonl"
    kept = [{key: value for key, value in article.items() if key != "claims"} for article in articles]
    bare.write_text("".join(json.dumps(article) + "\n" for article in kept), encoding="utf-8")
    items = pipeline.read(read_inputs([str(bare)], settings=Settings()))
    result = score(articles, [item.to_json() for item in items if isinstance(item, Reading)])
    claims = [claim for article in articles for claim in article["claims"]]
    asked = {name: sum(name != "mode" or claim["mode"] is not None for claim in claims) for name in result.labels}
    labels = {name: round(label.right / asked[name], 3) for name, label in result.labels.items()}
    return (
        {name: part.f1 for name, part in {"found": result.found, **result.parts}.items()}
        | labels
        | {"overall": result.overall}
    )


def digest(gold: str) -> str:
    """SHA-256 of the gold, so that floors are never compared across different gold."""
    return hashlib.sha256(gold.encode()).hexdigest()


def main(*, lift: bool) -> int:
    """Show, and with `lift` raise, the floors."""
    import tempfile  # noqa: PLC0415 (a script's need, not the tests')

    gold = build_gold(gold_folder())
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}}
    with tempfile.TemporaryDirectory() as work:
        reached = measured(gold, Path(work), Pipeline.load(Settings()))
    for name, value in reached.items():
        print(f"{name:12} {value:.3f}  floor {pinned['floors'].get(name, 0):.3f}")  # noqa: T201 (its output)
    if lift:
        floors = {name: max(value, pinned["floors"].get(name, 0)) for name, value in reached.items()}
        FLOORS.write_text(json.dumps({"gold": digest(gold), "floors": floors}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(lift="--raise" in sys.argv[1:]))
