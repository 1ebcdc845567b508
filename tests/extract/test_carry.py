"""Place, time and actors that an earlier sentence gave for the same event."""

from __future__ import annotations

import pytest

from tests.extract.wanted import Reader

CARRIED = [
    (
        "Warplanes bombed a market in Hodeidah on Monday. Nineteen people were killed.",
        (["market in Hodeidah"], ["Monday"]),
    ),
    ("A bomb exploded in Quetta on Friday. The blast killed four guards.", (["Quetta"], ["Friday"])),
    ("Shells hit the town of Marinka on Monday. Hundreds of people fled.", (["town of Marinka"], ["Monday"])),
]
KEPT = [
    ("A bomb exploded in Quetta on Friday. Four guards died in Lahore on Sunday.", (["Lahore"], ["Sunday"])),
    ("A bomb exploded in Quetta on Friday. Four guards died in Lahore.", (["Lahore"], ["Friday"])),
]
MAIN = [
    ("A bomb exploded in Quetta on Friday. It was mild. The blast killed four guards.", ["Friday"]),
    ("A bomb exploded in Quetta on Friday. Traders came. Four guards died. It rained. A boy was wounded.", ["Friday"]),
    ("The president met the king on Tuesday. He praised the truce.", ["Tuesday"]),
]
NOT_MAIN: list[tuple[str, list[str]]] = [
    ("A bomb exploded on Friday. Gunmen shot a judge on Monday. It was mild. Four guards died.", []),
    ("Bombs have killed 90 people since 2015. Four guards died.", []),
    ("Bombs killed 90 people recently. Four guards died.", []),
    ("A bomb exploded in Quetta on Friday. Police spoke to a man who was wounded.", []),
    ("The president met the king on Tuesday. He praises the truce.", []),
    ("A bomb killed nine people in Quetta on Friday. Gunmen had shot a judge.", []),
    ("The president met the king on Tuesday. A bomb killed nine people.", []),
]
SHARED = [
    ("Ministers met in Oslo. They held talks.", ["Oslo"]),
    ("Thousands of civilians fled from Mosul to Erbil. Hundreds of people fled.", ["from: Mosul"]),
    ("Thousands of civilians fled from Mosul. Hundreds of people fled to Erbil.", ["from: Mosul", "to: Erbil"]),
    ("Aid workers distributed food in Goma as rebels took control.", ["Goma"]),
]
NOT_CARRIED: list[tuple[str, tuple[list[str], list[str]]]] = [
    ("Ministers met in Oslo. The army took control.", ([], [])),
    ("The president visited Quetta on Friday. Nineteen people were killed.", ([], [])),
    ("Rebels will attack Quetta on Friday. Nineteen people were killed.", ([], [])),
    (
        "A bomb exploded in Quetta on Friday. It was mild. Traders came and went. Nineteen people were killed.",
        ([], []),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CARRIED)
def test_a_toll_takes_place_and_day_from_its_attack(
    read: Reader, text: str, wanted: tuple[list[str], list[str]]
) -> None:
    last = read(text)[-1]
    assert (last["places"], last["time"]) == wanted


@pytest.mark.parametrize(("text", "wanted"), KEPT)
def test_a_claim_keeps_what_its_own_sentence_gives(
    read: Reader, text: str, wanted: tuple[list[str], list[str]]
) -> None:
    last = read(text)[-1]
    assert (last["places"], last["time"]) == wanted


@pytest.mark.parametrize(("text", "wanted"), MAIN)
def test_the_day_told_first_reaches_farther(read: Reader, text: str, wanted: list[str]) -> None:
    assert read(text)[-1]["time"] == wanted


@pytest.mark.parametrize(("text", "wanted"), NOT_MAIN)
def test_other_days_stretches_and_vague_times_do_not(read: Reader, text: str, wanted: list[str]) -> None:
    assert read(text)[-1]["time"] == wanted


@pytest.mark.parametrize(("text", "wanted"), SHARED)
def test_a_meeting_goes_on_and_a_sentence_names_a_place_once(read: Reader, text: str, wanted: list[str]) -> None:
    assert read(text)[-1]["places"] == wanted


@pytest.mark.parametrize(("text", "wanted"), NOT_CARRIED)
def test_other_events_plans_and_far_sentences_give_nothing(
    read: Reader, text: str, wanted: tuple[list[str], list[str]]
) -> None:
    last = read(text)[-1]
    assert (last["places"], last["time"]) == wanted


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Rebels shelled a market in Hodeidah. The attack killed nine people.", ["Rebels"]),
        ("Rebels shelled a market in Hodeidah. The shelling left nine people dead.", ["Rebels"]),
        ("Rebels shelled a market in Hodeidah. The army's attack killed nine people.", ["army's"]),
        ("Rebels shelled a market in Hodeidah. Nine people were killed.", []),
        ("Rebels shelled a market in Hodeidah. An attack killed nine people.", []),
    ],
)
def test_a_known_attack_keeps_its_actors(read: Reader, text: str, actors: list[str]) -> None:
    assert read(text)[-1]["who"] == actors
