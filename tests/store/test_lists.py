"""Lists of incidents: every filter, every order, counts that agree with what is listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.incorporate.judging import Author, judge_claims
from dateline.incorporate.update import update
from dateline.model.judgement import ACCEPT, REJECT
from dateline.store.bars import STEPS, bars_of
from dateline.store.record import Record
from dateline.store.terms import terms_of
from dateline.store.wanted import SORTS, Part, Wanted
from tests.factories import claim, reading
from tests.incorporate.made import war

FILTERS = [
    Wanted(),
    Wanted(words="bombed"),
    Wanted(words="bombed qarrah"),
    Wanted(words="dead Tuesday"),
    Wanted(events=("MOVE",)),
    Wanted(statuses=("negation", "happened")),
    Wanted(place="qarrah"),
    Wanted(place="SYR"),
    Wanted(since=date(2021, 3, 2)),
    Wanted(until=date(2021, 3, 1)),
    Wanted(actor="guns"),
    Wanted(source="outlet 3"),
    Wanted(measure="killed"),
    Wanted(origins=2),
    Wanted(disagree=True),
    Wanted(country="SYR", events=("ASSAULT",), origins=2),
    Wanted(box=(36.7, 34.0, 36.8, 34.25)),
    Wanted(words="bombed", place="qarrah", measure="killed", disagree=True),
    Wanted(words="nothing like it"),
]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of forty articles, which no test changes."""
    with Record.open(f"sqlite:///{tmp_path_factory.mktemp('lists') / 'many.db'}") as record:
        for each in war(7, 40):
            record.add(each)
        update(record)
        yield record


@pytest.mark.parametrize("wanted", FILTERS)
def test_what_is_counted_is_what_is_listed(many: Record, wanted: Wanted) -> None:
    with many.lists() as lists:
        found = lists.incidents(wanted, Part(limit=1000))
        assert len(found) == lists.count(wanted) == len(lists.ids(wanted))
        located = [one for one in found if one["lat"] is not None]
        spots = [each["properties"] for each in lists.spots(wanted)]
        assert sum(each["n"] for each in spots) == lists.count_placed(wanted) == len(located)
        assert {each["id"] for each in spots if each["n"] == 1} <= {one["id"] for one in located}
        assert sum(lists.days(wanted).values()) == sum(one["from"] is not None for one in found)
        assert sum(bar.incidents for bar in lists.bars(wanted)) == sum(one["from"] is not None for one in found)
        assert sum(place.incidents for place in lists.places(wanted)) == sum(one["place"] is not None for one in found)
        assert len(lists.places(wanted, Part(limit=1000))) == lists.count_places(wanted)


@pytest.mark.parametrize("wanted", FILTERS)
def test_choices_tell_how_many_would_be_left(many: Record, wanted: Wanted) -> None:
    with many.lists() as lists:
        choices = lists.choices(wanted)
        for event, count in choices.types.items():
            assert lists.count(replace(wanted, events=(event,))) == count
        for status, count in choices.statuses.items():
            assert lists.count(replace(wanted, statuses=(status,))) == count
        for country, count in choices.countries.items():
            assert lists.count(replace(wanted, country=country)) == count
        for measure, count in choices.measures.items():
            assert lists.count(replace(wanted, measure=measure)) == count


def test_filters_keep_what_they_say(many: Record) -> None:
    with many.lists() as lists:
        everything = lists.incidents(Wanted(), Part(limit=1000))
        assert [one["id"] for one in everything] == [one["id"] for one in many.incidents()]
        killed = lists.incidents(Wanted(measure="killed"), Part(limit=1000))
        assert {one["id"] for one in killed} == {
            one["id"] for one in everything if any(figure["measure"] == "killed" for figure in one["figures"])
        }
        told = lists.incidents(Wanted(source="outlet 3"), Part(limit=1000))
        assert {one["id"] for one in told} == {
            one["id"] for one in everything if any("Outlet 3" in source["name"] for source in one["sources"])
        }
        apart = lists.incidents(Wanted(disagree=True), Part(limit=1000))
        assert 0 < len(apart) < len(everything)
        assert all(any(figure["disagree"] for figure in [*one["figures"], *one["fields"]]) for one in apart)


@pytest.mark.parametrize("sort", SORTS)
def test_an_order_is_kept_over_pages(many: Record, sort: str) -> None:
    with many.lists() as lists:
        total = lists.count(Wanted())
        pages = [lists.incidents(Wanted(), Part(7, at, sort)) for at in range(0, total, 7)]
        ids = [one["id"] for page in pages for one in page]
        assert ids == lists.ids(Wanted(), sort=sort)
        assert len(set(ids)) == total
        if sort == "articles":
            sizes = [len(one["articles"]) for page in pages for one in page]
            assert sizes == sorted(sizes, reverse=True)


def test_a_box_across_the_antimeridian(many: Record) -> None:
    with many.lists() as lists:
        located = lists.count(Wanted(box=(-180, -90, 180, 90)))
        assert lists.count(Wanted(box=(36.8, -90, 36.7, 90))) < located
        assert lists.count(Wanted(box=(30.0, -90, -170.0, 90))) == located


def test_origins_are_counted(many: Record) -> None:
    with many.lists() as lists:
        sources = lists.sources(Part(limit=100))
        assert len(sources) == lists.count_sources()
        assert [each.incidents for each in sources] == sorted((each.incidents for each in sources), reverse=True)
        for each in sources:
            assert lists.count(Wanted(origin=each.name)) == each.incidents
            assert lists.source(each.name) == each
        assert lists.source("nobody") is None
        assert any(each.differ for each in sources)


def test_claims_in_pages(many: Record) -> None:
    with many.lists() as lists:
        total, first = lists.claims_part(Wanted(events=("MOVE",)), Part(limit=3))
        _, rest = lists.claims_part(Wanted(events=("MOVE",)), Part(limit=1000, offset=3))
        ids = [row.id for row, _ in [*first, *rest]]
        assert (len(first), len(set(ids))) == (3, total)
        assert {row.id for row in lists.claims(lists.ids(Wanted(events=("MOVE",))))} == set(ids)
        one, incident = first[0]
        assert many.incident_of(one.id) == incident
        assert lists.claim(one.id) == one


def test_articles_with_their_claims_only(many: Record) -> None:
    with many.lists() as lists:
        wanted = lists.ids(Wanted(words="bombed"))
        read = {claim["id"] for article in lists.readings(wanted) for claim in article["claims"]}
        assert read == {row.id for row in lists.claims(wanted)}


def test_doubts(record: Record) -> None:
    record.add(reading(claim(place="Qarrah", day="2021-03-02", confidence=0.9), name="sure"))
    record.add(reading(claim(place="Deir Sahl", confidence=0.3), name="unsure"))
    lost = "Guards attacked Tel Omar at dawn."
    record.add(reading(claim(text=lost, place="Tel Omar", confidence=0.8), name="lost", text=lost))
    update(record)
    with record.lists() as lists:
        found = {each.row.article_name: each.kinds for each in lists.doubtful()}
        assert found == {"unsure": ("confidence",), "lost": ("place",)}
        assert [each.row.article_name for each in lists.doubtful("place")] == ["lost"]
        assert lists.count_doubtful() == {"confidence": 1, "place": 1, "disagreement": 0}
        (unsure, lost_one) = lists.doubtful()
    judge_claims(record, ACCEPT, [unsure.row.id], Author("Ada"))
    judge_claims(record, REJECT, [lost_one.row.id], Author("Ada"))
    update(record)
    with record.lists() as lists:
        assert lists.doubtful() == []


POSITIONS = [
    ([("a", 14, 14), ("b", 14, None)], {"a": (1, 0), "b": (1, 0)}),
    ([("a", 14, 14), ("b", 44, 44)], {"a": (0, 1), "b": (0, 1)}),
    ([("a", 14, 14), ("b", None, 20), ("c", 44, None)], {"a": (0, 1), "b": (0, 1), "c": (0, 1)}),
    ([("a", 14, 20), ("b", 20, 30), ("c", 15, 22)], {"a": (1, 0), "b": (1, 0), "c": (1, 0)}),
    ([("a", 14, 14)], {"a": (0, 0)}),
]


@pytest.mark.parametrize(("positions", "wanted"), POSITIONS)
def test_numbers_are_compared(
    positions: list[tuple[str, float | None, float | None]], wanted: dict[str, tuple[int, int]]
) -> None:
    figures = [
        {
            "measure": "killed",
            "positions": [{"origin": name, "low": low, "high": high} for name, low, high in positions],
        }
    ]
    sources = [{"name": name, "kind": "speaker"} for name, _, _ in positions]
    rows = list(terms_of("1", {"fields": [], "figures": figures, "sources": sources}))
    assert {row["value"]: (row["agree"], row["differ"]) for row in rows if row["kind"] == "source"} == wanted
    assert [row["value"] for row in rows if row["kind"] == "measure"] == ["killed"]


DAYS = st.dictionaries(st.dates(date(1, 1, 1), date.max), st.integers(1, 5), max_size=5)


@given(DAYS, st.sampled_from((None, "year")))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=15)
def test_bars_leave_no_gap_and_count_everything(days: dict[date, int], step: str | None) -> None:
    bars = bars_of(days, step, most=2_000)
    assert sum(bar.incidents for bar in bars) == sum(days.values())
    for bar, after in pairwise(bars):
        assert after.first == bar.last + timedelta(days=1)
    for day in days:
        assert any(bar.first <= day <= bar.last for bar in bars)


BARS = [
    ([date(2021, 3, 1), date(2021, 3, 9)], None, ("2021-03-01", "2021-03-01", 9)),
    ([date(2021, 3, 1), date(2022, 3, 9)], None, ("2021-03-01", "2021-03-07", 54)),
    ([date(2021, 3, 3), date(2025, 3, 9)], None, ("2021-03-01", "2021-03-31", 49)),
    ([date(1921, 3, 3), date(2025, 3, 9)], None, ("1921-01-01", "1921-12-31", 105)),
    ([date(2021, 3, 3)], "week", ("2021-03-01", "2021-03-07", 1)),
    ([date(9999, 12, 31)], None, ("9999-12-31", "9999-12-31", 1)),
    ([date(1, 1, 1)], "week", ("0001-01-01", "0001-01-07", 1)),
]


@pytest.mark.parametrize(("days", "step", "wanted"), BARS)
def test_the_finest_step_that_gives_few_bars(days: list[date], step: str | None, wanted: tuple[str, str, int]) -> None:
    bars = bars_of(dict.fromkeys(days, 1), step, most=120)
    assert (str(bars[0].first), str(bars[0].last), len(bars)) == wanted
    assert set(STEPS) == {"day", "week", "month", "year"}
