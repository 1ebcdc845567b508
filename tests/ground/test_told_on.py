"""The day that words count from in an article without a publication date."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from dateline.annotate.times import find_times
from dateline.ground.times import resolve_times
from dateline.ground.told_on import ToldOn
from dateline.model.annotation import Annotated, TimeExpression
from dateline.model.span import Span
from tests.factories import article


def days(text: str, published: str | None = None) -> list[str]:
    """The days of each time of a text; "" where they cannot be known."""
    times = find_times(text)
    found = resolve_times(Annotated(article(text, published=published), (), times=times))
    return [f"{when.start} {when.end}" if (when := found.get(time.span)) else "" for time in times]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Published 6 May 2015\n\nA bomb killed nine on Monday.", "2015-05-04 2015-05-04"),
        ("Published 6 May 2015\n\nIt was mild.\n\nA bomb killed nine overnight.", "2015-05-05 2015-05-06"),
        ("Blast kills nine 6 May 2015 09:42 AM A bomb killed nine on Monday.", "2015-05-04 2015-05-04"),
        ("KYIV, Ukraine, May 6, 2015 (XYZ) - A bomb killed nine on Monday.", "2015-05-04 2015-05-04"),
        ("KYIV, 6 May 2015 - A bomb killed nine on Monday.", "2015-05-04 2015-05-04"),
        ("KYIV, 6 May - A bomb killed nine on Monday.", ""),
        ("KYIV, 31 February 2015 - A bomb killed nine on Monday.", ""),
        ("A bomb killed nine on Monday.", ""),
        ("On 6 May 2015 a bomb killed nine. It rained on Monday.", ""),
    ],
)
def test_a_date_printed_above_the_text_takes_the_place_of_the_publication_date(text: str, last: str) -> None:
    assert days(text)[-1] == last


def test_in_a_collection_a_printed_date_counts_for_its_own_paragraph() -> None:
    text = (
        "Blast 6 May 2015 09:42 AM A bomb killed nine on Monday.\n\n"
        "Strike 9 June 2015 10:10 AM Nurses walked out on Monday.\n\n"
        "A boat sank on Monday."
    )
    assert days(text)[1::2] == ["2015-05-04 2015-05-04", "2015-06-08 2015-06-08"]
    assert days(text)[-1] == ""


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("He was in Ankara on 4 April and in Tashkent from 5 to 6 April 2016.", "2016-04-04 2016-04-04"),
        ("They will meet on 17 November. They last met on 21 July 2016.", "2016-11-17 2016-11-17"),
        ("They met on 4 April. One fell on 2 May 2014, one on 2 May 2016.", ""),
        ("They met on 4 April.", ""),
    ],
)
def test_a_day_takes_its_year_from_a_date_told_in_full(text: str, first: str) -> None:
    assert days(text)[0] == first


def test_many_dates_cost_no_more_each_than_few() -> None:
    def seconds(lines: int) -> float:
        line, full, short = "On 4 April 2016 one fell. On 5 April one died. ", Span(3, 15), Span(29, 36)
        parts = (("month", "4"), ("day", "4"))
        times = [
            TimeExpression(Span(span.start + at, span.end + at), "DATE", "day", (*parts, *year))
            for at in range(0, lines * len(line), len(line))
            for span, year in ((full, (("year", "2016"),)), (short, ()))
        ]
        annotated = Annotated(article(line * lines, published=None), (), times=tuple(times))
        started = process_time()
        told = ToldOn(annotated)
        assert {told.day(time) for time in times[1::2]} == {date(2016, 4, 4)}
        return process_time() - started

    assert seconds(6000) < 12 * seconds(1000)  # six times as many: a square would be 36 times as long


def test_a_publication_date_that_is_given_is_taken() -> None:
    assert days("Published 6 May 2015\n\nA bomb killed nine on Monday.", "2016-12-09")[-1] == "2016-12-05 2016-12-05"
