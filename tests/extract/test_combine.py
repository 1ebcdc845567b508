"""How many claims: one a trigger, an attack told with its toll, two deeds apart, no news and back-references none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extract.wanted import Reader, Want, case, compared, want

ONE = [
    case(
        "The blast killed 18 and wounded dozens.",
        want("ASSAULT explosives", "killed", figures=["killed 18", "injured 24-99"]),
    ),
    case(
        "Eighteen people were killed and 40 others wounded in clashes between militias in Tripoli.",
        want("ASSAULT", "killed", figures=["killed 18", "injured 40"], places=["Tripoli"]),
    ),
    case(
        "Air strikes and shelling killed 61 civilians in Taiz.", want("ASSAULT aerial", "killed", figures=["killed 61"])
    ),
    case("Six soldiers were killed in an ambush near Gao.", want("ASSAULT", "killed", figures=["killed 6"])),
    case(
        "A suicide bombing that killed four guards shook Kandahar.",
        want("ASSAULT suicide-attack", "killed", figures=["killed 4"]),
    ),
    case(
        "Nine people died when a shell hit a bus in Donetsk.",
        want("ASSAULT heavy-weapons", "died", figures=["killed 9"]),
    ),
    case("The raid left three dead and 11 wounded.", want("ASSAULT", "dead", figures=["killed 3", "injured 11"])),
    case(
        "Nine people were injured as a result of the shelling.",
        want("ASSAULT heavy-weapons", "injured", figures=["injured 9"]),
    ),
    case("The raid caused nine deaths.", want("ASSAULT aerial", "deaths", figures=["killed 9"])),
    case("Hours of shelling killed nine people.", want("ASSAULT heavy-weapons", "killed", figures=["killed 9"])),
    case("Dozens of air strikes hit the port.", want("ASSAULT aerial", "hit", places=["port"])),
    case(
        "Nine men were killed and four others injured in a blast.",
        want("ASSAULT explosives", "killed", figures=["killed 9", "injured 4"]),
    ),
    case(
        "Nine miners are buried under rubble.",
        want("CONDITION trapped", "buried", whom=["Nine miners"], figures=["trapped 9"]),
    ),
    case("The Houthis fought for control of Taiz.", want("CONTROL contest", "fought", who=["Houthis"])),
    case("The envoys reached a deal in Geneva.", want("AGREE", "deal", who=["envoys"], places=["Geneva"])),
    case("The ministers held a meeting in Ankara.", want("CONSULT", "meeting", who=["ministers"], places=["Ankara"])),
    case("Insurgents carried out an attack on a police post in Bunia.", want("ASSAULT", "attack", who=["Insurgents"])),
    case("The group vowed to continue fighting.", want("THREATEN violence", "vowed", who=["group"])),
    case("Guards shot dead two smugglers.", want("ASSAULT firearms", "shot", figures=["killed 2"])),
]
TWO = [
    case(
        "Government troops shelled and seized the town of Qusayr.",
        want("ASSAULT heavy-weapons", "shelled", who=["Government troops"]),
        want("CONTROL capture", "seized", who=["Government troops"], places=["town of Qusayr"]),
    ),
    case(
        "Gunmen killed two guards and kidnapped a doctor.",
        want("ASSAULT firearms", "killed", who=["Gunmen"], figures=["killed 2"]),
        want("ASSAULT abduct", "kidnapped", who=["Gunmen"], figures=["abducted 1"]),
    ),
    case(
        "Rebels killed five soldiers and the army killed nine rebels.",
        want("ASSAULT", "killed", who=["Rebels"], figures=["killed 5"]),
        want("ASSAULT", "killed", who=["army"], figures=["killed 9"]),
    ),
    case(
        "The army bombed the port. The attack killed seven dockers.",
        want("ASSAULT", "bombed", who=["army"]),
        want("ASSAULT", "killed", figures=["killed 7"]),
    ),
    case(
        "Residents fled after soldiers burned their homes.",
        want("MOVE flee", "fled", whom=["Residents"]),
        want("ASSAULT destroy", "burned", who=["soldiers"]),
    ),
]
NONE = [
    "No group has claimed responsibility for the attack.",
    "The ministry declined to comment.",
    "The report could not be independently verified.",
    "The attack was a tragedy.",
    "The rebel-held suburb is quiet.",
    "The team won the match by three goals.",
    "The shops opened late and the weather was mild.",
    "The company launched a sales campaign in Lagos.",
    "Demand for bread rose as the exchange rate hit a new low.",
    "He told the story of his childhood in Mombasa.",
    "The striker shot wide in the last minute.",
    "Shares fell by three percent in Tokyo.",
    "The report covers the first half of the year.",
]


@pytest.mark.parametrize(("text", "wants"), ONE)
def test_words_that_tell_of_one_event_give_one_claim(read: Reader, text: str, wants: Sequence[Want]) -> None:
    assert compared(read(text), wants) == list(wants)


@pytest.mark.parametrize(("text", "wants"), TWO)
def test_two_deeds_give_two_claims(read: Reader, text: str, wants: Sequence[Want]) -> None:
    assert compared(read(text), wants) == list(wants)


@pytest.mark.parametrize("text", NONE)
def test_no_news_and_bare_back_references_give_none(read: Reader, text: str) -> None:
    assert read(text) == []
