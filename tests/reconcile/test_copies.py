"""Copies: what is a reprint, what is not, and that neither order nor the index changes the answer."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dateline.model.article import Article, Dropped
from dateline.model.span import Span
from dateline.reconcile.copies import compare, find_copies, fingerprints, printed
from dateline.reconcile.copy import EDITED, KINDS, PARTIAL, VERBATIM, Copy, copy_from_json
from tests.factories import article

DISPATCH = """Shelling killed at least fourteen people in the market of Qarrah on Tuesday, the local council said.
Thirty others were wounded, among them six children who had come to buy school books with their parents.
Witnesses said that four shells came down within ten minutes, and that the last hit those who had run to help.
The Fourth Army denied that its guns had fired and spoke of an explosion in a store of cooking gas.
A reporter who reached the market in the evening counted nine burnt stalls and two wrecked pick-up trucks.
Doctors at the clinic of Deir Sahl asked for blood and said that they had run out of beds by nightfall."""
BACKGROUND = """The war in the province began six years ago when officers of the Fourth Army refused to disarm.
It has killed more than eighty thousand people since then and driven a third of the province from their homes.
Three rounds of talks in Port Elder have brought no more than short truces, the last of which ended in spring."""
APART = """Fourteen dead after guns opened up on a crowded square: that is what officials in Qarrah say.
Some thirty people came to hospital, half a dozen of them boys and girls out shopping for the new term.
It was all over in less than a quarter of an hour, residents recall, but rescuers were caught in a final round.
Commanders of the Fourth Army will have none of it; bottled gas blew up, in their telling.
By dusk little was left of a whole row of shops."""
ELSEWHERE = """A bridge near Harrow was blown up early on Friday, cutting the only road to the coast.
Nobody was hurt, according to the harbour master, since traffic had been stopped an hour before.
Engineers from the capital said that repairs would take the whole of the summer if money could be found.
The Coast League claimed the attack in a message read out on its radio station."""
STATEMENT = (
    '"We shall find those who did this and bring them to court, however long it takes and whoever protects them. '
    "No cause on earth can justify the killing of people who were doing nothing worse than buying bread and books for "
    'their children. This province has buried too many of its own, and it will not be silent about it any longer,"'
)
LINES = DISPATCH.split("\n")


def copy(one: Article | str, other: Article | str) -> Copy | None:
    a, b = (each if isinstance(each, Article) else article(each, published=None) for each in (one, other))
    return compare(printed(a, name="a"), printed(b, name="b"))


def kind(one: Article | str, other: Article | str) -> str | None:
    found = copy(one, other)
    return None if found is None else found.kind


REPRINTS = [
    ("the same", DISPATCH, VERBATIM),
    ("other type", DISPATCH.upper().replace(",", "").replace("-", " – "), VERBATIM),
    ("a dateline, a credit", f"QARRAH (Meridian Press) - {DISPATCH}\n— Meridian Press", VERBATIM),
    ("re-led", "\n".join(["A black day for the traders of a quiet town.", *LINES[1:]]), EDITED),
    ("paragraphs dropped", "\n".join([LINES[0], LINES[2], LINES[3], LINES[5]]), EDITED),
    ("updated", DISPATCH.replace("fourteen", "nineteen").replace("Thirty", "Forty").replace("nine", "ten"), EDITED),
    ("cut", "\n".join(LINES[:2]), PARTIAL),
    ("its end alone", "\n".join(LINES[4:]), PARTIAL),
    ("within another report", f"{ELSEWHERE}\n" * 2 + "\n".join(LINES[:4]), PARTIAL),
]


@pytest.mark.parametrize(("how", "text", "wanted"), REPRINTS)
def test_a_reprint_is_found(how: str, text: str, wanted: str) -> None:
    assert kind(DISPATCH, text) == wanted, how


def test_the_same_incident_in_other_words_is_no_copy() -> None:
    assert kind(DISPATCH, APART) is None


def test_shared_background_is_no_copy() -> None:
    assert kind(f"{DISPATCH}\n{BACKGROUND}", f"{APART}\n{BACKGROUND}") is None
    assert kind(f"{DISPATCH}\n{BACKGROUND}", f"{ELSEWHERE}\n{BACKGROUND}") is None


def test_background_below_a_reprint_belongs_to_it() -> None:
    found = copy(f"{DISPATCH}\n{BACKGROUND}", f"{DISPATCH}\n{BACKGROUND}")
    assert found is not None
    assert found.share_a == 1


def test_the_foot_of_one_outlets_page_is_no_copy() -> None:
    """Long furniture that the reader left in: the same below all articles of the outlet."""
    foot = " ".join(f"menu{n} entry{n} link{n}" for n in range(35))
    one, other = (article(f"{text}\n{foot}", published=None, publisher="The Post") for text in (APART, ELSEWHERE))
    assert kind(one, other) is None


def test_two_that_quote_one_speaker_are_no_copies() -> None:
    one, other = (f"{text}\n{STATEMENT} the governor said.\n" for text in (APART, ELSEWHERE))
    one = one + LINES[4]
    other = other + "The governor spoke for four minutes and took no questions from the reporters in the hall."
    assert kind(one, other) is None
    unmarked = [text.replace('"', "") for text in (one, other)]
    assert kind(unmarked[0], unmarked[1]) == PARTIAL


def test_days_far_apart_ask_for_more() -> None:
    half = "\n".join([*LINES[:3], APART, ELSEWHERE])
    near, far = (article(half, published=day) for day in ("2021-03-05", "2021-05-30"))
    first = article("\n".join([*LINES[:3], *BACKGROUND.split("\n")]), published="2021-03-03")
    assert kind(first, near) == PARTIAL
    assert kind(first, far) is None
    assert kind(article(DISPATCH), article(DISPATCH, published="2021-05-30")) == VERBATIM


def test_what_reading_dropped_does_not_count() -> None:
    text = f"{APART}\n{DISPATCH}"
    start = text.index(DISPATCH)
    dropped = (Dropped(Span(start, len(text)), "link to another story"),)
    assert kind(DISPATCH, text) is not None
    assert kind(article(DISPATCH), article(text, dropped=dropped)) is None


@pytest.mark.parametrize("text", ["", "Four died.", "Four died in the market of Qarrah on Tuesday, it said."])
def test_too_little_to_tell(text: str) -> None:
    assert kind(text, text) is None


def test_a_copy_says_why_and_shows_its_passages() -> None:
    other = "\n".join(["A black day for the traders of a quiet town.", *LINES[1:]])
    found = copy(DISPATCH, other)
    assert found is not None
    assert found.passages[0].a.of(DISPATCH) == "\n".join(LINES[1:]).removesuffix(".")
    assert found.passages[0].b.of(other) == "\n".join(LINES[1:]).removesuffix(".")
    assert found.reason.startswith("edited: 85% of one's words and 91% of the other's stand in one passage of ")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2021-03-03", "published the same day"),
        ("2021-03-04", "published a day apart"),
        ("2021-03-06", "published 3 days apart"),
    ],
)
def test_a_copy_says_how_far_apart_it_was_published(day: str, words: str) -> None:
    found = copy(article(DISPATCH), article(DISPATCH, published=day))
    assert found is not None
    assert found.reason.endswith(words)


def test_a_copy_survives_its_json() -> None:
    found = copy(DISPATCH, "\n".join(LINES[:2]))
    assert found is not None
    written = found.to_json()
    assert written["copy"] == ["a", "b"]
    assert written["kind"] in KINDS
    again = copy_from_json(written)
    assert replace(again, share_a=found.share_a, share_b=found.share_b) == found


def _record() -> list[Article]:
    texts = {"dispatch": DISPATCH, "apart": APART, "elsewhere": ELSEWHERE, "led": "\n".join(["Grim news.", *LINES[1:]])}
    texts |= {"cut": "\n".join(LINES[:2]), "far": f"{ELSEWHERE}\n{BACKGROUND}", "below": f"{APART}\n{BACKGROUND}"}
    return [article(text, name=name) for name, text in texts.items()]


def test_copies_in_a_record_are_those_of_all_pairs_in_any_order() -> None:
    made = [printed(each, name=each.name) for each in _record()]
    every = [compare(a, b) for n, a in enumerate(made) for b in made[n + 1 :]]
    wanted = sorted((each for each in every if each is not None), key=lambda each: (each.a, each.b))
    assert {(each.a, each.b) for each in wanted} == {
        ("dispatch", "led"), ("cut", "dispatch"), ("cut", "led"), ("elsewhere", "far"), ("apart", "below"),
    }  # fmt: skip
    for seed in range(5):
        random.Random(seed).shuffle(made)  # noqa: S311 (the same in every run)
        assert find_copies(made) == wanted


def test_articles_go_by_their_ids() -> None:
    one, other = article(DISPATCH, name="one"), article(DISPATCH, name="other")
    (found,) = find_copies([one, other])
    assert {found.a, found.b} == {one.id, other.id}


def test_fingerprints_of_a_text_are_those_of_its_article() -> None:
    assert fingerprints(DISPATCH) == printed(article(DISPATCH)).fingerprints
    assert fingerprints("Four died.") == frozenset()
