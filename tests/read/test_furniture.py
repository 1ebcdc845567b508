"""What is left out of reading, and what never is."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.furniture import furniture_rule
from dateline.model.article import Article
from dateline.read.furniture import kept_text, mark_dropped

PROSE = "The council of Qarrah said on Tuesday that the road to the north had been cut for three days."
STANDFIRST = "Families have left the northern quarter since Sunday — Meridian"


def dropped(text: str) -> list[tuple[str, str]]:
    """What is dropped from `text`, with the reasons."""
    return [(drop.span.of(text), drop.reason) for drop in mark_dropped(Article("a", text)).dropped]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("You Might Also Like", "heading of related links"),
        ("  ▸ RELATED STORIES:  ", "heading of related links"),
        ("Don’t miss", "heading of related links"),
        ("Read more: Who holds the hills above Qarrah?", "link to another story"),
        ("Click here to see our map of the front.", "link to another story"),
        ("Comments", "heading of comments"),
        ("Comments (12)", "heading of comments"),
        ("Leave a comment", "heading of comments"),
        ("Log in to post a comment", "heading of comments"),
        ("Share on Facebook", "line for sharing"),
        ("Facebook | Twitter | WhatsApp", "line for sharing"),
        ("Follow Dana Okello on Twitter @danaokello", "line for sharing"),
        ("Sign up for our morning newsletter", "line for subscribing"),
        ("We use cookies to give you a better page.", "cookie or browser notice"),
        ("Advertisement", "advertisement"),
        ("ADVERTISEMENT - CONTINUE READING BELOW", "advertisement"),
        ("© 2021 Meridian Press. All rights reserved.", "copyright notice"),
        ("Copyright 2021 Meridian Press", "copyright notice"),
        ("Photo: Dana Okello", "credit of a picture"),
        ("(Photo by Dana Okello for Meridian Press)", "credit of a picture"),
        ("Image: Dana Okello/Getty", "credit of a picture"),
        ("Dana Okello/AFP via Getty Images", "credit of a picture"),
        ("(Dana Okello/Reuters)", "credit of a picture"),
        ("Getty Images", "credit of a picture"),
        ("By Dana Okello and Lev Maro", "byline"),
        ("By DANA OKELLO, Meridian Press", "byline"),
        ("By our own correspondent", None),
        ("By Our Correspondent", "byline"),
        ("Posted by Dana Okello", "byline"),
        ("Published 3 March 2021, 14:05", "time of publication or of reading"),
        ("Updated: Tuesday 2 March", "time of publication or of reading"),
        ("4 min read", "time of publication or of reading"),
        ("2 hours ago", "time of publication or of reading"),
        ("Click to enlarge", "instruction or control of the page"),
        ("Tags: Qarrah, shelling", "instruction or control of the page"),
    ],
)
def test_a_line_of_furniture_is_dropped(line: str, reason: str | None) -> None:
    rule = furniture_rule(line)
    assert (rule.reason if rule else None) == reason


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        f"{PROSE} — Meridian Press",
        "Reuters",
        "— Al Jazeera",
        "Meridian Press/Reuters reported heavy fire near the bridge.",
        "Comments by the general angered the families.",
        "Related violence killed five people in the camp.",
        "Video of the attack showed smoke above the market.",
        "Images of the dead were shared by activists on Wednesday.",
        "Photos by activists show a crater in the market square.",
        "Published on Tuesday, the report says that forty people were killed.",
        "Copyright law was suspended by the junta.",
        "(c) withdraw all forces from the northern quarter;",
        "By Tuesday the rebels had taken the hill.",
        "By Christmas",
        "Share of territory held by the rebels falls",
        "Follow the money, investigators say",
        "Sign up fighters, the council was told",
        "We baked cookies for the soldiers, she said.",
        "Advertisements were torn down by protesters in Qarrah.",
        "Read the statement in full, the minister urged reporters on Monday.",
        "More than 40 people were killed.",
        "Editor of a local paper shot dead",
        "GENEVA 2021-03-03",
        "Photo: the burnt market of Qarrah, where shelling killed 14 people on Tuesday.",
    ],
)
def test_prose_and_sources_stay(line: str) -> None:
    assert furniture_rule(line) is None


def test_headline_with_standfirst_then_the_standfirst_twice() -> None:
    headline = f"Hills above Qarrah ‘quiet’ {STANDFIRST}\n{STANDFIRST}"
    text = f"{headline}\n\n{STANDFIRST}\n\n{PROSE}\n\nYou Might Also Like\n\nComments"
    start = text.index(STANDFIRST)
    said = f"repeats characters {start}:{start + len(STANDFIRST)}"
    assert dropped(text) == [
        (STANDFIRST, said),
        (STANDFIRST, said),
        ("You Might Also Like", "heading of related links"),
        ("Comments", "heading of comments"),
    ]


def test_a_copy_is_found_whatever_its_case_blanks_and_marks() -> None:
    text = f"{PROSE}\n\nSomething else was said.\n\n{PROSE.upper().replace(' ', '  ').rstrip('.')}"
    assert [reason for _, reason in dropped(text)] == [f"repeats characters 0:{len(PROSE)}"]


def test_a_paragraph_broken_over_lines_is_dropped_as_one() -> None:
    broken = PROSE.replace("that the", "that\nthe")
    text = f"{PROSE}\n\n{broken}\n\n{broken}"
    assert dropped(text) == [(broken, f"repeats characters 0:{len(PROSE)}")] * 2


@pytest.mark.parametrize(
    "line", ["No.", "He said no.", "9:05 p.m.", "— Dana Okello (@danaokello), spokeswoman of the council"]
)
def test_what_may_well_be_said_twice_stays(line: str) -> None:
    assert dropped(f"{PROSE}\n\n{line}\n\nMore was said.\n\n{line}") == []


def test_headlines_below_a_heading_of_links_go_with_it_and_prose_does_not() -> None:
    links = "Rebels deny losing the hill\nCamp runs out of water"
    text = f"{PROSE}\n\nRelated stories\n{links}\n\n{PROSE.replace('Tuesday', 'Friday')}\nCamp closes"
    assert [words for words, _ in dropped(text)] == ["Related stories", *links.split("\n")]


def test_a_heading_above_the_article_does_not_take_its_headline() -> None:
    assert [words for words, _ in dropped(f"Top stories\nRebels deny losing the hill\n\n{PROSE}")] == ["Top stories"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister refused to answer any of the questions and made no\nComments\nto the reporters in Qarrah.\n",
        "The minister refused to answer any of the questions and made no\ncomment.\n",
    ],
)
def test_a_line_inside_a_broken_sentence_is_no_heading(text: str) -> None:
    assert dropped(text) == []


def test_a_byline_right_below_a_headline_goes() -> None:
    text = f"Hills above Qarrah quiet after a week of heavy shelling\nBy Dana Okello\n{PROSE}"
    assert dropped(text) == [("By Dana Okello", "byline")]


def test_kept_text_leaves_the_rest_as_it_is() -> None:
    article = mark_dropped(Article("a", f"{PROSE}\nComments\n{PROSE[:40]}"))
    assert kept_text(article) == f"{PROSE}\n\n\n{PROSE[:40]}"


LINES = st.sampled_from(
    [
        "Comments",
        "Related",
        PROSE,
        STANDFIRST,
        f"Quiet {STANDFIRST}",
        "",
        "  ",
        "Photo: X",
        "a b c d e f g h i",
        "He left",
    ]
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_dropped_spans_lie_inside_in_order_and_apart(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    drops = mark_dropped(Article("a", text)).dropped
    assert all(drop.span.of(text).strip() and drop.reason for drop in drops)
    assert all(a.span.end <= b.span.start for a, b in pairwise(drops))


@given(st.text())
def test_any_text_can_be_marked(text: str) -> None:
    drops = mark_dropped(Article("a", text)).dropped
    assert all(drop.span.end <= len(text) for drop in drops)


@pytest.mark.parametrize("piece", ["A", "Photo by A", "A, ", "x x", "facebook ", "© ", "by A ", "Get our ", "1 "])
def test_no_line_takes_long(piece: str) -> None:
    line = (piece * 300)[:300]
    started = time.perf_counter()
    furniture_rule(line)
    furniture_rule(f"{line[:95]}!")
    assert time.perf_counter() - started < 0.5
