"""What an origin says beside what others say; who holds what."""

from __future__ import annotations

# Makers below hand their keywords on.
# ruff: noqa: ANN401
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.reconcile.control import Held
from dateline.serve.present.holding import by_place
from dateline.serve.present.source import said_of


def position(origin: str, low: float | None, high: float | None) -> dict[str, Any]:
    return {"origin": origin, "kind": "speaker", "low": low, "high": high, "articles": ["a"], "last": None}


def test_numbers_are_set_against_those_of_others_who_disagree_first() -> None:
    names = ("Council", "Army", "Relief Union")
    body = {
        "id": "i1",
        "event": "ASSAULT",
        "modes": [],
        "status": "negation",
        "place": "Qarrah",
        "country": None,
        "from": None,
        "to": None,
        "sources": [{"name": name, "kind": "speaker", "articles": [name.lower()]} for name in names],
        "figures": [
            {
                "measure": "killed",
                "positions": [position("Council", 44, 44), position("Relief Union", 40, None), position("Army", 4, 9)],
            },
            {"measure": "injured", "positions": [position("Army", 5, 5)]},
        ],
    }
    found = said_of(body, "Council")
    (number,) = found.numbers
    assert (number.measure, number.said, number.contradicted) == ("killed", "44", True)
    assert [(other.name, other.said, other.agrees) for other in number.others] == [
        ("Army", "4–9", False),
        ("Relief Union", "40+", True),
    ]
    assert (found.status, found.place, found.articles, found.others) == ("did not happen", "Qarrah", ("council",), 2)
    assert said_of(body, "Relief Union").numbers[0].contradicted
    assert said_of(body, "Army").numbers[1].others == ()


def held(place: str, **changes: Any) -> Held:
    whole = Held(
        place=place,
        country="SYR",
        first=date(2021, 3, 2),
        last=None,
        change="capture",
        holder="Fourth Army",
        status="happened",
        low=None,
        high=None,
        origins=("Army",),
        articles=("a",),
        claim_ids=("c",),
        told=date(2021, 3, 3),
    )
    return replace(whole, **changes)


def test_who_holds_a_place_is_told_place_by_place() -> None:
    qarrah, sahl = by_place(
        [
            held("Qarrah"),
            held("Qarrah", first=None, holder=None, change="hold", low=0.4, status="future"),
            held("Deir Sahl", told=None, first=None, change="besiege", country=None),
        ]
    )
    assert (qarrah.name, qarrah.country, sahl.country) == ("Qarrah", "SYR", "")
    taken, told = qarrah.entries
    assert (taken.when, taken.told, taken.holder, taken.does) == ("2021-03-02", False, "Fourth Army", "takes")
    assert (told.when, told.told, told.holder, told.does) == ("2021-03-03", True, "somebody", "holds")
    assert (told.share, told.status) == ("40%+", "planned")
    assert (sahl.entries[0].when, sahl.entries[0].does) == ("on no known day", "besiege")
