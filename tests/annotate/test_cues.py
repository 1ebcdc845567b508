"""Reporting cues in one sentence: who says it, the words of saying, and what is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.annotate.cue_rows import Row, cases


@cases(
    ("The mayor said shells had hit the market.", ("The mayor", "said", "shells had hit the market")),
    ("The mayor said that shells had hit the market.", ("The mayor", "said", "shells had hit the market")),
    ("Shells had hit the market, the mayor said.", ("the mayor", "said", "Shells had hit the market")),
    ("Shells had hit the market, said Omar Haddad, the mayor.", ("Omar Haddad", "said", "Shells had hit the market")),
    ("Forty villages were burned, the UN says.", ("the UN", "says", "Forty villages were burned")),
    ("The army, the minister said, had retaken the hill.", ("the minister", "said", "The army … had retaken the hill")),
    ("The army said it would not attack.", ("The army", "said", "it would not attack")),
)
def test_indirect_speech_may_follow_surround_or_come_before_its_cue(
    cues: Callable[[str], list[Row]], text: str, expected: Row
) -> None:
    assert cues(text) == [expected]


@cases(
    ("“We buried nine people,” said Omar Haddad.", ("Omar Haddad", "said", "We buried nine people")),
    ("“We buried nine people,” Omar Haddad said.", ("Omar Haddad", "said", "We buried nine people")),
    ('"We buried nine people", a nurse said by phone.', ("a nurse", "said", "We buried nine people")),
    ("‘We buried nine people,’ said Huda.", ("Huda", "said", "We buried nine people")),
    ("Haddad said: “They burned the school.”", ("Haddad", "said", "They burned the school")),
    ('A nurse said by phone: "They burned the school."', ("A nurse", "said", "They burned the school")),
    ("“There were bodies everywhere,” said one of the survivors.",
     ("one of the survivors", "said", "There were bodies everywhere")),
    ("“We buried nine,” Haddad said, “and there is no room left in the cemetery.”",
     ("Haddad", "said", "We buried nine … there is no room left in the cemetery")),
    ("Mr Haddad insisted the army “will never leave the ridge”.",
     ("Mr Haddad", "insisted", "the army “will never leave the ridge")),
    ("The commander wrote in a post: the city will not be given up.",
     ("The commander", "wrote", "the city will not be given up")),
)  # fmt: skip
def test_direct_and_mixed_speech_is_what_stands_between_the_marks(
    cues: Callable[[str], list[Row]], text: str, expected: Row
) -> None:
    assert cues(text) == [expected]


@cases(
    ("According to the local council, nine people were buried on Monday.",
     ("the local council", "According to", "nine people were buried on Monday")),
    ("Nine people were buried on Monday, according to the local council.",
     ("the local council", "according to", "Nine people were buried on Monday")),
    ("Nine people, according to the local council, were buried on Monday.",
     ("the local council", "according to", "Nine people … were buried on Monday")),
    ("The town has fallen, according to Lina Aziz, a nurse who fled.",
     ("Lina Aziz", "according to", "The town has fallen")),
    ("The town has fallen, according to residents and the police.",
     ("residents < the police", "according to", "The town has fallen")),
)  # fmt: skip
def test_according_to_covers_the_rest_of_its_sentence(
    cues: Callable[[str], list[Row]], text: str, expected: Row
) -> None:
    assert cues(text) == [expected]


@cases(
    ("Haddad told the Meridian newspaper that the bridge was mined.",
     ("Haddad < the Meridian newspaper", "told", "the bridge was mined")),
    ("Haddad told Reuters that the bridge was mined.", ("Haddad < Reuters", "told", "the bridge was mined")),
    ("Haddad told state television the bridge was mined.",
     ("Haddad < state television", "told", "the bridge was mined")),
    ("Two residents told the BBC the bakery had been hit.",
     ("Two residents < the BBC", "told", "the bakery had been hit")),
    ("The envoy told the Meridian newspaper: “Talks will resume on Monday.”",
     ("The envoy < the Meridian newspaper", "told", "Talks will resume on Monday")),
    ("“Talks will resume on Monday,” the envoy told Reuters.",
     ("the envoy < Reuters", "told", "Talks will resume on Monday")),
    ("The general told the newspaper, which is owned by the state, that the ridge was lost.",
     ("The general < the newspaper", "told", "the ridge was lost")),
)  # fmt: skip
def test_an_outlet_that_was_told_passes_it_on(cues: Callable[[str], list[Row]], text: str, expected: Row) -> None:
    """The chain names the speaker first; the outlet is no part of what was said."""
    assert cues(text) == [expected]


@pytest.mark.parametrize("listener", ["reporters", "journalists", "a news conference", "parliament", "the crowd"])
def test_whoever_merely_listens_passes_nothing_on(cues: Callable[[str], list[Row]], listener: str) -> None:
    assert cues(f"Haddad told {listener} that the bridge was mined.") == [("Haddad", "told", "the bridge was mined")]


@cases(
    ("The general was quoted as saying by the state news agency that the road was open.",
     ("The general < the state news agency", "saying", "the road was open")),
    ("The general was quoted by the state news agency as saying that the road was open.",
     ("The general < the state news agency", "saying", "the road was open")),
    ("The general was quoted as saying in the Meridian newspaper that the road was open.",
     ("The general < the Meridian newspaper", "saying", "the road was open")),
    ("State television quoted the general as saying the road was open.",
     ("the general < State television", "saying", "the road was open")),
    ("Interfax quoted the deputy minister, Ivan Orlov, as saying that the road was open.",
     ("Ivan Orlov < Interfax", "saying", "the road was open")),
    ("The road was open, the general was quoted as saying by Meridian.",
     ("the general < Meridian", "saying", "The road was open")),
    ("“The road is open to all,” Interfax quoted him as saying.",
     ("him < Interfax", "saying", "The road is open to all")),
    ("The minister has been quoted as saying that the road was open.", ("The minister", "saying", "the road was open")),
)  # fmt: skip
def test_who_is_quoted_speaks_and_who_quotes_passes_it_on(
    cues: Callable[[str], list[Row]], text: str, expected: Row
) -> None:
    assert cues(text) == [expected]


@cases(
    ("The BBC reports that the airport is closed.", ("The BBC", "reports", "the airport is closed")),
    ("The airport is closed, state media reported.", ("state media", "reported", "The airport is closed")),
    ("State TV reported that the airport was closed.", ("State TV", "reported", "the airport was closed")),
    ("Meridian Press reported on Tuesday that the airport was closed.",
     ("Meridian Press", "reported", "the airport was closed")),
    ("There were reports that the airport was closed.", ("reports", "reports", "that the airport was closed")),
    ("The army announced the capture of the village.", ("The army", "announced", "the capture of the village")),
)  # fmt: skip
def test_outlets_reports_and_papers_speak_too(cues: Callable[[str], list[Row]], text: str, expected: Row) -> None:
    assert cues(text) == [expected]


@cases(
    ("A spokesman for the Fourth Army said its guns were silent.",
     ("A spokesman for the Fourth Army", "said", "its guns were silent")),
    ("The Fourth Army's spokesman said its guns were silent.",
     ("The Fourth Army's spokesman", "said", "its guns were silent")),
    ("The governor, Omar Haddad, said the siege was over.", ("Omar Haddad", "said", "the siege was over")),
    ("A second resident, who asked not to be named, said the siege was over.",
     ("A second resident", "said", "the siege was over")),
    ("The Britain-based Observatory for Human Rights said the siege was over.",
     ("The Britain-based Observatory for Human Rights", "said", "the siege was over")),
    ("Haddad and Aziz said the siege was over.", ("Haddad < Aziz", "said", "the siege was over")),
    ("Both the army and the rebels said they had won.", ("the army < the rebels", "said", "they had won")),
)  # fmt: skip
def test_the_speaker_is_named_without_what_is_said_about_them(
    cues: Callable[[str], list[Row]], text: str, expected: Row
) -> None:
    """Appositions and relative clauses are left out unless they give the name; coordinated speakers are all there."""
    assert cues(text) == [expected]


@cases(
    ("The ministry said in a statement that the convoy had been attacked.",
     ("The ministry", "said", "the convoy had been attacked")),
    ("The ministry said on Friday that the convoy had been attacked.",
     ("The ministry", "said", "the convoy had been attacked")),
    ("The minister said the army had won and that ten soldiers had died.",
     ("The minister", "said", "the army had won and that ten soldiers had died")),
    ("Police said six people died, including three children.",
     ("Police", "said", "six people died, including three children")),
    ("The army claimed to have killed 20 fighters.", ("The army", "claimed", "to have killed 20 fighters")),
    ("The minister accused the rebels of shelling the hospital.",
     ("The minister", "accused", "the rebels of shelling the hospital")),
)  # fmt: skip
def test_what_is_said_is_whole_and_leaves_out_where_it_was_said(
    cues: Callable[[str], list[Row]], text: str, expected: Row
) -> None:
    assert cues(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said three men were held, adding that a fourth had escaped.",
         [("Police", "said", "three men were held"), ("Police", "adding", "a fourth had escaped")]),
        ("The ministry said the convoy was hit, but residents said the trucks were empty.",
         [("The ministry", "said", "the convoy was hit"), ("residents", "said", "the trucks were empty")]),
        ("While the army says the jet crashed, rebels say they shot it down.",
         [("the army", "says", "the jet crashed"), ("rebels", "say", "they shot it down")]),
        ("The mayor said residents feared that the dam would break.",
         [("The mayor", "said", "residents feared that the dam would break"),
          ("residents", "feared", "the dam would break")]),
    ],
)  # fmt: skip
def test_two_speakers_in_one_sentence_are_kept_apart(
    cues: Callable[[str], list[Row]], text: str, expected: list[Row]
) -> None:
    assert cues(text) == expected


def test_a_relative_clause_about_a_speaker_ends_what_they_say(cues: Callable[[str], list[Row]]) -> None:
    assert cues("Haddad, who said he saw the strike, fled to the coast.") == [("Haddad", "said", "he saw the strike")]


@pytest.mark.parametrize("text", ["The Fourth Army said:", "The ministry said in a statement issued on Monday:"])
def test_a_sentence_that_ends_in_a_colon_opens_a_statement(cues: Callable[[str], list[Row]], text: str) -> None:
    """Its cue has no contents: they follow in the next paragraphs."""
    ((sources, words, contents),) = cues(text)
    assert (sources, words, contents) == (text.partition(" said")[0], "said", "")


@pytest.mark.parametrize(
    "text",
    [
        "The army said nothing.",
        "The minister said goodbye.",
        "I said that the bridge was mined.",
        "The rebels are said to have crossed the river.",
        "It was not clear whether the tunnel was mined.",
        "The rebels agreed to leave.",
        "The president vowed to retake the city.",
        "The army reportedly entered the town.",
        "Nobody said the war was over.",
        "Rebels called the “safe corridor” a trap.",
    ],
)
def test_where_nobody_says_anything_there_is_no_cue(cues: Callable[[str], list[Row]], text: str) -> None:
    assert cues(text) == []


@cases(
    ("Saying that the well was poisoned, she demanded an inquiry.", ("she", "Saying", "the well was poisoned")),
    ("Chad says two towns hit in air raid.", ("Chad", "says", "two towns hit in air raid")),
    ("Premier says unaware of talks in Accra.", ("Premier", "says", "unaware of talks in Accra")),
    ("Nine rebels were killed, the army was quoted as saying by state media.",
     ("the army < state media", "saying", "Nine rebels were killed")),
    ("Chad has said that it will fight on and has ruled out any truce.", ("Chad", "said", "it will fight on")),
    ("Shelling killed nine people, a monitor said, bringing the toll to 45.",
     ("a monitor", "said", "Shelling killed nine people … bringing the toll to 45")),
    ("In a statement issued late on Monday, the ministry announced the death of the general.",
     ("the ministry", "announced", "the death of the general")),
    ("The army denied a raid the United Nations says killed nine people.",
     ("the United Nations", "says", "a raid … killed nine people")),
    ("The residents put the death toll at nine.", ("The residents", "put", "the death toll at nine")),
)  # fmt: skip
def test_what_is_said_ends_where_its_speaker_does_something_else(
    cues: Callable[[str], list[Row]], text: str, expected: Row
) -> None:
    assert cues(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "These sanctions show that the union is united.",
        "It only shows that the truce is dead.",
        "The talks continue to falter.",
        "Nine people were killed as troops responded to an attack.",
        "The army seized the town, calling it a victory.",
    ],
)
def test_what_happened_and_what_shows_it_speaks_for_nobody(cues: Callable[[str], list[Row]], text: str) -> None:
    assert cues(text) == []
