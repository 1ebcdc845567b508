"""Statements: what each origin says in one article, without what is said twice."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.claim import Claim, Figure
from dateline.model.report import Statement
from dateline.reconcile.origins import Teller
from dateline.reconcile.statements import settled, statements
from tests.factories import claim, span, stored

TEXT = (
    "At least 14 people died in Qarrah. The mayor said 14 people, among them 3 children, had died and 30 were hurt. "
    "Activists put it at 14. The previous death toll was 9. The clinic counted 15 dead here and six others there."
)
TELLER = Teller("The Post")


def _say(trigger: str, *sources: str, **measures: object) -> Claim:
    evidence = next(s for s in TEXT.split(". ") if trigger in s)
    return claim(text=TEXT, trigger=trigger, evidence=evidence, sources=sources, **measures)  # type: ignore[arg-type]


def _told(*claims: Claim) -> list[tuple[str, str, float | None, float | None, bool]]:
    rows = stored(*claims, text=TEXT)
    return [_brief(one) for one in settled(statements([row.claim for row in rows], TELLER))]


def _brief(one: Statement) -> tuple[str, str, float | None, float | None, bool]:
    return (one.origin.name, one.measure, one.low, one.high, one.part)


def test_a_lead_that_sums_up_is_said_by_the_one_credited() -> None:
    assert _told(_say("died", killed=(14, None)), _say("hurt", "mayor", killed=14)) == [
        ("mayor", "killed", 14, 14, False)
    ]


def test_a_lead_with_another_number_is_the_outlets_own() -> None:
    assert len(_told(_say("died", killed=20), _say("hurt", "mayor", killed=14))) == 2


def test_a_speaker_without_a_name_who_gives_the_same_number_is_the_one_named() -> None:
    assert _told(_say("put", "Activists", killed=14), _say("hurt", "mayor", killed=14)) == [
        ("mayor", "killed", 14, 14, False)
    ]
    assert len(_told(_say("put", "Activists", killed=16), _say("hurt", "mayor", killed=14))) == 2


def test_the_toll_called_previous_is_none() -> None:
    assert _told(_say("previous", killed=9)) == []


def _counted(*figures: tuple[str, float, str]) -> Claim:
    made = tuple(Figure(span(TEXT, words), "killed", n, n, who) for words, n, who in figures)
    return replace(claim(text=TEXT, trigger="counted", evidence="The clinic counted"), figures=made)


def test_a_part_beside_the_whole_says_nothing_more_and_alone_is_a_lower_bound() -> None:
    assert _told(_counted(("14 people", 14, "people"), ("3 children", 3, "children"))) == [
        ("The Post", "killed", 14, 14, False)
    ]
    assert _told(_counted(("3 children", 3, "children"))) == [("The Post", "killed", 3, None, True)]


def test_some_of_them_are_a_part_where_the_same_is_counted() -> None:
    text = "Nearly 150 people were brought out. The Red Cross took 118 of them to clinics."
    made = (Figure(span(text, "118 of them"), "evacuated", 118, 118, "them"),)
    one = replace(claim("MOVE", text=text, trigger="took", evidence="The Red Cross took"), figures=made)
    (row,) = stored(one, text=text)
    assert [_brief(each) for each in statements([row.claim], TELLER)] == [("The Post", "evacuated", 118, None, True)]


def test_several_of_some_kind_are_no_toll() -> None:
    several = replace(_counted(("six others", 3, "colleagues")).figures[0], high=9)
    assert _told(replace(_counted(("six others", 3, "colleagues")), figures=(several,))) == []


def test_others_come_on_top() -> None:
    assert _told(_counted(("15 dead", 15, "dead"), ("six others", 6, "others"))) == [
        ("The Post", "killed", 21, 21, False)
    ]
