"""When: the time expression that belongs to an event, and times that belong to something else."""

from __future__ import annotations

import pytest

from tests.extract.wanted import Reader

TIMES = [
    ("A bomb killed nine people on Monday.", [["Monday"]]),
    ("On Monday, a bomb killed nine people.", [["Monday"]]),
    ("A bomb killed nine people in Kirkuk late on Monday.", [["late on Monday"]]),
    ("A bomb killed nine people overnight.", [["overnight"]]),
    ("A bomb killed nine people on 12 March 2015.", [["12 March 2015"]]),
    ("A bomb killed nine people two days ago.", [["two days ago"]]),
    ("A bomb killed nine people last week.", [["last week"]]),
    ("A bomb killed nine people in 2014.", [["2014"]]),
    ("Rebels captured the town on Monday and lost it on Thursday.", [["Monday"], ["Thursday"]]),
    ("Soldiers killed two men on Monday, days after rebels attacked a base on Friday.", [["Monday"], ["Friday"]]),
    ("The president met the king on Tuesday.", [["Tuesday"]]),
    ("Rebels have held the town of Bria for two years.", [["for two years"]]),
    ("A medic said a bomb killed nine people on Sunday.", [["Sunday"]]),
    ("Police said on Monday that a bomb had killed nine people on Sunday.", [["Sunday"]]),
    ("Bombs have killed 90 people since 2015.", [["since 2015"]]),
    (
        "Bombs have killed 90 people since rebels seized the town in 2015.",
        [["since rebels seized the town in 2015"], ["2015"]],
    ),
    ("Jets bombed the village two days after rebels attacked it.", [[], ["two days after"]]),
    ("Rebels have seized four villages in 48 hours.", [["in 48 hours"]]),
    ("The envoy met rebels on Monday over the week-old siege.", [["Monday"], ["week-old"]]),
    ("Rebels had held the town of Bria for two years.", [["for two years"]]),
]
TIMELESS: list[tuple[str, list[list[str]]]] = [
    ("Jets bombed the village for three hours.", [[]]),
    ("A bomb killed nine people.", [[]]),
    ("Rebels captured the town after troops said on Monday that they had to find ways to attack it.", [[], []]),
    ("Soldiers now patrol the streets.", [[]]),
    ("Snipers kill a soldier every week.", [[]]),
    ("Published 4 May 2015. A bomb killed nine people.", [[]]),
    ("It was mild. 4 May 2015 09:42 AM A bomb killed nine people.", [[]]),
    ("Jets bombed the village for two years.", [[]]),
]


@pytest.mark.parametrize(("text", "wanted"), TIMES)
def test_when_it_happened(read: Reader, text: str, wanted: list[list[str]]) -> None:
    assert [claim["time"] for claim in read(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), TIMELESS)
def test_durations_repetitions_and_publication_lines_say_not_when(
    read: Reader, text: str, wanted: list[list[str]]
) -> None:
    assert [claim["time"] for claim in read(text)] == wanted
