"""Argument frames of words that no rule knows."""

from __future__ import annotations

from dateline.lexicon.frames import UNNUMBERED, default_rules
from dateline.model.codebook import EVENTS


def test_each_event_has_a_frame() -> None:
    assert set(default_rules()) == set(EVENTS)


def test_a_frame_has_no_conditions() -> None:
    assert all(not rule.conditions and rule.number == UNNUMBERED for rule in default_rules().values())


def test_partners_meet_and_movers_go() -> None:
    rules = default_rules()
    assert (rules["CONSULT"].frame, rules["MOVE"].frame, rules["CONTROL"].frame) == ("mutual", "go", "place")
    assert "against" in rules["ASSAULT"].recipients
