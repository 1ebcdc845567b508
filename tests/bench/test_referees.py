"""The mappings from claims to the labels of public corpora: which claim is the main one, and what becomes of it."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dateline.model.codebook import EVENTS, MODES
from tests.factories import DISPATCH, claim, reading

Json = dict[str, Any]
SCRIPTS = Path(__file__).parents[2] / "bench"


@pytest.fixture(scope="module")
def scripts() -> dict[str, ModuleType]:
    """The scripts, imported from their folder as they import each other."""
    sys.path.insert(0, str(SCRIPTS))
    try:
        return {name: importlib.import_module(name) for name in ("labels", "referee_case2021", "referee_plover")}
    finally:
        sys.path.remove(str(SCRIPTS))


def made(event: str, trigger: str = "killed", **rest: Any) -> Json:  # noqa: ANN401 (a claim's fields)
    (out,) = reading(claim(event, trigger=trigger, **rest)).to_json()["claims"]
    return dict(out)


# ---- one label an item


def test_f1_is_weighted_by_how_often_gold_has_a_label(scripts: dict[str, ModuleType]) -> None:
    found = scripts["labels"].Labelled((("a", "a"), ("a", "a"), ("a", "b"), ("b", "b")))
    assert found.accuracy == 0.75
    assert found.f1() == {"a": 0.8, "b": pytest.approx(2 / 3)}
    assert found.macro == pytest.approx((0.8 + 2 / 3) / 2)
    assert found.weighted == pytest.approx((3 * 0.8 + 2 / 3) / 4)
    assert found.confusions() == [(("a", "b"), 1)]


def test_no_items_score_nothing(scripts: dict[str, ModuleType]) -> None:
    none = scripts["labels"].Labelled(())
    assert (none.accuracy, none.macro, none.weighted) == (0, 0, 0)


def test_a_missing_folder_is_told(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is not there"):
        scripts["labels"].load_items(tmp_path / "dev.jsonl")


# ---- CASE 2021

RULES: list[tuple[Json, bool]] = [
    ({"events": ["ASSAULT"]}, True),
    ({"events": ["ASSAULT heavy-weapons drone"]}, True),
    ({"events": ["ASSAULT aerial"]}, False),
    ({"events": ["MOVE", "ASSAULT"]}, True),
    ({"events": ["ASSAULT"], "words": ["shell"]}, True),
    ({"events": ["ASSAULT"], "words": ["hell"]}, False),
    ({"events": ["ASSAULT"], "words": ["shell"], "and": ["bridge"]}, False),
    ({"events": ["ASSAULT"], "words": ["shell"], "and": ["market"]}, True),
    ({"events": ["ASSAULT"], "without": ["market of"]}, False),
    ({"words": ["fourth army"]}, True),
    ({"events": ["ASSAULT"], "actors": ["MIL"]}, True),
    ({"events": ["ASSAULT"], "actors": ["REB"]}, False),
]


@pytest.mark.parametrize(("rule", "held"), RULES)
def test_a_rule_holds_where_all_its_conditions_do(scripts: dict[str, ModuleType], rule: Json, *, held: bool) -> None:
    from dateline.model.grounded import Actor  # noqa: PLC0415 (beside its only use)

    one = made("ASSAULT", mode="heavy-weapons", who=[Actor("The Fourth Army", "SYR", "MIL")])
    assert scripts["referee_case2021"].holds(rule, DISPATCH, [one]) is held


def test_the_first_rule_decides_and_what_happened_comes_before_what_may(scripts: dict[str, ModuleType]) -> None:
    decide = scripts["referee_case2021"].deciding
    mapping = {"rules": [{"label": "A", "events": ["ASSAULT"]}, {"label": "B", "events": ["MOVE"]}]}
    planned, fled = made("ASSAULT", aux="future"), made("MOVE", trigger="fled")
    assert decide(DISPATCH, [fled, made("ASSAULT")], mapping)["label"] == "A"
    assert decide(DISPATCH, [fled, planned], mapping)["label"] == "B"
    assert decide(DISPATCH, [planned], mapping)["label"] == "A"
    assert decide(DISPATCH, [], mapping) is None


def test_the_mapping_names_what_the_codebook_knows(scripts: dict[str, ModuleType]) -> None:
    rules = scripts["labels"].load_mapping("case2021.yaml")["rules"]
    assert len({rule["label"] for rule in rules}) == 29  # and the label of what no rule takes
    for kind in (kind for rule in rules for kind in rule.get("events", ())):
        event, *modes = kind.split()
        assert set(modes) <= set(MODES[event]), kind
    known = {"label", "events", "words", "and", "without", "actors", "recipients"}
    assert [rule for rule in rules if set(rule) - known or not set(rule) & {"events", "words"}] == []


# ---- PLOVER

MAIN = [
    ("Rebels killed two guards and fled.", ["killed", "fled"], "killed"),
    ("After rebels killed two guards, villagers fled.", ["killed", "fled"], "fled"),
    ("After rebels killed two guards, the valley was quiet.", ["killed"], "killed"),
    ("Rebels, after a quiet week, killed two guards and fled.", ["killed", "fled"], "killed"),
]


@pytest.mark.parametrize(("text", "triggers", "main"), MAIN)
def test_the_main_claim_is_the_first_that_is_no_opening_circumstance(
    scripts: dict[str, ModuleType], text: str, triggers: list[str], main: str
) -> None:
    claims = [_told("ASSAULT", text, trigger, None) for trigger in reversed(triggers)]
    found = scripts["referee_plover"].main_claim(text, claims, scripts["labels"].load_mapping("plover.yaml"))
    assert found["trigger"]["text"] == main


def _told(event: str, text: str, trigger: str, aux: str | None) -> Json:
    at = text.index(trigger)
    return {"event": event, "aux": aux, "trigger": {"text": trigger, "start": at, "end": at + len(trigger)}}


TYPES = [
    ("AID", "Cuba sent rice.", "sent", None, "AID"),
    ("AID", "Cuba will send rice.", "send", "future", "AGREE"),
    ("AID", "Cuba said it would send rice.", "send", "hypothetical", "AGREE"),
    ("AID", "Cuba said the bank must send rice.", "send", "hypothetical", "REQUEST"),
    ("AID", "Cuba will not send rice.", "send", "negation", "REJECT"),
    ("COERCE", "The junta will close the port.", "close", "future", "THREATEN"),
    ("ASSAULT", "The junta said it did not shell the port.", "shell", "negation", "ASSAULT"),
    ("CONTROL", "Rebels took the port.", "took", None, "ASSAULT"),
    ("REQUEST", "Cuba may ask for rice.", "ask", "hypothetical", "REQUEST"),
]


@pytest.mark.parametrize(("event", "text", "trigger", "aux", "wanted"), TYPES)
def test_a_deed_that_is_not_done_is_an_act_of_speech(  # noqa: PLR0917 (a table's columns)
    scripts: dict[str, ModuleType], event: str, text: str, trigger: str, aux: str | None, wanted: str
) -> None:
    mapping = scripts["labels"].load_mapping("plover.yaml")
    assert scripts["referee_plover"].plover_type(text, _told(event, text, trigger, aux), mapping) == wanted


def test_a_sentence_without_a_claim_has_no_type(scripts: dict[str, ModuleType]) -> None:
    mapping = scripts["labels"].load_mapping("plover.yaml")
    assert scripts["referee_plover"].main_claim("Nothing.", [], mapping) is None
    assert scripts["referee_plover"].plover_type("Nothing.", None, mapping) == "NONE"
    assert set(EVENTS) - set(mapping["types"]) == {"STATEMENT"}


def test_actors_are_hit_by_role_or_either_way_where_they_act_on_each_other(scripts: dict[str, ModuleType]) -> None:
    record = {
        "text": "Oman met Chad.",
        "source": [{"text": "Oman"}],
        "target": [{"text": "Chad", "start": 9, "end": 13}],
    }
    found: Json = {"actors": [{"start": 9, "end": 13}], "recipients": [{"start": 0, "end": 4}]}
    hits = scripts["referee_plover"].hits
    assert (hits(record, found).right, hits(record | {"reciprocal": True}, found).right) == (0, 2)
    assert hits(record, {"actors": found["recipients"], "recipients": found["actors"]}).right == 2
    assert (hits(record, None).gold, hits(record, None).predicted) == (2, 0)
