"""What stands beside an incident or an article: near misses, copies, places that are held."""

from __future__ import annotations

from typing import Any

from dateline.incorporate import judging
from dateline.incorporate.update import update
from dateline.store import beside
from dateline.store.beside import HeldPlace
from dateline.store.record import Record
from tests.factories import article, claim, reading

TEXT = "Shelling killed 14 people in Qarrah on Tuesday, the local council said."
HITS: dict[str, Any] = {"trigger": "killed", "place": "Qarrah", "day": "2021-03-02", "mode": "heavy-weapons"}


def fill(record: Record, count: int) -> None:
    """So many outlets that tell of one attack in the same words, each in an article of its own."""
    for n in range(count):
        made = claim(text=TEXT, killed=14, sources=["the local council"], **HITS)
        record.add(reading(made, of=article(TEXT, name=f"n{n}", publisher=f"Outlet {n}")))
    update(record)


def test_what_was_parted_is_a_near_miss_with_its_signs(record: Record) -> None:
    fill(record, 3)
    (one,) = record.incidents()
    with record.derived() as derived:
        whole = set(derived.reports_holding(one["claims"]).values())
    with record.reading() as connection:
        assert beside.near_misses(connection, whole, 5) == []
    judging.judge_split(record, one["id"], one["claims"][:1], judging.Author("Ada"))
    update(record)
    alone, rest = sorted(record.incidents(), key=lambda each: len(each["claims"]))
    with record.derived() as derived:
        reports = set(derived.reports_holding(alone["claims"]).values())
    with record.reading() as connection:
        (miss,) = beside.near_misses(connection, reports, 5)
        assert beside.near_misses(connection, reports, 0) == []
    assert miss.incident == rest["id"]
    assert miss.report in reports
    assert miss.score > 3.5  # it was merged until a person parted it
    assert {"sign": "day", "weight": 2.0, "reason": "both on 2021-03-02"} in miss.signs


def test_incidents_are_found_by_their_claims_and_ids(record: Record) -> None:
    fill(record, 2)
    (one,) = record.incidents()
    with record.reading() as connection:
        assert beside.incidents_of_claims(connection, [*one["claims"], "nowhere"]) == dict.fromkeys(
            one["claims"], one["id"]
        )
        assert beside.bodies(connection, [one["id"], "nowhere"]) == {one["id"]: one}


def test_copies_are_told_from_the_side_of_the_article(record: Record) -> None:
    words = " ".join(f"word{n} of a long dispatch from Qarrah about flour" for n in range(12)) + "."
    for name, text in (("short", words), ("long", f"{words} " + "It goes on for long here and elsewhere, too. " * 3)):
        record.add(reading(of=article(text, name=name, publisher=name.title())))
    update(record)
    for name, other in (("short", "long"), ("long", "short")):
        with record.reading() as connection:
            (found,) = beside.copies_of(connection, record.matches(name)[0].id)
        assert (found["other"]["name"], found["other"]["published"]) == (other, "2021-03-03")
        assert (found["mine"] > found["theirs"]) == (name == "short")
        assert found["passages"][0]["here"][0] == 0
        assert set(found["passages"][0]) == {"here", "there", "words"}


def test_places_that_are_held_are_counted(record: Record) -> None:
    text = "The Fourth Army holds Qarrah and left Deir Sahl, the council said."
    head: dict[str, Any] = {"text": text, "who": ["The Fourth Army"]}
    record.add(
        reading(
            claim("CONTROL", trigger="holds", mode="hold", place="Qarrah", **head),
            claim("CONTROL", trigger="left", mode="lose", place="Deir Sahl", **head),
            claim("CONTROL", trigger="and", mode="contest", place="Qarrah", **head),
            claim("MOVE", trigger="left", place="Deir Sahl", **head),
            of=article(text),
        )
    )
    with record.reading() as connection:
        assert beside.count_control(connection) == 3
        assert beside.control_places(connection, 5) == [HeldPlace("Qarrah", "SYR", 2), HeldPlace("Deir Sahl", "SYR", 1)]
        assert beside.control_places(connection, 1) == [HeldPlace("Qarrah", "SYR", 2)]
