"""ACLED's types: every row names types and modes of ours, and says no more than ours do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.lexicon.acled import Types, types_of
from dateline.lexicon.load import load
from dateline.model.codebook import MODES


def _tables() -> Iterator[dict[str, dict[str, list[str]]]]:
    data = load("acled")
    yield data["types"]
    yield from data["against"].values()


def test_every_row_is_a_type_and_mode_of_the_codebook() -> None:
    for table in _tables():
        for event, rows in table.items():
            assert set(rows) <= {*MODES[event], "none"}, event
            assert all(1 <= len(row) <= 3 for row in rows.values()), event


def test_every_mode_of_force_has_a_row() -> None:
    assert {*MODES["ASSAULT"], "none"} == set(load("acled")["types"]["ASSAULT"])


@pytest.mark.parametrize(
    ("event", "mode", "against", "wanted"),
    [
        ("ASSAULT", "aerial", "", Types("Political violence", "Explosions/Remote violence", "Air/drone strike")),
        ("ASSAULT", None, "civilians", Types("Political violence")),
        ("ASSAULT", "beat", "civilians", Types("Political violence", "Violence against civilians", "Attack")),
        ("ASSAULT", "beat", "armed", Types("Political violence")),
        ("COERCE", "arrest", "", Types("Strategic developments", "Strategic developments", "Arrests")),
        ("COERCE", "censor", "", None),
        ("STATEMENT", None, "", None),
    ],
)
def test_a_type_is_mapped_as_far_as_that_is_honest(
    event: str, mode: str | None, against: str, wanted: Types | None
) -> None:
    assert types_of(event, mode, against=against) == wanted


def test_what_two_agree_on_is_kept() -> None:
    assert Types("a", "b", "c").agreed([Types("a", "b", "d")]) == Types("a", "b", "")
    assert Types("a", "b", "c").agreed([]) == Types("a", "b", "c")
