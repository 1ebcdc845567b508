"""The shipped JSON Schema says exactly what the model writes: its closed lists, its fields, and no others."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from dateline.model import codebook
from dateline.model.annotation import Quantity, Quote, TimeExpression
from dateline.model.article import Dropped
from dateline.model.claim import ActorRef
from dateline.model.grounded import Actor, Division
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.model.schema import reading_schema
from dateline.model.span import Span
from tests.factories import DISPATCH, PLACES, QARRAH, article, claim, reading, span, time_ref

SCHEMA = reading_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
DEFS: dict[str, Any] = SCHEMA["$defs"]

FULL = claim(
    mode="heavy-weapons",
    hedge="confirmed",
    who=["The Fourth Army"],
    whom=[Actor("14 people", "SYR", "CVL")],
    place="Qarrah",
    day="2021-03-02",
    sources=["The local council", "Meridian Press"],
    killed=(15, None),
    share=0.5,
)


def _full() -> Reading:
    time = time_ref(DISPATCH, "2021-03-02")
    source = ActorRef(span(DISPATCH, "its"), None, span(DISPATCH, "The Fourth Army"))
    return Reading(
        article(title="Qarrah", publisher="The Post", url="https://news.example/1", language="en",
                dropped=(Dropped(Span(0, 4), "furniture"),)),
        (FULL, claim("STATEMENT", trigger="denied"), claim("MOVE", place="Deir Sahl", role="to"),
         claim("ACCUSE", place=type(QARRAH)("Tuesday", reason="not in the gazetteer"))),
        (Issue("ground", "two places", span=Span(0, 4)), Issue("read", "no date", "a.txt", remedy="--published")),
        places=((span(DISPATCH, "Qarrah"), replace(QARRAH, admin=(Division(1, "Homs", "SY04"), Division(2, "X")))),
                (span(DISPATCH, "Tuesday"), None)),
        times=(
            (TimeExpression(time.span, "DATE", "weekday"), time.when),
            (TimeExpression(time.span, "SET", "weekday"), None),
        ),
        quantities=(Quantity(Span(0, 4), Span(0, 2), -3, None, "money"),),
        quotes=(Quote((source.span,), (Span(0, 4),), ()),),
    )  # fmt: skip


@pytest.mark.parametrize("annotations", [False, True])
def test_what_the_model_writes_fits(annotations: bool) -> None:  # noqa: FBT001 (a table of two)
    assert list(VALIDATOR.iter_errors(_full().to_json(annotations=annotations))) == []


def test_the_smallest_reading_fits() -> None:
    assert list(VALIDATOR.iter_errors(reading(text="", published=None).to_json())) == []


@given(
    event=st.sampled_from(codebook.EVENTS),
    aux=st.sampled_from((None, *codebook.AUX)),
    hedge=st.sampled_from((None, *codebook.HEDGES)),
    measure=st.sampled_from(codebook.MEASURES),
    role=st.sampled_from(codebook.PLACE_ROLES),
    place=st.sampled_from(tuple(PLACES)),
    data=st.data(),
)
def test_every_value_of_the_codebook_fits(  # noqa: PLR0917 (one for each closed list)
    event: str, aux: str | None, hedge: str | None, measure: str, role: str, place: str, data: st.DataObject
) -> None:
    mode = data.draw(st.sampled_from((None, *codebook.MODES[event])))
    one = claim(event, mode=mode, aux=aux, hedge=hedge, place=place, role=role, measures={measure: 1})
    assert list(VALIDATOR.iter_errors(reading(one).to_json())) == []


def _without_null(values: list[Any]) -> tuple[Any, ...]:
    return tuple(value for value in values if value is not None)


CLOSED = [
    (("claim", "event"), codebook.EVENTS),
    (("claim", "aux"), codebook.AUX),
    (("claim", "hedge"), codebook.HEDGES),
    (("figure", "measure"), codebook.MEASURES),
    (("place", "role"), codebook.PLACE_ROLES),
    (("place", "precision"), codebook.PRECISIONS),
    (("toponym", "precision"), codebook.PRECISIONS),
]


@pytest.mark.parametrize(("where", "values"), CLOSED)
def test_closed_lists_are_the_codebooks(where: tuple[str, str], values: tuple[str, ...]) -> None:
    definition, field = where
    assert _without_null(DEFS[definition]["properties"][field]["enum"]) == values


def test_modes_are_the_codebooks_for_each_type() -> None:
    found = {
        rule["if"]["properties"]["event"]["const"]: _without_null(rule["then"]["properties"]["mode"]["enum"])
        for rule in DEFS["claim"]["allOf"]
    }
    assert found == codebook.MODES


BROKEN = [
    ("an unknown field", lambda out: out.update(extra=1)),
    ("an unknown field of a claim", lambda out: out["claims"][0].update(extra=1)),
    ("a type outside the codebook", lambda out: out["claims"][0].update(event="WAR")),
    ("a mode of another type", lambda out: out["claims"][0].update(mode="flee")),
    ("a missing field", lambda out: out.pop("text")),
    ("a confidence above one", lambda out: out["claims"][0].update(confidence=1.2)),
    ("an impossible day", lambda out: out.update(published="2021-13-01")),
    ("a position before the text", lambda out: out["claims"][0]["trigger"].update(start=-1)),
    ("a country by another code", lambda out: out["claims"][0]["places"][0].update(country="sy")),
]


@pytest.mark.parametrize(("_why", "spoil"), BROKEN)
def test_what_the_contract_does_not_know_is_refused(_why: str, spoil: Any) -> None:  # noqa: ANN401
    out = copy.deepcopy(_full().to_json())
    spoil(out)
    with pytest.raises(ValidationError):
        VALIDATOR.validate(out)


def test_the_schema_itself_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert set(DEFS["time"]["required"]) == {"text", "start", "end", "from", "to", "rule"}
