"""Numbers, days, statuses and names in words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import wording
from tests.corrected_values import VALUES
from tests.factories import claim, stored

INTERVALS = [
    (14, 14, "14"),
    (14.0, 14.0, "14"),
    (15, None, "15+"),
    (None, 150, "up to 150"),
    (2000, 9999, "2,000–9,999"),
    (0, 0, "0"),
    (None, None, "?"),
]


@pytest.mark.parametrize(("low", "high", "said"), INTERVALS)
def test_intervals(low: float | None, high: float | None, said: str) -> None:
    assert wording.interval(low, high) == said


@pytest.mark.parametrize(("low", "high", "said"), [(0.5, 0.5, "50%"), (0.333, None, "33.3%+"), (0.25, 0.75, "25%–75%")])
def test_shares_are_per_cent(low: float, high: float | None, said: str) -> None:
    assert wording.interval(low, high, share=True) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2021-03-02", "2021-03-02", "2021-03-02"),
        ("2021-03-01", "2021-03-02", "2021-03-01 – 03-02"),
        ("2020-12-31", "2021-01-01", "2020-12-31 – 2021-01-01"),
        (None, None, ""),
    ],
)
def test_days(first: str | None, last: str | None, said: str) -> None:
    assert wording.between(first, last) == said


@pytest.mark.parametrize(
    ("aux", "hedge", "said"),
    [
        (None, None, "happened"),
        ("future", "reported", "planned, reported"),
        ("negation", "alleged", "did not happen, alleged"),
        ("hypothetical", None, "possible"),
    ],
)
def test_status(aux: str | None, hedge: str | None, said: str) -> None:
    (row,) = stored(claim(aux=aux, hedge=hedge))
    assert wording.status(row.claim) == said


def test_a_pronoun_is_named_by_what_it_points_to() -> None:
    ref = {"text": "he", "antecedent": {"text": "Sami Darwish"}}
    assert (wording.name(ref), wording.words(ref)) == ("Sami Darwish", "he (Sami Darwish)")
    assert wording.words({"text": "the local council", "name": "Local council"}) == "the local council"


@given(text=st.text())
def test_plain_text_cannot_move_the_cursor(text: str) -> None:
    plain = wording.plain(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202a\u202b\u202e\u2066\u2069" for c in plain)


@given(
    text=st.text(alphabet="ab  ", min_size=0, max_size=120).map(lambda s: " ".join(s.split())), at=st.integers(0, 119)
)
def test_cut_text_says_so_and_holds_what_it_is_cut_around(text: str, at: int) -> None:
    at = min(at, max(0, len(text) - 1))
    cut = wording.clipped(text, 40, around=at)
    assert len(cut) <= 42
    assert (cut.strip("…") == text) == ("…" not in cut)
    assert cut.strip("…") in text


@pytest.mark.parametrize(("value", "said"), VALUES)
def test_values_of_corrections(value: object, said: str) -> None:
    assert wording.corrected_value(value) == said


WAS = [
    ({"field": "aux", "was": None}, "happened"),
    ({"field": "mode", "was": "drone"}, "drone"),
    ({"field": "place", "was": []}, "none"),
    ({"field": "day", "was": {"from": "2021-03-01", "to": "2021-03-02"}}, "2021-03-01 – 03-02"),
    ({"field": "killed", "was": [{"measure": "killed", "low": 14, "high": None}]}, "14+ killed"),
    (
        {"field": "source", "was": [{"text": "A medic", "name": None}, {"text": "it", "name": "Meridian"}]},
        "A medic, Meridian",
    ),
]


@pytest.mark.parametrize(("said", "before"), WAS)
def test_what_a_corrected_field_said_before(said: dict[str, Any], before: str) -> None:
    assert wording.was(said) == before
