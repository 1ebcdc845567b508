"""Golden cases: folders with an article (``input.txt``, ``meta.json``) and its claims in short (``expected.json``).

The expected claims are saved from the pipeline's own output: they show what a change gains and loses, they do not
say what is right.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from dateline.model.article import Article
from dateline.model.reading import Reading

FOLDER = Path(__file__).parent
FIELDS = ("mode", "aux", "hedge", "actors", "recipients", "places", "time", "figures", "sources")
Short = dict[str, Any]


def names() -> list[str]:
    """The cases, by the names of their folders."""
    return sorted(path.parent.name for path in FOLDER.glob("*/input.txt"))


def article(name: str) -> Article:
    """The article of a case."""
    meta = json.loads((FOLDER / name / "meta.json").read_text(encoding="utf-8"))
    text = (FOLDER / name / "input.txt").read_text(encoding="utf-8")
    return Article(name, text, title=meta["title"], published=date.fromisoformat(meta["published"]))


def expected(name: str) -> list[Short]:
    """The saved claims of a case; empty where none are saved yet."""
    path = FOLDER / name / "expected.json"
    saved: list[Short] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return saved


def save(name: str, claims: list[Short]) -> None:
    """Saves the claims of a case, one a line so that a difference shows the claim."""
    lines = ",\n".join(json.dumps(claim, ensure_ascii=False) for claim in claims)
    (FOLDER / name / "expected.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def short(reading: Reading) -> list[Short]:
    """The contract's claims of a reading in short form."""
    return [_short(claim) for claim in reading.to_json()["claims"]]


def title(claim: Short) -> str:
    """What tells a claim from the others of its text: where its trigger stands, its type and its words."""
    return f"{claim['start']} {claim['event']} {claim['trigger']!r}"


def _short(claim: Short) -> Short:
    time = claim["time"]
    return {
        "start": claim["trigger"]["start"],
        "event": claim["event"],
        "trigger": claim["trigger"]["text"],
        "mode": claim["mode"],
        "aux": claim["aux"],
        "hedge": claim["hedge"],
        "actors": [each["text"] for each in claim["actors"]],
        "recipients": [each["text"] for each in claim["recipients"]],
        "places": [[each[key] for key in ("text", "role", "name", "country")] for each in claim["places"]],
        "time": [time["text"], time["from"], time["to"]] if time else None,
        "figures": [[each[key] for key in ("text", "measure", "low", "high", "who")] for each in claim["figures"]],
        "sources": [each["text"] for each in claim["sources"]],
    }
