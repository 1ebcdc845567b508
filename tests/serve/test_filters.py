"""What is asked for: a link is a view, and what cannot be asked for is told by its name."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.model.codebook import EVENTS, MEASURES
from dateline.serve.filters import STATUSES, Asked
from dateline.serve.state import link
from dateline.store.wanted import SORTS, Part, Wanted

READ = [
    ([], Asked()),
    ([("q", " field  hospital ")], Asked(q="field  hospital")),
    ([("type", "assault"), ("type", "MOVE"), ("type", "ASSAULT")], Asked(type=("ASSAULT", "MOVE"))),
    ([("since", "2016-12-07"), ("until", "2016-12-08")], Asked(since=date(2016, 12, 7), until=date(2016, 12, 8))),
    ([("min_origins", "2"), ("disagree", "on")], Asked(min_origins=2, disagree=True)),
    ([("disagree", "0")], Asked()),
    ([("country", "syr"), ("measure", "Killed")], Asked(country="SYR", measure="killed")),
    ([("bbox", "36.5,35,37,36.25")], Asked(bbox=(36.5, 35.0, 37.0, 36.25))),
    ([("bbox", "170,-20,-170,-10")], Asked(bbox=(170.0, -20.0, -170.0, -10.0))),
    ([("place", ""), ("sort", ""), ("format", "csv"), ("nonsense", "x")], Asked()),
    ([("page", "3"), ("sort", "killed")], Asked(page=3, sort="killed")),
    ([("place", "حلب"), ("actor", "Армия")], Asked(place="حلب", actor="Армия")),
]
REFUSED = [
    ("type", "MURDER"),
    ("q", "×"),
    ("status", "true"),
    ("since", "7.12.2016"),
    ("since", "2016-02-31"),
    ("until", "２016-12-07"),
    ("min_origins", "-1"),
    ("min_origins", "1e9"),
    ("disagree", "maybe"),
    ("country", "Syria"),
    ("bbox", "1,2,3"),
    ("bbox", "1,2,3,nan"),
    ("bbox", "0,50,10,40"),
    ("bbox", "0,0,999,1"),
    ("sort", "id; DROP TABLE incident"),
    ("page", "0"),
    ("page", "999999"),
    ("place", "?!"),
    ("q", '"*"'),
    ("measure", "dead"),
    ("place", "a" * 201),
    ("actor", "x\x00y"),
    ("source", "\ud800x"),
]


@pytest.mark.parametrize(("pairs", "wanted"), READ)
def test_a_query_string_is_read(pairs: list[tuple[str, str]], wanted: Asked) -> None:
    assert Asked.of(pairs) == wanted


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_what_cannot_be_asked_names_field_and_remedy(name: str, value: str) -> None:
    with pytest.raises(UsageError) as caught:
        Asked.of([(name, value)])
    assert caught.value.where == name
    assert caught.value.remedy


def test_days_in_the_wrong_order_are_told() -> None:
    with pytest.raises(UsageError, match="2016-12-09 lies after the last 2016-12-07"):
        Asked.of([("since", "2016-12-09"), ("until", "2016-12-07")])


NAMES = st.from_regex(r"[A-Za-zÀ-ÖØ-öø-žа-яء-ي]{1,12}", fullmatch=True)  # letters: "×" and "÷" are none
DEGREES = st.floats(-90, 90).map(lambda value: round(value, 6) + 0.0)
ASKED = st.builds(
    Asked,
    q=NAMES,
    type=st.lists(st.sampled_from(EVENTS), unique=True, max_size=3).map(tuple),
    place=NAMES | st.just(""),
    since=st.none() | st.dates(max_value=date(2000, 1, 1)),
    until=st.none() | st.dates(min_value=date(2000, 1, 1)),
    source=NAMES | st.just(""),
    measure=st.sampled_from(("", *MEASURES)),
    status=st.lists(st.sampled_from(STATUSES), unique=True, max_size=2).map(tuple),
    min_origins=st.integers(0, 1000),
    disagree=st.booleans(),
    country=st.sampled_from(("", "SYR")),
    bbox=st.none()
    | st.tuples(DEGREES, DEGREES, DEGREES, DEGREES)
    .map(lambda b: (b[0], *sorted(b[1:3]), b[3]))
    .map(lambda b: (b[0], b[1], b[3], max(b[2], b[1]))),
    sort=st.sampled_from(SORTS),
    page=st.integers(1, 100_000),
)


@given(ASKED)
def test_a_link_is_a_view(asked: Asked) -> None:
    assert Asked.of(parse_qsl(asked.to_query())) == asked


def test_a_link_with_changes_begins_at_the_first_page() -> None:
    asked = Asked(type=("ASSAULT",), page=4)
    assert link(asked, page=5) == "/?type=ASSAULT&page=5"
    assert link(asked, type=()) == "/"
    assert link(asked, "/map.json", place="Qarrah & Sons") == "/map.json?type=ASSAULT&place=Qarrah+%26+Sons"


def test_what_narrows_is_named() -> None:
    assert Asked(place="x", disagree=True, sort="killed", page=2).narrowing() == ("place", "disagree")


def test_the_record_is_asked_for_the_same() -> None:
    asked = Asked(q="a", type=("MOVE",), place="b", min_origins=2, source="c", page=3, sort="origins")
    assert asked.wanted() == Wanted(words="a", events=("MOVE",), place="b", origins=2, source="c")
    assert asked.part(20) == Part(limit=20, offset=40, sort="origins")
