"""Where: place phrases as written, their role, and places that are not the event's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.locations import with_offset
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from dateline.model.claim import PlaceRef
from tests.extract.wanted import Reader
from tests.factories import span

AT = [
    ("Militants killed a mayor in Mogadishu.", ["Mogadishu"]),
    ("A bomb exploded near Kirkuk.", ["Kirkuk"]),
    ("Shells fell on Donetsk, killing two.", ["Donetsk"]),
    ("A shell killed two boys in the village of Khan al-Asal.", ["village of Khan al-Asal"]),
    ("A shell killed two boys in Khan al-Asal village.", ["Khan al-Asal village"]),
    ("Gunmen killed a priest in a church in Jos.", ["church in Jos"]),
    ("Soldiers shot a driver at a checkpoint outside Hebron.", ["checkpoint outside Hebron"]),
    ("Nine people were killed in the west of Mosul.", ["west of Mosul"]),
    ("Nine people were killed in northern Mali.", ["northern Mali"]),
    ("Nine people were killed in Aden, Yemen.", ["Aden, Yemen"]),
    ("Nine people were killed in Aden in southern Yemen.", ["Aden in southern Yemen"]),
    ("Nine people were killed in Helmand province.", ["Helmand province"]),
    ("Raids killed nine people in Homs, Hama and Idlib.", ["Homs", "Hama", "Idlib"]),
    ("In Kabul, a bomb killed nine people.", ["Kabul"]),
    ("Militiamen besieged the town of Kobani.", ["town of Kobani"]),
    ("Rebels captured the airport of Taftanaz.", ["airport of Taftanaz"]),
    ("The siege of Mariupol lasted for weeks.", ["Mariupol"]),
    ("The Raqqa offensive killed hundreds of fighters.", ["Raqqa"]),
    ("The minister travelled to Oslo.", ["Oslo"]),
    ("A blast shook Basra.", ["Basra"]),
    ("Mosul is a stronghold of the militants.", ["Mosul"]),
    ("The army bombed the towns of Lyman, Izium and Kupiansk.", ["Lyman", "Izium", "Kupiansk"]),
    ("Soldiers pushed the rebels out of Homs.", ["Homs"]),
    ("The army advanced closer to Bakhmut.", ["Bakhmut"]),
    ("Thousands of people have been killed in the Yemeni war.", ["Yemeni"]),
    ("Thousands of people have been killed since Yemen's conflict began.", ["Yemen's"]),
    ("Nairobi: Students stage protest.", ["Nairobi"]),
]
DIRECTED = [
    ("Troops withdrew from Bakhmut.", ["from: Bakhmut"]),
    ("Families fled from Aleppo to Turkey.", ["from: Aleppo", "to: Turkey"]),
    ("Families fled Aleppo for Turkey.", ["from: Aleppo", "to: Turkey"]),
    ("Hundreds of people fled to Chad.", ["to: Chad"]),
    ("Patients were evacuated from Rafah to Egypt.", ["from: Rafah", "to: Egypt"]),
    ("Refugees returned to Burundi from Tanzania.", ["to: Burundi", "from: Tanzania"]),
    ("The army sent troops to Kidal.", ["to: Kidal"]),
    ("A convoy delivered food to Deraa.", ["to: Deraa"]),
    ("Italy deported two men to Tunisia.", ["to: Tunisia"]),
    ("Residents left the town of Avdiivka.", ["from: town of Avdiivka"]),
    ("Buses evacuated residents of Zabadani.", ["from: Zabadani"]),
    ("Gunmen hijacked a plane to Cyprus.", ["to: Cyprus"]),
]
NONE: list[tuple[str, list[str]]] = [
    ("The Aleppo Media Centre said nine people were killed.", []),
    ("Nine people were killed in May.", []),
    ("Nine people were killed on the ground.", []),
    ("The army said in Damascus that nine people had been killed.", []),
    ("Nine people were killed in the attack.", []),
    ("Syria condemned the killing of nine people.", []),
    ("The rebels, based in Doha, killed nine people.", []),
    ("In Geneva the envoy praised the army.", []),
]


def places(read: Reader, text: str) -> list[str]:
    """The places of the last claim of `text`."""
    return list(read(text)[-1]["places"])


@pytest.mark.parametrize(("text", "wanted"), AT)
def test_where_it_happened(read: Reader, text: str, wanted: list[str]) -> None:
    assert places(read, text) == wanted


@pytest.mark.parametrize(("text", "wanted"), DIRECTED)
def test_where_from_and_where_to(read: Reader, text: str, wanted: list[str]) -> None:
    assert places(read, text) == wanted


@pytest.mark.parametrize(("text", "wanted"), NONE)
def test_names_times_and_places_of_others_are_not_where_it_happened(read: Reader, text: str, wanted: list[str]) -> None:
    assert places(read, text) == wanted


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Shells fell 30 km south of Kirkuk.", "30 km south of Kirkuk"),
        (
            "Shells fell some 20 kilometres (12 miles) north-east of Kirkuk.",
            "20 kilometres (12 miles) north-east of Kirkuk",
        ),
        ("Shells fell east of the Kirkuk road.", "east of the Kirkuk"),
        ("Shells fell ten miles from Kirkuk.", "ten miles from Kirkuk"),
        ("Shells fell in the south of Kirkuk.", "Kirkuk"),  # a part, read as such elsewhere
        ("Hundreds of people fled from Kirkuk.", "Kirkuk"),
    ],
)
def test_a_place_beside_another_says_how_far_and_which_way(
    annotate: Callable[[str], Annotated], text: str, whole: str
) -> None:
    place = with_offset(Scene(annotate(text)), PlaceRef(span(text, "Kirkuk")))
    assert place.span.of(text) == whole
