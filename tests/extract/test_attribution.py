"""According to whom: the speaker first, then who relays it; nobody where the outlet speaks in its own voice."""

from __future__ import annotations

import pytest

from tests.extract.wanted import Reader

CHAINS = [
    ("Nine people were killed in Homs.", [[]]),
    ("Nine people were killed in Homs, a doctor said.", [["doctor"]]),
    ("A doctor said that nine people were killed in Homs.", [["doctor"]]),
    ("According to the mayor, nine people were killed in Homs.", [["mayor"]]),
    ("Nine people were killed in Homs, according to the mayor.", [["mayor"]]),
    ("Nine people were killed in Homs, said Lina Farah, a doctor.", [["Lina Farah"]]),
    ('"Soldiers killed nine people in Homs," Lina Farah said.', [["Lina Farah"]]),
    ("Nine people were killed in Homs, Syrian state media said.", [["Syrian state media"]]),
    ("State television said nine people were killed in Homs.", [["State television"]]),
    ("Nine people were killed in Homs, Lina Farah told Reuters.", [["Lina Farah", "Reuters"]]),
    (
        "Nine people were killed in Homs, a doctor told the Daily Herald newspaper.",
        [["doctor", "Daily Herald newspaper"]],
    ),
    ("Xinhua quoted a doctor as saying that nine people were killed in Homs.", [["doctor", "Xinhua"]]),
    (
        "Nine people were killed in Homs, Xinhua news agency quoted a doctor as saying.",
        [["doctor", "Xinhua news agency"]],
    ),
    ("Nine people were killed in Homs, Lina Farah told reporters.", [["Lina Farah"]]),
    ("Residents said soldiers killed nine people, but the army said rebels killed them.", [["Residents"], ["army"]]),
    ("The army denied that it had killed nine people.", [["army"]]),
    ("Norway accused the army of killing nine people.", [[], ["Norway"]]),
    ("The rebels said they had captured the town of Bria.", [["rebels"]]),
    ("The monitors and the mayor said nine people were killed.", [["monitors", "mayor"]]),
    ("The ministry's spokesman Ivan Petrov said nine people were killed.", [["ministry's spokesman Ivan Petrov"]]),
    ("The Al-Shabaab group claimed responsibility for a bombing in Kismayo.", [["Al-Shabaab group"]]),
]
CREDITS = [
    ("Nine people were killed in Homs - Reuters\n\nRebels freed two pilots.", [["Reuters"], []]),
    ("Nine people were killed in Homs. — Reuters\n\nRebels freed two pilots.", [["Reuters"], []]),
    ("Nine people were killed in Homs. - Anadolu Agency\n\nRebels freed two pilots.", [["Anadolu Agency"], []]),
    ("Rebels freed two pilots.\n\nNine people were killed in Homs. — Reuters", [[], []]),
]
SPEECH = [
    ('"The army came at night," Omar Said said. "Soldiers killed nine people."', [["Omar Said"]]),
    ('Omar Said, a driver, saw it all.\n\n"Soldiers killed nine people," he said.', [["he"]]),
]


@pytest.mark.parametrize(("text", "chains"), CHAINS)
def test_the_chain_of_sources_has_the_speaker_first(read: Reader, text: str, chains: list[list[str]]) -> None:
    assert [claim["sources"] for claim in read(text)] == chains


@pytest.mark.parametrize(("text", "chains"), CREDITS)
def test_an_agency_that_ends_a_report_is_its_source(read: Reader, text: str, chains: list[list[str]]) -> None:
    assert [claim["sources"] for claim in read(text)] == chains


@pytest.mark.parametrize(("text", "chains"), SPEECH)
def test_speech_over_sentences_keeps_its_speaker(read: Reader, text: str, chains: list[list[str]]) -> None:
    found = [claim["sources"] for claim in read(text) if claim["event"].startswith("ASSAULT")]
    assert found == chains


NAMED_TWICE = [
    ('Lina Farah said that "soldiers killed nine people in Homs", Farah said.', [["Lina Farah"]]),
    ("The army said it claimed that rebels killed nine people in Homs.", [["army"]]),
    ("Reports that nine people were killed in Homs could not be checked.", [["Reports"]]),
]


@pytest.mark.parametrize(("text", "chains"), NAMED_TWICE)
def test_a_speaker_stands_once_in_a_chain(read: Reader, text: str, chains: list[list[str]]) -> None:
    deeds = [claim for claim in read(text) if claim["trigger"] == "killed"]
    assert [claim["sources"] for claim in deeds] == chains


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The mayor blamed the army for killing nine people in Homs.", "alleged"),
        ("Reports that nine people were killed in Homs reached the capital.", "reported"),
        ("The mayor said nine people were killed in Homs.", None),
        ("The group claimed that its men killed nine people in Homs.", "alleged"),
    ],
)
def test_how_far_the_source_vouches_for_it(read: Reader, text: str, hedge: str | None) -> None:
    assert [claim["hedge"] for claim in read(text) if claim["trigger"] in {"killed", "killing"}] == [hedge]


@pytest.mark.parametrize(
    "text", ["The mayor condemned the shelling of Homs.", "The mayor wants the army to shell Homs."]
)
def test_what_is_only_thought_has_no_source(read: Reader, text: str) -> None:
    assert {tuple(claim["sources"]) for claim in read(text)} == {()}
