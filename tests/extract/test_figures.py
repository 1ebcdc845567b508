"""How many: the codebook's table of numbers, whom they count, and numbers that are no figures."""

from __future__ import annotations

import pytest

from tests.extract.wanted import Reader

NUMBERS = [
    ("Bombs killed 61 people in Idlib.", ["killed 61"]),
    ("Bombs killed sixty-one people in Idlib.", ["killed 61"]),
    ("Bombs killed at least 61 people in Idlib.", ["killed 61-"]),
    ("Bombs killed more than 61 people in Idlib.", ["killed 62-"]),
    ("Bombs killed over 61 people in Idlib.", ["killed 62-"]),
    ("Bombs killed nearly 150 people in Idlib.", ["killed -150"]),
    ("Bombs killed up to 150 people in Idlib.", ["killed -150"]),
    ("Bombs killed as many as 150 people in Idlib.", ["killed -150"]),
    ("Bombs killed about 150 people in Idlib.", ["killed 135-165"]),
    ("Bombs killed some 150 people in Idlib.", ["killed 135-165"]),
    ("Bombs killed an estimated 150 people in Idlib.", ["killed 135-165"]),
    ("Bombs killed between 20 and 30 people in Idlib.", ["killed 20-30"]),
    ("Bombs killed 20-30 people in Idlib.", ["killed 20-30"]),
    ("Bombs killed dozens of people in Idlib.", ["killed 24-99"]),
    ("Bombs killed scores of people in Idlib.", ["killed 40-99"]),
    ("Bombs killed hundreds of people in Idlib.", ["killed 200-999"]),
    ("Bombs killed several people in Idlib.", ["killed 3-9"]),
    ("Bombs killed a handful of people in Idlib.", ["killed 3-9"]),
    ("Bombs killed a man in Idlib.", ["killed 1"]),
    ("Bombs killed two brothers in Idlib.", ["killed 2"]),
    ("Bombs killed a family of five in Idlib.", ["killed 5"]),
    ("Bombs killed 1,200 people in Idlib.", ["killed 1200"]),
    ("Thousands of people fled Juba.", ["displaced 2000-9999"]),
    ("Tens of thousands of people fled Juba.", ["displaced 20000-99999"]),
    ("Hundreds of thousands of people fled Juba.", ["displaced 200000-999999"]),
    ("Millions of people fled Juba.", ["displaced 2000000-"]),
    ("Around 1.5 million people fled Juba.", ["displaced 1350000-1650000"]),
    ("No one was hurt in the explosion.", ["injured 0"]),
    ("Nobody was killed in the explosion.", ["killed 0"]),
]
SEVERAL = [
    ("Shells killed nine villagers, three children among them.", ["killed 9", "killed 3"]),
    ("Shells killed nine villagers, among them three children.", ["killed 9", "killed 3"]),
    ("Shells killed nine villagers, including three children.", ["killed 9", "killed 3"]),
    ("Shells killed four women and two children.", ["killed 4", "killed 2"]),
    ("Shells killed at least 63 rebels and 21 soldiers.", ["killed 63-", "killed 21-"]),
    ("The ambush killed or wounded 40 soldiers.", ["killed -40", "injured -40"]),
    ("Clashes left 12 people dead and 30 wounded.", ["killed 12", "injured 30"]),
    ("Seven people were killed, 15 wounded and two are missing.", ["killed 7", "injured 15", "missing 2"]),
    ("Police arrested 14 men and eight women.", ["detained 14", "detained 8"]),
]
TOLLS = [
    ("The shelling had a toll of eight.", ["killed 8"]),
    ("Another patient died, bringing the death toll to 61.", ["killed 1", "killed 61"]),
    ("The death toll rose to 61, the health ministry said.", ["killed 61"]),
    ("The death toll from the blast stands at 27.", ["killed 27"]),
    ("The bombing claimed 17 lives.", ["killed 17"]),
    ("Some 300 people lost their lives in the fighting.", ["killed 270-330"]),
]
MEASURES = [
    ("Militants abducted 14 pupils in Kaduna.", ["abducted 14"]),
    ("Police detained 35 students in Minsk.", ["detained 35"]),
    ("Buses evacuated 400 patients from the clinic.", ["evacuated 400"]),
    ("About 900 refugees returned to Burundi.", ["returned 810-990"]),
    ("Some 50 miners are trapped in the shaft.", ["trapped 45-55"]),
    ("Six sailors are missing.", ["missing 6"]),
    ("Up to 5,000 people demonstrated in Sofia.", ["protesters -5000"]),
    ("Kenya deployed 300 soldiers in Mandera.", ["fighters 300"]),
    ("The rebels control half of the city.", ["share 0.5"]),
    ("The rebels control more than half of the country.", ["share 0.5-"]),
    ("The army controls at least a third of the province.", ["share 0.333-"]),
    ("The army has captured three quarters of the city.", ["share 0.75"]),
    ("The war displaced 40,000 families.", ["displaced 40000"]),
]
NO_FIGURES = [
    "Rebels fired 20 rockets at the airport.",
    "The fire destroyed 30 houses in Bago.",
    "The bomb killed Omar Haddad, 34, in Aleppo.",
    "The general was killed on 12 March 2015.",
    "The town, 40 kilometres from Basra, was bombed.",
    "The kidnappers demanded $2 million for the hostages.",
    "Jets bombed the village for three hours.",
    "The missile struck at 5 a.m.",
    "The plane was shot down at 3,000 metres.",
]


def figures(read: Reader, text: str) -> list[str]:
    return [figure for claim in read(text) for figure in claim["figures"]]


@pytest.mark.parametrize(("text", "wanted"), NUMBERS)
def test_a_number_is_read_as_the_codebook_tells(read: Reader, text: str, wanted: list[str]) -> None:
    assert figures(read, text) == wanted


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_every_number_of_people_of_an_event_is_kept(read: Reader, text: str, wanted: list[str]) -> None:
    assert figures(read, text) == wanted


@pytest.mark.parametrize(("text", "wanted"), TOLLS)
def test_a_toll_counts_the_killed(read: Reader, text: str, wanted: list[str]) -> None:
    assert figures(read, text) == wanted


@pytest.mark.parametrize(("text", "wanted"), MEASURES)
def test_the_event_says_what_is_counted(read: Reader, text: str, wanted: list[str]) -> None:
    assert figures(read, text) == wanted


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_of_things_ages_days_money_and_distances_are_no_figures(read: Reader, text: str) -> None:
    assert figures(read, text) == []
