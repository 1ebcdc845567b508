"""Ids: the same content always has the same id, other content another."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.article import Article, Dropped
from dateline.model.claim import ActorRef, Claim, Figure, PlaceRef
from dateline.model.contract import claim_json
from dateline.model.ids import content_id
from dateline.model.span import Span
from tests.factories import DISPATCH, article, claim

PARTS = st.lists(st.one_of(st.text(max_size=8), st.integers(), st.none()), max_size=4)


@given(st.text(max_size=8), PARTS)
def test_an_id_is_sixteen_hexadecimal_digits_and_repeats(kind: str, parts: list[object]) -> None:
    assert re.fullmatch("[0-9a-f]{16}", content_id(kind, *parts))
    assert content_id(kind, *parts) == content_id(kind, *parts)


@given(PARTS, PARTS)
def test_other_parts_give_another_id(one: list[object], other: list[object]) -> None:
    assert (content_id("x", *one) == content_id("x", *other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("ab", "c"), ("a", "bc")), (("1",), (1,)), ((None,), ("None",)), (("",), ()), ((["a", "b"],), ("a", "b"))],
)
def test_parts_are_not_run_together(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert content_id("x", *one) != content_id("x", *other)


def test_the_kind_is_part_of_the_id_and_broken_text_has_one_too() -> None:
    assert content_id("article", "a") != content_id("claim", "a")
    assert content_id("article", "half \ud83d") != content_id("article", "half")


def test_ids_do_not_change_between_versions() -> None:
    """Records are kept for years: this id was computed when the scheme was set."""
    assert content_id("article", "qarrah", None, 3) == "488c1e880f9c3dfe"


ARTICLE = Article("qarrah", DISPATCH, url="https://news.example/1", published=date(2021, 3, 3))


@pytest.mark.parametrize(
    "change",
    [
        {"retrieved": datetime(2021, 3, 4, tzinfo=UTC)},
        {"origin": "copy/qarrah.txt"},
        {"raw_hash": "00"},
        {"dropped": (Dropped(Span(0, 4), "furniture"),)},
    ],
)
def test_where_and_when_an_article_was_fetched_does_not_make_it_another(change: dict[str, object]) -> None:
    assert replace(ARTICLE, **change).id == ARTICLE.id  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"text": DISPATCH + " "},
        {"name": "qarrah-2"},
        {"url": "https://news.example/2"},
        {"publisher": "Meridian Press"},
        {"title": "Qarrah"},
        {"published": date(2021, 3, 4)},
        {"published": None},
    ],
)
def test_what_an_article_says_and_who_published_it_does(change: dict[str, object]) -> None:
    assert replace(ARTICLE, **change).id != ARTICLE.id  # type: ignore[arg-type]


CLAIM = claim(killed=14, place="Qarrah")


def identity(made: Claim, about: Article | None = None) -> str:
    return str(claim_json(made, about or article())["id"])


def test_the_same_claim_of_the_same_article_keeps_its_id() -> None:
    assert identity(CLAIM) == identity(claim(killed=14, place="Qarrah"))


@pytest.mark.parametrize(
    "change",
    [
        {"event": "CONDITION"},
        {"mode": "heavy-weapons"},
        {"aux": "negation"},
        {"hedge": "alleged"},
        {"trigger": Span(0, 8)},
        {"evidence": Span(0, 8)},
        {"actors": (ActorRef(Span(0, 8)),)},
        {"recipients": (ActorRef(Span(0, 8)),)},
        {"sources": (ActorRef(Span(0, 8)),)},
        {"places": (PlaceRef(Span(0, 8)),)},
        {"figures": (Figure(Span(16, 18), "killed", 14, None),)},
        {"extractor": "rules 2"},
    ],
)
def test_a_claim_that_says_anything_else_is_another(change: dict[str, object]) -> None:
    assert identity(replace(CLAIM, **change)) != identity(CLAIM)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [{"confidence": 0.5}, {"places": tuple(replace(place, confidence=0.5) for place in CLAIM.places)}],
)
def test_how_sure_a_claim_is_makes_no_other_claim(change: dict[str, object]) -> None:
    """The last digit of a probability may differ from processor to processor."""
    assert identity(replace(CLAIM, **change)) == identity(CLAIM)  # type: ignore[arg-type]


def test_the_same_words_in_another_article_are_another_claim() -> None:
    assert identity(CLAIM, article(name="reprint")) != identity(CLAIM)
