"""Paragraphs and sentences: where they begin and end in articles as they come."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.blocks import paragraphs, sentences
from dateline.model.article import Article, Dropped
from dateline.model.span import Span

WRAPPED = """\
The army said on Monday that its troops had entered the town
of Qarrah after three days of shelling and that they now held
the bakery, the school and the road to the west. Residents said
the centre was still in rebel hands. A doctor at the field
hospital counted nine dead and thirty wounded since dawn, most
of them women and children from the camp.

The council called for help.
"""


def split(text: str, title: str | None = None, dropped: tuple[Dropped, ...] = ()) -> list[str]:
    return [span.of(text) for _, span in sentences(Article("a", text, title=title, dropped=dropped))]


def numbered(text: str) -> list[tuple[int, str]]:
    return [(number, " ".join(span.of(text).split())) for number, span in sentences(Article("a", text))]


def left_out(text: str, *passages: str) -> tuple[Dropped, ...]:
    """Each passage dropped where it stands last."""
    return tuple(Dropped(Span(text.rindex(p), text.rindex(p) + len(p)), "furniture") for p in passages)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell. Nine died.", ["Shells fell.", "Nine died."]),
        ("Is it over? No! The guns fell silent.", ["Is it over?", "No!", "The guns fell silent."]),
        ("Dr. Haddad met Gen. Orlov. Both left.", ["Dr. Haddad met Gen. Orlov.", "Both left."]),
        ("The U.S. envoy came at 5.30 p.m. on Sunday. He left.", ["The U.S. envoy came at 5.30 p.m. on Sunday.",
                                                                "He left."]),
        ("About 1.5 million fled. Aid came.", ["About 1.5 million fled.", "Aid came."]),
        ("“They came. They shot.” He wept.", ["“They came.", "They shot.”", "He wept."]),
        ('"They came." He wept.', ['"They came."', "He wept."]),
        ("The guns… fell silent.", ["The guns… fell silent."]),
        ("Nine died.No one was held.", ["Nine died.", "No one was held."]),
        ("Nine died", ["Nine died"]),
        ("  Nine died.  ", ["Nine died."]),
        ("", []),
        (" \n\t\n ", []),
    ],
)  # fmt: skip
def test_sentences_of_one_paragraph(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_hard_wrapped_lines_are_one_paragraph(newline: str) -> None:
    """Sentences run over the line ends; only the empty line parts paragraphs."""
    found = numbered(WRAPPED.replace("\n", newline))
    assert [number for number, _ in found] == [0, 0, 0, 1]
    assert found[0][1].endswith("held the bakery, the school and the road to the west.")
    assert found[2][1].startswith("A doctor at the field hospital counted")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_that_end_in_full_stops_are_paragraphs_of_their_own(newline: str) -> None:
    text = newline.join(["Shells fell on the market.", "Nine people died.", "The army denied it."])
    assert [number for number, _ in numbered(text)] == [0, 1, 2]


def test_a_line_that_goes_on_in_lower_case_is_not_broken() -> None:
    assert numbered("The clashes broke out\nand spread to the port.\nAid came.") == [
        (0, "The clashes broke out and spread to the port."),
        (1, "Aid came."),
    ]


def test_a_headline_does_not_run_into_the_text() -> None:
    text = "Shells hit Qarrah market\nAt least nine people were killed on Monday."
    assert split(text) == ["Shells hit Qarrah market", "At least nine people were killed on Monday."]


def test_a_title_that_was_joined_to_the_standfirst_is_a_sentence_of_its_own() -> None:
    """Some extractors print the title and the first sentence on one line without a full stop."""
    text = "Shells hit Qarrah market At least nine people were killed on Monday. The army denied it."
    assert split(text, title="Shells hit Qarrah market") == [
        "Shells hit Qarrah market",
        "At least nine people were killed on Monday.",
        "The army denied it.",
    ]


def test_a_title_far_down_the_text_cuts_nothing() -> None:
    text = "Nine people died. " * 40 + "They spoke of calm in Qarrah for days."
    assert split(text, title="calm in Qarrah")[-1] == "They spoke of calm in Qarrah for days."


@pytest.mark.parametrize(
    "line",
    [
        "Published 4 May 2015",
        "Published on 4 May 2015",
        "Posted on Monday, May 4, 2015 10:20 am",
        "Updated: Mon, May 4, 2015",
        "Date of publication 4 May 2015",
        "4 May 2015",
        "Sept. 4, 2015",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_line_of_publication_is_no_part_of_the_first_sentence(line: str, gap: str) -> None:
    assert split(f"{line}{gap}Nine people died in Qarrah.") == [line, "Nine people died in Qarrah."]


def test_a_date_in_a_sentence_does_not_break_it() -> None:
    text = "Nine people died on 4 May 2015 in Qarrah. The road was mined on May 6, 2015 by rebels."
    assert len(split(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The commander, Lt. Gen. Omar Haddad, left.", ["The commander, Lt. Gen. Omar Haddad, left."]),
        ("Lina Aziz, U.N. High Envoy, spoke.", ["Lina Aziz, U.N. High Envoy, spoke."]),
        ("''We left.'' He stayed.", ["''We left.''", "He stayed."]),
        (
            "A market in Qarrah, May 2015 (AP Photo) Nine died.",
            ["A market in Qarrah, May 2015 (AP Photo)", "Nine died."],
        ),
    ],
)
def test_titles_go_on_and_typed_marks_and_credits_end(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_what_was_dropped_is_left_out() -> None:
    text = "Shells fell. Share this page! Nine died.\n\nRead more\n\nAid came."
    dropped = left_out(text, "Share this page!", "Read more")
    assert split(text, dropped=dropped) == ["Shells fell.", "Nine died.", "Aid came."]


def test_a_passage_dropped_over_paragraphs_takes_only_itself() -> None:
    text = "Shells fell. Menu\n\nHome\n\nNews Nine died."
    assert split(text, dropped=left_out(text, "Menu\n\nHome\n\nNews")) == ["Shells fell.", "Nine died."]


def test_a_repeated_standfirst_ends_where_its_repetition_ended() -> None:
    """The first standing of a repetition is one sentence even where no full stop parts it from the text."""
    standfirst = "Nine killed as shells hit Qarrah"
    text = f"{standfirst} The army denied it.\n\n{standfirst}\n\nAid came."
    assert split(text, dropped=left_out(text, standfirst)) == [standfirst, "The army denied it.", "Aid came."]


def test_spans_count_code_points_of_the_stored_text() -> None:
    text = "😀 Café burned.\r\n\r\nAid came."
    assert [span for _, span in sentences(Article("a", text))] == [Span(0, 14), Span(18, 27)]


TEXT = st.text(alphabet='aB .!?”“"\n\r,:1', max_size=80)
CUTS = st.lists(st.tuples(st.integers(0, 79), st.integers(1, 20)), max_size=3)


@given(TEXT, CUTS)
def test_every_character_that_was_kept_is_in_exactly_one_sentence(text: str, cuts: list[tuple[int, int]]) -> None:
    """Sentences come in order, do not overlap, hold nothing dropped and leave out nothing but white space."""
    dropped = tuple(
        Dropped(Span(start, min(len(text), start + size)), "furniture") for start, size in cuts if start < len(text)
    )
    about = Article("a", text, dropped=dropped)
    found = list(sentences(about))
    assert all(one.end <= other.start for (_, one), (_, other) in pairwise(found))
    assert all(one <= other for (one, _), (other, _) in pairwise(found))
    assert all(span.of(text) == span.of(text).strip() for _, span in found)
    inside = {at for _, span in found for at in range(span.start, span.end)}
    gone = {at for each in dropped for at in range(each.span.start, each.span.end)}
    assert not inside & gone
    assert {at for at, character in enumerate(text) if not character.isspace()} - gone <= inside


@given(TEXT)
def test_sentences_lie_inside_their_paragraphs(text: str) -> None:
    about = Article("a", text)
    wholes = paragraphs(about)
    assert all(wholes[number].contains(span) for number, span in sentences(about))


def test_paragraphs_without_dropping_are_the_blocks_between_empty_lines() -> None:
    about = Article("a", "One.\n\nTwo.\nThree.\n\n\n  Four. ")
    assert [span.of(about.text) for span in paragraphs(about)] == ["One.", "Two.", "Three.", "Four."]
    whole = replace(about, dropped=(Dropped(Span(0, len(about.text)), "furniture"),))
    assert paragraphs(whole) == []
