"""Who speaks: whom the speaker cites, who stands behind a passive, papers, pictures; whole words beside names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.cues import find_cues
from tests.annotate.conftest import Parse
from tests.annotate.cue_rows import Row, cases


@cases(
    ("Reuters reported that the airport was closed, citing two officials.",
     ("two officials < Reuters", "reported", "the airport was closed")),
    ("The mayor, citing the police, said nine people died.",
     ("the police < The mayor", "said", "nine people died")),
    ("The airport was closed, state television reported, quoting the army.",
     ("the army < state television", "reported", "The airport was closed")),
)  # fmt: skip
def test_whom_the_speaker_cites_comes_before_the_speaker(
    cues: Callable[[str], list[Row]], text: str, expected: Row
) -> None:
    assert cues(text) == [expected]


@cases(
    ("The army had retaken the hill, the minister said, and ten soldiers had died.",
     ("the minister", "said", "The army had retaken the hill … ten soldiers had died")),
    ("The mayor told the council the dam was safe and asked residents to stay.",
     ("The mayor", "told", "the dam was safe")),
    ("Police and hospital officials said six people died.",
     ("Police < hospital officials", "said", "six people died")),
    ("Doctors Without Borders said its clinic had been hit twice.",
     ("Doctors Without Borders", "said", "its clinic had been hit twice")),
    ("Omar Haddad, the governor, and Lina Aziz, his deputy, said the siege was over.",
     ("Omar Haddad < Lina Aziz", "said", "the siege was over")),
    ("“Enough,” said the mayor.", ("the mayor", "said", "Enough")),
    ("As the minister announced on Monday, the army will leave the valley.",
     ("the minister", "announced", "the army will leave the valley")),
)  # fmt: skip
def test_speakers_and_speech_that_the_parse_does_not_lay_open(
    cues: Callable[[str], list[Row]], text: str, expected: Row
) -> None:
    assert cues(text) == [expected]


def test_a_semicolon_parts_two_speakers(cues: Callable[[str], list[Row]]) -> None:
    assert cues("Rebels say they shot down a jet; the army says it crashed.") == [
        ("Rebels", "say", "they shot down a jet"),
        ("the army", "says", "it crashed"),
    ]


@cases(
    ("An attack claimed by the Black Brigade killed nine people.", ("the Black Brigade", "claimed", "An attack")),
    ("As reported by Reuters, the army left the valley.", ("Reuters", "reported", "the army left the valley")),
    ("The army was accused by Paris of bombing the hospital.", ("Paris", "accused", "of bombing the hospital")),
)  # fmt: skip
def test_a_passive_names_its_speaker_behind_by(cues: Callable[[str], list[Row]], text: str, expected: Row) -> None:
    assert cues(text) == [expected]


@cases(
    ("The army issued a statement saying rebels had shelled the town.",
     ("The army", "saying", "rebels had shelled the town")),
    ("The ministry has identified the soldier who was killed.",
     ("The ministry", "identified", "the soldier who was killed")),
    ("The lawsuit says the guards fired first.", ("The lawsuit", "says", "the guards fired first")),
    ("Footage showed smoke over the port.", ("Footage", "showed", "smoke over the port")),
)  # fmt: skip
def test_papers_pictures_and_offices_speak(cues: Callable[[str], list[Row]], text: str, expected: Row) -> None:
    assert cues(text) == [expected]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Omar Haddad, the mayor, said the siege was over.", "Omar Haddad, the mayor"),
        ("The siege was over, said Lina Aziz, who fled to the coast.", "Lina Aziz, who fled to the coast"),
        ("Haddad, who said the siege was over, fled to the coast.", "who"),
    ],
)
def test_the_whole_words_for_a_speaker_are_kept_beside_the_name(parse: Parse, text: str, source: str) -> None:
    (tree,) = parse(text)
    cue = next(cue for cue in find_cues(tree) if cue.kind == "said")
    assert [span.of(text) for span in cue.sources] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The president did not say that the war was over.",
        "The president declined to say whether the war was over.",
    ],
)
def test_what_is_not_said_is_no_speech(parse: Parse, text: str) -> None:
    (tree,) = parse(text)
    assert {cue.kind for cue in find_cues(tree)} <= {"private"}


@cases(
    ("The envoy pressed for talks to resume and said the road was mined.",
     ("The envoy", "said", "the road was mined")),
    ("India had halted the talks after gunmen struck the port, saying it would not return.",
     ("India", "saying", "it would not return")),
    ("The villagers ended the strike saying that the mine had reopened.",
     ("The villagers", "saying", "the mine had reopened")),
    ("Hundreds of students marched on the palace, saying the vote was stolen.",
     ("Hundreds of students", "saying", "the vote was stolen")),
    ("It suggested that the rebels had left.", ("It", "suggested", "the rebels had left")),
    ("Police wiretaps showed that the leaders met in Oran.",
     ("Police wiretaps", "showed", "that the leaders met in Oran")),
    ("He dismissed as false reports that the bridge was mined.", ("He", "reports", "that the bridge was mined")),
)  # fmt: skip
def test_a_cue_belongs_to_whoever_can_speak(cues: Callable[[str], list[Row]], text: str, expected: Row) -> None:
    assert cues(text) == [expected]


@cases(
    ("The army said the raid had failed, adding that two men were missing.",
     ("The army", "adding", "two men were missing")),
    ("Another bomb exploded near the port, said the source, adding that nobody was hurt.",
     ("the source", "adding", "nobody was hurt")),
    ("Chad demanded that Niger return the pilots, saying they had crossed the border.",
     ("Chad", "saying", "they had crossed the border")),
    ("The UN has confirmed reports that soldiers burned nine villages.",
     ("The UN", "reports", "that soldiers burned nine villages")),
)  # fmt: skip
def test_a_second_cue_has_the_speaker_of_the_first(cues: Callable[[str], list[Row]], text: str, expected: Row) -> None:
    found = cues(text)
    assert found[-1] == expected
    assert len({row[0] for row in found}) == 1
