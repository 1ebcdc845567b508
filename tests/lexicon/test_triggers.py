"""The trigger table: every rule names what the codebook knows, and a rule that does not is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from dateline.errors import InstallError
from dateline.lexicon import triggers
from dateline.lexicon.load import load
from dateline.lexicon.triggers import CONDITIONS, FIELDS, FRAMES, KINDS, Rule, Table, things, trigger_rules
from dateline.model.codebook import AUX, EVENTS, MEASURES, MODES

RAW: list[dict[str, Any]] = load("triggers")["rules"]
RULES: list[Rule] = [rule for rules in trigger_rules().values() for rule in rules]
LISTED = (*KINDS, *CONDITIONS, "recipients", "actors")


def table(monkeypatch: pytest.MonkeyPatch, *rules: Mapping[str, Any]) -> Table:
    """The table that a file with only these rules would give."""
    monkeypatch.setattr(triggers, "load", lambda _: {"rules": rules})
    return trigger_rules.__wrapped__()


KILL = {"event": "ASSAULT", "measure": "killed", "verbs": ["kill", "slay"], "nouns": ["killing", "death toll"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"event": "WAR"},
        {"event": "assault"},
        {"mode": "laser"},
        {"mode": "capture"},  # of CONTROL, not of ASSAULT
        {"measure": "houses"},
        {"frame": "sideways"},
        {"weather": ["fog"]},
        {"verb": ["kill"]},
    ],
    ids=lambda wrong: "-".join(f"{key}:{value}" for key, value in wrong.items()),
)
def test_a_rule_that_names_what_does_not_exist_is_refused(
    monkeypatch: pytest.MonkeyPatch, wrong: dict[str, Any]
) -> None:
    """The error gives the rule's number in the file and what is wrong with it."""
    with pytest.raises(InstallError, match="rule 1 ") as caught:
        table(monkeypatch, KILL, KILL | wrong)
    assert any(str(part) in caught.value.what for part in (*wrong, *wrong.values()))


def test_a_rule_with_an_unknown_auxiliary_mode_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InstallError):
        table(monkeypatch, KILL | {"aux": "maybe"})


def test_a_rule_without_an_event_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InstallError):
        table(monkeypatch, {"verbs": ["kill"]})


def test_a_rule_stands_under_each_of_its_words_by_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    made = table(monkeypatch, KILL)
    assert set(made) == {("verbs", "kill"), ("verbs", "slay"), ("nouns", "killing"), ("nouns", "death toll")}
    assert made["verbs", "kill"] == made["nouns", "death toll"]


def test_rules_for_one_word_are_tried_in_the_order_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    first = KILL | {"object": ["time"], "event": "STATEMENT", "measure": None}
    assert [rule.event for rule in table(monkeypatch, first, KILL)["verbs", "kill"]] == ["STATEMENT", "ASSAULT"]


def test_what_a_rule_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    (rule,) = table(monkeypatch, {"event": "PROTEST", "verbs": ["march"]})["verbs", "march"]
    assert (rule.mode, rule.measure, rule.aux, rule.frame) == (None, None, None, "act")
    assert (rule.recipients, rule.actors, dict(rule.conditions)) == ((), (), {})
    assert (rule.clause, rule.passive, rule.numbered) == (False, False, False)


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        trigger_rules()["verbs", "kill"] = ()  # type: ignore[index]


def test_every_rule_in_the_file_names_what_the_codebook_knows() -> None:
    assert len(RAW) > 100
    assert [rule for rule in RULES if rule.event not in EVENTS] == []
    assert [rule for rule in RULES if rule.mode is not None and rule.mode not in MODES[rule.event]] == []
    assert [rule for rule in RULES if rule.measure is not None and rule.measure not in MEASURES] == []
    assert [rule for rule in RULES if rule.aux is not None and rule.aux not in AUX] == []
    assert [rule for rule in RULES if rule.frame not in FRAMES] == []


def test_every_rule_has_a_word_and_only_known_keys() -> None:
    assert [raw for raw in RAW if not any(raw.get(kind) for kind in KINDS)] == []
    assert [set(raw) for raw in RAW if set(raw) - {*FIELDS, *KINDS, *CONDITIONS}] == []


def test_words_are_lists_so_that_none_is_spelled_out_letter_by_letter() -> None:
    assert [raw for raw in RAW if any(not isinstance(raw.get(name, []), list) for name in LISTED)] == []


WORDS = [word for raw in RAW for kind in KINDS for word in raw.get(kind, [])]


def test_trigger_words_are_lemmas() -> None:
    assert [word for word in WORDS if word != word.lower() or not word.strip()] == []


def test_trigger_words_have_at_most_two_words() -> None:
    assert [word for word in WORDS if len(word.split()) > 2] == []


def test_every_event_but_the_bare_statement_has_a_word() -> None:
    assert {rule.event for rule in RULES} >= set(EVENTS) - {"STATEMENT"}


@pytest.mark.parametrize(
    ("kind", "word", "event"),
    [
        ("verbs", "kill", "ASSAULT"),
        ("verbs", "kidnap", "ASSAULT"),
        ("verbs", "evacuate", "MOVE"),
        ("verbs", "besiege", "COERCE"),
        ("verbs", "withdraw", "RETREAT"),
        ("verbs", "condemn", "ACCUSE"),
        ("nouns", "protest", "PROTEST"),
        ("nouns", "airstrike", "ASSAULT"),
        ("nouns", "ceasefire", "RETREAT"),
        ("adjectives", "missing", "CONDITION"),
    ],
)
def test_words_that_everyone_would_look_for(kind: str, word: str, event: str) -> None:
    assert event in {rule.event for rule in trigger_rules()[kind, word]}


def test_weapons_and_verbs_imply_modes_of_assault() -> None:
    known = things()
    modes = {*known.weapons.values(), *known.compounds.values(), *known.verbs.values()}
    assert modes <= set(MODES["ASSAULT"])


@pytest.mark.parametrize("group", ["weapons", "compounds", "verbs"])
def test_no_weapon_stands_under_two_modes(group: str) -> None:
    words = [word for listed in load("things")[group].values() for word in listed]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("barrel bomb", "aerial"),
        ("car bomb", "explosives"),
        ("tear gas", "crowd-control"),
        ("gas attack", "unconventional"),
    ],
)
def test_two_words_tell_more_than_one(words: str, mode: str) -> None:
    first, last = words.split()
    assert things().compounds[first, last] == mode
