"""Who holds what: one entry for what several say alike, contradictions side by side, in the order of days."""

from __future__ import annotations

from datetime import date

from dateline.model.grounded import Actor
from dateline.model.report import Origin
from dateline.reconcile.control import timeline
from dateline.store.stored import StoredClaim
from tests.factories import claim, stored

ARMY = Actor("The Fourth Army", "SYR", "MIL")
COUNCIL = Actor("local council", "SYR", "GOV")


def _holds(
    name: str, who: Actor, *, mode: str = "hold", day: str | None = "2021-03-02", **rest: object
) -> list[StoredClaim]:
    one = claim("CONTROL", mode=mode, who=[who], place="Qarrah", day=day, **rest)  # type: ignore[arg-type]
    return stored(one, name=name, publisher=f"Outlet {name}")


def test_what_several_say_alike_is_one_entry_with_all_its_origins() -> None:
    (held,) = timeline(_holds("a", ARMY) + _holds("b", ARMY))
    assert (held.place, held.holder, held.change) == ("Qarrah", "The Fourth Army", "hold")
    assert held.origins == ("Outlet a", "Outlet b")
    assert held.articles == ("a", "b")


def test_who_contradict_each_other_both_are_there() -> None:
    held = timeline(_holds("a", ARMY) + _holds("b", COUNCIL))
    assert {one.holder for one in held} == {"The Fourth Army", "local council"}


def test_entries_are_in_the_order_of_days() -> None:
    rows = _holds("a", ARMY, mode="capture", day="2021-03-05") + _holds("b", COUNCIL, day="2021-03-01")
    assert [held.first for held in timeline(rows)] == [date(2021, 3, 1), date(2021, 3, 5)]


def test_without_a_day_the_day_of_telling_counts_and_is_called_that() -> None:
    (held,) = timeline(_holds("a", ARMY, day=None))
    assert (held.first, held.told) == (None, date(2021, 3, 3))
    assert held.to_json()["from"] is None


def test_a_share_keeps_its_bounds() -> None:
    (held,) = timeline(_holds("a", ARMY, share=(0.5, None)))
    assert held.to_json()["share"] == {"low": 0.5, "high": None}


def test_other_claims_are_no_control() -> None:
    assert timeline(stored(claim(place="Qarrah"))) == ()


def test_whom_a_claim_comes_from_can_be_told() -> None:
    rows = _holds("a", ARMY) + _holds("b", ARMY)
    wire = [Origin("body wire", "The Wire", "agency")]
    (held,) = timeline(rows, origins={row.id: wire for row in rows})
    assert held.origins == ("The Wire",)
