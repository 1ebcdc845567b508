"""Quotations over a whole article: who said what where the speaker stands elsewhere than beside the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.quotes import find_quotes
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]
Row = tuple[str, str]  # the sources with " < " between them ("" for none), the contents with " … "
Said = Callable[[str], list[Row]]


@pytest.fixture
def said(parse: Parse) -> Said:
    """An article to who says what in it; "|" stands for the empty line between paragraphs."""

    def rows(short: str) -> list[Row]:
        text = short.replace(" | ", "\n\n")
        return [
            (
                " < ".join(span.of(text) for span in quote.chain),
                " … ".join(span.of(text).replace("\n\n", " | ") for span in quote.contents),
            )
            for quote in find_quotes(text, parse(text))
            if quote.kind == "said"
        ]

    return rows


def cases(*rows: tuple[str, list[Row]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("text", "expected"), rows)


@cases(
    ("Haddad said the road was shut. He added that two bridges had been blown up.",
     [("Haddad", "the road was shut"), ("He", "two bridges had been blown up")]),
    ("“They will not give up,” said the general. He added: “We hold the ridge and the road.”",
     [("the general", "They will not give up"), ("He", "We hold the ridge and the road")]),
    ('He said: "My brother was killed on the bridge." She said: "They shot at all of us."',
     [("He", "My brother was killed on the bridge"), ("She", "They shot at all of us")]),
    ("The BBC reports that the port is closed. Residents told Reuters that ships were burning.",
     [("The BBC", "the port is closed"), ("Residents < Reuters", "ships were burning")]),
)  # fmt: skip
def test_each_sentence_with_a_cue_has_its_own_speaker(said: Said, text: str, expected: list[Row]) -> None:
    assert said(text) == expected


@cases(
    ("“We buried nine,” Haddad said. “There is no room left in the cemetery.”",
     [("Haddad", "We buried nine … There is no room left in the cemetery.")]),
    ("Haddad said the bridge was mined. “We lost four men there on Sunday.”",
     [("Haddad", "the bridge was mined. “We lost four men there on Sunday.")]),
    ("“Nobody goes out after dark here.” The mayor said police had left.",
     [("The mayor", "Nobody goes out after dark here. … police had left")]),
    ("“We hold the ridge. We will hold the road. The town is ours,” said the general.",
     [("the general", "We hold the ridge. We will hold the road. The town is ours")]),
)  # fmt: skip
def test_a_quotation_without_a_cue_is_of_whoever_speaks_beside_it(said: Said, text: str, expected: list[Row]) -> None:
    assert said(text) == expected


@cases(
    ("“They came at night. | “They burned the school,” said Lina Aziz, who fled to the coast.",
     [("Lina Aziz", "They came at night. | “They burned the school")]),
    (("Lina Aziz said the raid came before dawn. | “They burned the school and took the teacher. "
      "| “We hid in the well until noon and then walked.” | The army has not commented."),
     [("Lina Aziz", ("the raid came before dawn. | “They burned the school and took the teacher. "
                     "| “We hid in the well until noon and then walked."))]),
    ("“They burned the school,” Lina Aziz said. | “Then they took the teacher and two boys away.",
     [("Lina Aziz", "They burned the school … Then they took the teacher and two boys away.")]),
)  # fmt: skip
def test_a_quotation_over_paragraphs_keeps_its_speaker(said: Said, text: str, expected: list[Row]) -> None:
    assert said(text) == expected


def test_a_pronoun_stands_for_the_speaker_of_the_paragraph_before(said: Said) -> None:
    """The words of its own paragraph keep it; words of a later one that has no cue take the name."""
    text = (
        "Lina Aziz said the raid came at dawn. | “They burned the school,” she said. | “Then they took two boys away.”"
    )
    assert said(text)[1:] == [("she", "They burned the school"), ("Lina Aziz", "Then they took two boys away.")]


@cases(
    (("He said the town had fallen. | “The bridge has been retaken by the army. "
      "| We are clearing the road,” said the colonel."),
     [("He", "the town had fallen"),
      ("the colonel", "The bridge has been retaken by the army. | We are clearing the road")]),
    ("“Aziz came yesterday,” the source said. “Talks are continuing.”",
     [("the source", "Aziz came yesterday … Talks are continuing.")]),
)  # fmt: skip
def test_a_quotation_left_open_is_of_whoever_ends_it(said: Said, text: str, expected: list[Row]) -> None:
    assert said(text) == expected


@cases(
    ("Lina Aziz fled to the coast. | “They burned our school,” she said. | “Then they took two boys away.”",
     [("she", "They burned our school … Then they took two boys away.")]),
    (("Haddad said the bridge was mined. | Lina Aziz fled to the coast. | “They burned our school,” she said. "
      "“Then they took two boys away.”"),
     [("Haddad", "the bridge was mined"), ("she", "They burned our school … Then they took two boys away.")]),
)  # fmt: skip
def test_a_pronoun_does_not_stand_for_somebody_who_spoke_long_before(
    said: Said, text: str, expected: list[Row]
) -> None:
    assert said(text) == expected


@cases(
    ("“Nobody dares to go out after dark here.”", [("", "Nobody dares to go out after dark here.")]),
    (("“The war is over,” the president said. | Aid workers doubt it. | Trucks still queue. | "
      "“There will be no peace soon.”"),
     [("the president", "The war is over"), ("", "There will be no peace soon.")]),
)  # fmt: skip
def test_a_quotation_far_from_any_speaker_is_of_nobody(said: Said, text: str, expected: list[Row]) -> None:
    assert said(text) == expected


@cases(
    (("The foreign ministry said in a statement: | We reject the report in full. | The envoy will not be received. "
      "| Residents said the shelling went on."),
     [("The foreign ministry", "We reject the report in full. | The envoy will not be received."),
      ("Residents", "the shelling went on")]),
    ("The Fourth Army said: | Our guns did not fire. We hold the ridge. | “They are lying to us all,” said Huda.",
     [("The Fourth Army", "Our guns did not fire. We hold the ridge."), ("Huda", "They are lying to us all")]),
)  # fmt: skip
def test_a_statement_printed_without_marks_reaches_to_the_next_speaker(
    said: Said, text: str, expected: list[Row]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The “caliphate” lost its last village.",
        "Rebels called the “safe corridor” a trap.",
        "The “people's court” sentenced three men to death on Monday.",
        'Troops entered the "green zone" and left.',
        "The “Army of the Eastern Lions” took the hill.",
        "Operation “Quiet Dawn” began at noon.",
    ],
)
def test_scare_quotes_and_names_are_no_quotations(said: Said, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("“We buried nine people this morning,” said Huda.", True),
        ('"We buried nine people this morning," said Huda.', True),
        ("“They fled,” said Huda.", True),  # short, but a cue stands beside it
        ("Huda said: “They fled.”", True),
        ("Huda said they had buried nine people.", False),
        ("Huda said the “safe zone” had been hit.", False),
        ("Huda said the army “will never come back to us”.", True),
        ("According to Huda, nine people were buried.", False),
    ],
)
def test_words_between_marks_are_direct_speech(parse: Parse, text: str, *, direct: bool) -> None:
    (quote,) = find_quotes(text, parse(text))
    assert quote.direct == direct


def test_the_words_of_saying_are_kept_beside_the_speaker(parse: Parse) -> None:
    text = "According to Huda, nine people were buried. Police said ten."
    first = find_quotes(text, parse(text))[0]
    assert [span.of(text) for span in first.cues] == ["According to"]


def test_quotations_come_in_text_order(parse: Parse) -> None:
    text = "“There is no way out of here.”\n\nHuda said shells fell.\n\n“We hid in the well.” Police said nine died."
    starts = [quote.contents[0].start for quote in find_quotes(text, parse(text))]
    assert starts == sorted(starts)
    assert len(starts) == 2


@cases(
    ("Haddad called the raid “a crime against our whole nation”.",
     [("Haddad", "the raid “a crime against our whole nation")]),
    ("“The army says it won. We do not believe it,” said Huda.",
     [("Huda", "The army says it won. We do not believe it"), ("the army", "it won")]),
)  # fmt: skip
def test_what_is_quoted_is_its_speakers_to_the_end(said: Said, text: str, expected: list[Row]) -> None:
    """Another speaker's words inside a quotation are both theirs."""
    found = [(source.lower(), words) for source, words in said(text)]
    assert found == [(source.lower(), words) for source, words in expected]


def test_a_few_quoted_words_of_another_sentence_are_not_of_the_last_speaker(said: Said) -> None:
    text = "Huda said nine had died. The road below the sign “the way of no return” was mined from end to end."
    assert said(text) == [("Huda", "nine had died")]


def test_a_quotation_that_a_later_paragraph_closes_goes_on_to_there(said: Said) -> None:
    text = 'Huda said: "We buried nine people here. | There is no room left in the cemetery." | Rain fell.'
    assert said(text) == [("Huda", "We buried nine people here. | There is no room left in the cemetery.")]


def test_what_is_wished_inside_somebodys_speech_is_not_told_twice(parse: Parse) -> None:
    text = "Haddad said the rebels wanted to leave. The army plans to stay."
    kinds = [(quote.kind, quote.contents[0].of(text)) for quote in find_quotes(text, parse(text))]
    assert kinds == [("said", "the rebels wanted to leave"), ("private", "to stay")]


def test_an_article_without_a_word_said_has_no_quotations(said: Said) -> None:
    assert said("Shells fell on the market. Nine people died.") == []


def wrong(reason: str, text: str, *expected: Row) -> object:
    return pytest.param(text, list(expected), marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        wrong(
            "a statement without marks runs on to the end where no later paragraph has a cue",
            "The Fourth Army said: | Our guns did not fire. | The council has called for an inquiry. | Aid came.",
            ("The Fourth Army", "Our guns did not fire."),
        ),
    ],
)
def test_what_is_not_read_rightly_yet(said: Said, text: str, expected: list[Row]) -> None:
    assert said(text) == expected
