"""Our own training articles: every quote stands in its text, and a coding that does not fit is told with its place."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

TRAINING = Path(__file__).parents[2] / "training"
if not TRAINING.is_dir():
    pytest.skip("training/ is not here: it is part of the sources, not of the wheel", allow_module_level=True)
_SPEC = importlib.util.spec_from_file_location("own", TRAINING / "own.py")
assert _SPEC is not None
assert _SPEC.loader is not None
own: Any = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(own)

TEXT = "Rebels attacked the mill on Friday.\n\nThe attack on the mill killed two men, the mayor said on Friday."
CLAIM = {
    "event": "ASSAULT",
    "trigger": "attack",
    "evidence": "The attack on the mill killed two men",
    "actors": ["Rebels"],
    "at": ["the mill"],
    "time": "Friday",
    "sources": ["the mayor"],
}


def _written(folder: Path, *claims: dict[str, Any], text: str = TEXT) -> Path:
    path = folder / "mills-1.yaml"
    path.write_text(yaml.safe_dump([{"id": "one", "published": "2020-05-04", "text": text, "claims": list(claims)}]))
    return path


def test_the_articles_that_ship_are_sound() -> None:
    articles = own.own_articles(sorted((TRAINING / "articles").glob("*.yaml")))
    assert len(articles) > 300
    for one in articles:
        for claim in one["claims"]:
            assert claim["evidence"]["start"] <= claim["trigger"]["start"] < claim["trigger"]["end"]
            if "published" not in one and claim["time"] is not None:
                words = one["text"][claim["time"]["start"] : claim["time"]["end"]]
                assert re.search(r"\b(19|20)\d\d\b", words), (one["id"], words, "no date to count from")


def test_a_quote_is_found_in_the_evidence_first_and_then_nearest_to_it(tmp_path: Path) -> None:
    (article,) = own.own_articles([_written(tmp_path, CLAIM)])
    (claim,) = article["claims"]
    assert article["id"] == "mills-1-one"
    assert claim["trigger"]["start"] == TEXT.index("attack on")
    assert claim["actors"] == [{"start": 0, "end": 6}]
    assert claim["places"] == [{"role": "at", "start": TEXT.rindex("the mill"), "end": TEXT.rindex("the mill") + 8}]
    assert claim["time"]["start"] == TEXT.index("Friday")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"event": "ATTACK"}, "no such type"),
        ({"event": "ASSAULT naval"}, "no such mode"),
        ({"aux": "maybe"}, "no such aux"),
        ({"trigger": "attacked"}, "not in the evidence"),
        ({"evidence": "The attack killed"}, "not in the text"),
        ({"evidence": "the mill"}, "stands in the text 2 times"),
        ({"actors": ["rebels"]}, "not in the text"),
        ({"actor": ["Rebels"]}, "unknown keys"),
        ({"actors": ["Rebel"]}, "not in the text"),  # cuts a word in two
    ],
)
def test_what_does_not_fit_is_told_with_its_place(tmp_path: Path, changed: dict[str, Any], told: str) -> None:
    with pytest.raises(own.CodingError, match=told) as caught:
        own.own_articles([_written(tmp_path, CLAIM | changed)])
    assert "mills-1.yaml, one" in str(caught.value)
