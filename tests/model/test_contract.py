"""The claim as JSON: every text is what the article says there; a write that would break that fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.annotation import Quantity, Quote, TimeExpression
from dateline.model.article import Dropped
from dateline.model.claim import ActorRef, Claim, Figure, PlaceRef, TimeRef
from dateline.model.contract import (
    article_json,
    claim_json,
    issue_json,
    place_annotation,
    quote_annotation,
    time_annotation,
    words,
)
from dateline.model.grounded import Actor, Candidate, Division, Parent, When
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.model.span import Span
from tests.factories import DISPATCH, QARRAH, article, claim, reading, span, time_ref

TEXT = "Café 😀 in Qarrah: «14 morts», dit-on.\r\nÅ bridge fell."
BEYOND = Span(3, len(DISPATCH) + 1)
DAY = When(date(2021, 3, 2), date(2021, 3, 2), "weekday", "2021-03-02")
INSIDE = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(
    lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
)


def at(wanted: str) -> dict[str, Any]:
    """Words of the dispatch with their place, as JSON shows them."""
    where = span(DISPATCH, wanted)
    return {"text": wanted, "start": where.start, "end": where.end}


def quoted(node: object) -> Iterator[dict[str, Any]]:
    """Everything in the JSON that claims to be the article's words at a place."""
    if isinstance(node, dict):
        if {"text", "start", "end"} <= node.keys():
            yield node
        yield from (found for value in node.values() for found in quoted(value))
    elif isinstance(node, list):
        yield from (found for value in node for found in quoted(value))


def actor_refs() -> st.SearchStrategy[tuple[ActorRef, ...]]:
    refs = st.builds(
        ActorRef, INSIDE, st.one_of(st.none(), st.just(Actor("Council", "SYR", "GOV"))), st.one_of(st.none(), INSIDE)
    )
    return st.lists(refs, max_size=2).map(tuple)


CLAIMS = st.builds(
    Claim,
    event=st.just("ASSAULT"),
    trigger=INSIDE,
    evidence=INSIDE,
    actors=actor_refs(),
    recipients=actor_refs(),
    sources=actor_refs(),
    places=st.lists(st.builds(PlaceRef, INSIDE, st.just("at"), st.just(QARRAH)), max_size=2).map(tuple),
    time=st.one_of(st.none(), st.builds(TimeRef, INSIDE, st.just(DAY))),
    figures=st.lists(st.builds(Figure, INSIDE, st.just("killed"), st.just(14), st.none()), max_size=2).map(tuple),
)


@given(st.lists(CLAIMS, max_size=3))
def test_every_text_is_cut_from_the_article_at_its_span(claims: list[Claim]) -> None:
    whole = article_json(article(TEXT), tuple(claims))
    cut = list(quoted(json.loads(json.dumps(whole))["claims"]))
    assert len(cut) >= 2 * len(claims)
    assert all(each["text"] == TEXT[each["start"] : each["end"]] for each in cut)


@given(st.text(max_size=30), st.integers(0, 40), st.integers(1, 10))
def test_words_are_the_texts_own_or_an_error(text: str, start: int, length: int) -> None:
    where = Span(start, start + length)
    if where.end > len(text):
        with pytest.raises(ValueError, match="reaches past"):
            words(text, where)
    else:
        assert words(text, where) == {"text": text[start : where.end], "start": start, "end": where.end}


@pytest.mark.parametrize(
    "broken",
    [
        {"trigger": BEYOND},
        {"evidence": BEYOND},
        {"actors": (ActorRef(BEYOND),)},
        {"actors": (ActorRef(Span(0, 3), None, BEYOND),)},
        {"recipients": (ActorRef(BEYOND),)},
        {"sources": (ActorRef(BEYOND),)},
        {"places": (PlaceRef(BEYOND),)},
        {"time": TimeRef(BEYOND, DAY)},
        {"figures": (Figure(BEYOND, "killed", 1, 1),)},
    ],
)
def test_a_claim_that_points_past_the_text_is_not_written(broken: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="reaches past"):
        claim_json(replace(claim(), **broken), article())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("event", "ASSAULT"),
        ("mode", "heavy-weapons"),
        ("aux", None),
        ("hedge", "confirmed"),
        ("confidence", 0.7),
        ("extractor", "factory 1"),
        ("trigger", at("killed")),
        (
            "actors",
            [at("The Fourth Army") | {"name": "Army", "country": "SYR", "sector": "MIL"}],
        ),
        ("recipients", [at("14 people")]),
        ("time", at("on Tuesday") | {"from": "2021-03-02", "to": "2021-03-02", "rule": "weekday"}),
        ("figures", [at("14") | {"measure": "killed", "low": 14, "high": None, "who": None}]),
    ],
)
def test_each_field_of_a_claim_is_written_as_the_contract_has_it(field: str, expected: object) -> None:
    made = replace(
        claim(mode="heavy-weapons", hedge="confirmed", confidence=0.7, day="2021-03-02", killed=(14, None)),
        actors=(ActorRef(span(DISPATCH, "The Fourth Army"), Actor("Army", "SYR", "MIL")),),
        recipients=(ActorRef(span(DISPATCH, "14 people")),),
    )
    assert claim_json(made, article())[field] == expected


def test_a_located_place_is_written_with_its_radius_and_the_reason() -> None:
    place = claim_json(claim(place="Qarrah"), article())["places"][0]
    assert (place["name"], place["country"], place["lat"], place["lon"]) == ("Qarrah", "SYR", 34.15, 36.75)
    assert (place["precision"], place["radius_km"], place["id"]) == ("settlement", 5.0, "geonames:900001")
    assert place["reason"]


def test_divisions_are_written_only_where_they_are_known() -> None:
    path = (Division(1, "Homs", "SY04"), Division(2, "Tadmor"))
    known = replace(claim(), places=(PlaceRef(span(DISPATCH, "Qarrah"), "at", replace(QARRAH, admin=path)),))
    place = claim_json(known, article())["places"][0]
    assert place["admin"] == [
        {"level": 1, "name": "Homs", "code": "SY04"},
        {"level": 2, "name": "Tadmor", "code": None},
    ]
    assert "admin" not in claim_json(claim(place="Qarrah"), article())["places"][0]


def test_a_place_that_grounding_has_not_seen_is_written_as_unknown() -> None:
    made = replace(claim(), places=(PlaceRef(span(DISPATCH, "Qarrah"), "to"),))
    place = claim_json(made, article())["places"][0]
    assert (place["text"], place["role"], place["lat"], place["name"]) == ("Qarrah", "to", None, None)


def test_a_time_that_could_not_be_resolved_is_no_time() -> None:
    made = replace(claim(), time=TimeRef(span(DISPATCH, "on Tuesday")))
    assert claim_json(made, article())["time"] is None


def test_sources_keep_their_order_speaker_first() -> None:
    made = claim(sources=["The local council", "Meridian Press"])
    assert [each["text"] for each in claim_json(made, article())["sources"]] == ["The local council", "Meridian Press"]


def test_the_article_is_written_with_its_text_unaltered_and_what_was_left_out() -> None:
    about = article("Menu\r\n\r\nShells fell.", published=None, dropped=(Dropped(Span(0, 4), "furniture"),))
    out = article_json(about, ())
    assert out["text"] == "Menu\r\n\r\nShells fell."
    assert out["dropped"] == [{"start": 0, "end": 4, "reason": "furniture"}]
    assert (out["id"], out["hash"], out["published"], out["claims"]) == ("qarrah", about.id, None, [])


def test_an_issue_shows_its_words_where_it_has_a_place_in_the_text() -> None:
    placed = issue_json(Issue("ground", "two towns have this name", span=span(DISPATCH, "Qarrah")), article())
    assert (placed["text"], placed["stage"], placed["reason"]) == ("Qarrah", "ground", "two towns have this name")
    assert "text" not in issue_json(Issue("read", "no date", remedy="Give --published."), article())


def test_annotations_are_written_only_when_asked_for() -> None:
    assert "annotations" not in reading().to_json()
    assert reading().to_json(annotations=True)["annotations"] == {
        "places": [],
        "times": [],
        "quantities": [],
        "quotes": [],
    }


def test_annotations_hold_what_was_found_whether_or_not_a_claim_uses_it() -> None:
    tuesday, fourteen, qarrah = (span(DISPATCH, word) for word in ("on Tuesday", "14", "Qarrah"))
    made = Reading(
        article(),
        places=((qarrah, QARRAH),),
        times=((TimeExpression(tuesday, "DATE", "weekday"), time_ref(DISPATCH, "2021-03-02").when),),
        quantities=(Quantity(fourteen, fourteen, 14, 14),),
        quotes=(Quote((Span(0, 4),), (), (Span(9, 15), Span(16, 25))),),
    )
    out = made.to_json(annotations=True)["annotations"]
    assert out["places"][0]["id"] == "geonames:900001"
    days = {"type": "DATE", "value": "2021-03-02", "from": "2021-03-02", "to": "2021-03-02"}
    assert out["times"] == [at("on Tuesday") | days]
    assert out["quantities"] == [at("14") | {"low": 14, "high": 14, "unit": "count"}]
    assert out["quotes"] == [{"sources": [[0, 4]], "cues": [], "contents": [[9, 15], [16, 25]]}]


def test_what_could_not_be_resolved_is_annotated_without_a_value() -> None:
    someday = span(DISPATCH, "on Tuesday")
    assert time_annotation(DISPATCH, TimeExpression(someday, "SET", "weekday"), None)["value"] is None
    assert time_annotation(DISPATCH, TimeExpression(someday, "SET", "weekday"), None)["type"] == "SET"
    assert place_annotation(DISPATCH, span(DISPATCH, "Qarrah"), None)["name"] is None


@pytest.mark.parametrize("annotate", [place_annotation, time_annotation])
def test_an_annotation_past_the_text_is_not_written(annotate: Any) -> None:  # noqa: ANN401 (two signatures)
    thing = BEYOND if annotate is place_annotation else TimeExpression(BEYOND, "DATE", "weekday")
    with pytest.raises(ValueError, match="reaches past"):
        annotate(DISPATCH, thing, None)


def test_an_unattributed_quotation_has_no_source_and_no_cue() -> None:
    assert quote_annotation(Quote((), (), (Span(1, 5),), direct=True)) == {
        "sources": [],
        "cues": [],
        "contents": [[1, 5]],
    }


RIVALS = (
    Candidate("geonames:1", "Qarrah", "SYR", 5.4, ("well known by itself",)),
    Candidate("geonames:2", "X", None, 1.0),
)


def test_a_place_tells_what_it_lies_in_and_what_else_its_name_could_mean() -> None:
    told = replace(QARRAH, parent=Parent("Homs", "geonames:9"), candidates=RIVALS)
    out = place_annotation(DISPATCH, span(DISPATCH, "Qarrah"), told)
    assert out["parent"] == {"name": "Homs", "id": "geonames:9"}
    assert out["candidates"] == [
        {"id": "geonames:1", "name": "Qarrah", "country": "SYR", "score": 5.4, "reasons": ["well known by itself"]},
        {"id": "geonames:2", "name": "X", "country": None, "score": 1.0, "reasons": []},
    ]


@pytest.mark.parametrize("candidates", [(), RIVALS[:1]])
def test_a_name_that_could_mean_one_place_only_has_no_candidates(candidates: tuple[Candidate, ...]) -> None:
    out = place_annotation(DISPATCH, span(DISPATCH, "Qarrah"), replace(QARRAH, candidates=candidates))
    assert "candidates" not in out
    assert out["parent"] is None


def test_scores_are_no_part_of_a_claim_s_id() -> None:
    def number(score: float, parent: Parent | None = None) -> str:
        rivals = (replace(RIVALS[0], score=score), RIVALS[1])
        told = claim("ASSAULT", place=replace(QARRAH, candidates=rivals, parent=parent))
        return str(claim_json(told, article())["id"])

    assert number(5.4) == number(5.41)
    assert number(5.4) != number(5.4, Parent("Homs"))
