"""Which days a time expression means, told in an article published on Friday, 9 December 2016."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.times import find_times
from dateline.ground.last_told import anchored
from dateline.ground.when import resolve, timex_value
from dateline.model.annotation import TimeExpression
from dateline.model.grounded import When
from dateline.model.span import Span

PUBLISHED = date(2016, 12, 9)


def expression(text: str) -> TimeExpression:
    (only,) = find_times(text)
    return only


def days(text: str, tense: str = "past", anchor: date | When | None = None, published: date | None = PUBLISHED) -> str:
    """The interval as "from to" in ISO days, one day alone where both are the same, "" where nothing is known."""
    when = resolve(expression(text), published, tense=tense, anchor=anchor)
    if when is None:
        return ""
    return str(when.start) if when.start == when.end else f"{when.start} {when.end}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Wednesday", "2016-12-07"),
        ("on Friday", "2016-12-09"),
        ("last Friday", "2016-12-02"),
        ("late on Tuesday", "2016-12-06"),
        ("Tuesday last week", "2016-11-29"),
        ("today", "2016-12-09"),
        ("yesterday afternoon", "2016-12-08"),
        ("tomorrow", "2016-12-10"),
        ("this morning", "2016-12-09"),
        ("last night", "2016-12-08"),
        ("overnight", "2016-12-08 2016-12-09"),
        ("overnight on Tuesday", "2016-12-05 2016-12-06"),
        ("overnight from Tuesday to Wednesday", "2016-12-06 2016-12-07"),
        ("in the night from Tuesday to Wednesday", "2016-12-06 2016-12-07"),
        ("during the night to Thursday", "2016-12-07 2016-12-08"),
        ("over the past week", "2016-12-03 2016-12-09"),
        ("over the past three days", "2016-12-07 2016-12-09"),
        ("in the past 24 hours", "2016-12-08 2016-12-09"),
        ("for the past two years", "2014-12-10 2016-12-09"),
        ("over the past 20 months", "2015-04-10 2016-12-09"),
        ("in the past several days", "2016-12-03 2016-12-09"),
        ("in recent days", "2016-12-03 2016-12-09"),
        ("recently", "2016-12-03 2016-12-09"),
        ("in recent weeks", "2016-11-12 2016-12-09"),
        ("in recent months", "2016-09-11 2016-12-09"),
        ("in recent years", ""),
        ("last week", "2016-11-28 2016-12-04"),
        ("this week", "2016-12-05 2016-12-09"),
        ("this month", "2016-12-01 2016-12-09"),
        ("earlier this month", "2016-12-01 2016-12-09"),
        ("last month", "2016-11-01 2016-11-30"),
        ("early last month", "2016-11-01 2016-11-10"),
        ("this year", "2016-01-01 2016-12-09"),
        ("last year", "2015-01-01 2015-12-31"),
        ("at the end of last year", "2015-10-01 2015-12-31"),
        ("early next year", "2017-01-01 2017-03-31"),
        ("in 2014", "2014-01-01 2014-12-31"),
        ("in 2016", "2016-01-01 2016-12-09"),
        ("since 2012", "2012-01-01 2016-12-09"),
        ("since March 2011", "2011-03-01 2016-12-09"),
        ("since Tuesday", "2016-12-06 2016-12-09"),
        ("in March 2011", "2011-03-01 2011-03-31"),
        ("in November", "2016-11-01 2016-11-30"),
        ("in December", "2016-12-01 2016-12-09"),
        ("last December", "2015-12-01 2015-12-31"),
        ("mid-November", "2016-11-11 2016-11-20"),
        ("two days ago", "2016-12-07"),
        ("a week ago", "2016-12-02"),
        ("a year ago", "2015-12-01 2015-12-31"),
        ("several weeks ago", "2016-10-07 2016-11-18"),
        ("5 May", "2016-05-05"),
        ("Dec. 15, 2015", "2015-12-15"),
        ("11-13 Nov", "2016-11-11 2016-11-13"),
        ("between 3 and 5 May", "2016-05-03 2016-05-05"),
        ("from Monday to Wednesday", "2016-12-05 2016-12-07"),
        ("from 2012 to 2014", "2012-01-01 2014-12-31"),
        ("in 1993 and 1994", "1993-01-01 1994-12-31"),
        ("on Tuesday and Wednesday", "2016-12-06 2016-12-07"),
        ("in January", "2017-01-01 2017-01-31"),
        ("in March", "2016-03-01 2016-03-31"),
        ("a two-year-old war", "2014-12-10 2016-12-09"),
        ("this Thanksgiving", "2016-11-24"),
        ("from 28 December to 3 January 2015", "2014-12-28 2015-01-03"),
        ("the early 1990s", "1990-01-01 1993-12-31"),
        ("the 16th century", "1501-01-01 1600-12-31"),
        ("last summer", "2016-06-01 2016-08-31"),
        ("the winter of 2014", "2014-12-01 2015-02-28"),
        ("the third quarter of 2015", "2015-07-01 2015-09-30"),
        ("on Thanksgiving Day", "2016-11-24"),
        ("for the fourth straight day", "2016-12-06 2016-12-09"),
        ("at the weekend", "2016-12-03 2016-12-04"),
        ("now", "2016-12-09"),
        ("31 February", ""),
        ("in 20166", ""),
        ("5 May 20166", ""),
        ("30 February 2016", ""),
        ("on Good Friday", "2016-03-25"),
        ("on Easter Monday", "2016-03-28"),
        ("over Easter weekend", "2016-03-26 2016-03-28"),
        ("on Palm Sunday 2015", "2015-03-29"),
        ("on Orthodox Easter", "2016-05-01"),
        ("at Orthodox Christmas", "2016-01-07"),
        ("on May Day", "2016-05-01"),
        ("on Valentine's Day", "2016-02-14"),
        ("on Memorial Day", "2016-05-30"),
        ("on Labor Day", "2016-09-05"),
        ("on Christmas Eve", "2015-12-24"),
        ("during Ramadan", "2016-06-06 2016-07-05"),
        ("on Eid al-Adha", "2016-09-12 2016-09-15"),
        ("on Eid", "2016-09-12 2016-09-15"),
        ("7 December last year", "2015-12-07"),
        ("12/9/2016", "2016-09-12"),
        ("9/12/2016", "2016-12-09"),
        ("12/6/2017", "2017-06-12"),
        ("7-Dec-16", "2016-12-07"),
        ("2016/12/07", "2016-12-07"),
        ("on the 12th", "2016-11-12"),
        ("on the 2nd of last month", "2016-11-02"),
        ("Wednesday the 7th", "2016-12-07"),
        ("7, 8 and 9 December", "2016-12-07 2016-12-09"),
        ("between January and November 2015", "2015-01-01 2015-11-30"),
        ("in May and June", "2016-05-01 2016-06-30"),
        ("the first three months of 2015", "2015-01-01 2015-03-31"),
        ("the last two weeks of November", "2016-11-17 2016-11-30"),
        ("the second half of November", "2016-11-16 2016-11-30"),
        ("the first half of last year", "2015-01-01 2015-06-30"),
        ("the first week of the month", "2016-12-01 2016-12-07"),
        ("the first half of the week", "2016-12-05 2016-12-08"),
        ("the fifth half of May", ""),
        ("the sixth week of May", ""),
        ("in the week to Sunday", "2016-11-28 2016-12-04"),
        ("in the 24 hours to Thursday", "2016-12-07 2016-12-08"),
        ("in the week beginning 5 May", "2016-05-05 2016-05-11"),
        ("the week of 6 December", "2016-12-05 2016-12-11"),
        ("Last week on Monday", "2016-11-28"),
        ("the week before last", "2016-11-21 2016-11-27"),
        ("the year before last", "2014-01-01 2014-12-31"),
        ("last evening", "2016-12-08"),
        ("the spring of last year", "2015-03-01 2015-05-31"),
        ("the third quarter of last year", "2015-07-01 2015-09-30"),
        ("in 24 hours", "2016-12-08 2016-12-09"),
        ("in two days", ""),
        ("for the second day running", "2016-12-08 2016-12-09"),
        ("for a third week", "2016-11-19 2016-12-09"),
        ("since the summer", "2016-06-01 2016-12-09"),
        ("since dawn", "2016-12-09"),
        ("from 2013 onwards", "2013-01-01 2016-12-09"),
        ("from May until now", "2016-05-01 2016-12-09"),
        ("one year since", "2015-12-01 2015-12-31"),
        ("half a year ago", "2016-06-01 2016-06-30"),
        ("over the last two and a half years", "2014-06-10 2016-12-09"),
        ("early in 2015", "2015-01-01 2015-03-31"),
        ("late in the week", "2016-12-09 2016-12-11"),
        ("for three days", ""),
        ("every Friday", ""),
    ],
)
def test_the_past_is_told_from_the_publication_date(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Monday", "2016-12-12"),
        ("on Friday", "2016-12-09"),
        ("in January", "2017-01-01 2017-01-31"),
        ("5 May", "2017-05-05"),
        ("this month", "2016-12-09 2016-12-31"),
        ("next week", "2016-12-12 2016-12-18"),
        ("in the coming days", "2016-12-09 2016-12-15"),
        ("over the next two weeks", "2016-12-09 2016-12-22"),
        ("from Monday to Wednesday", "2016-12-12 2016-12-14"),
        ("in two weeks", "2016-12-19 2016-12-25"),
        ("within two weeks", "2016-12-09 2016-12-22"),
        ("within days", "2016-12-09 2016-12-18"),
        ("within one hour", "2016-12-09"),
        ("in the days ahead", "2016-12-09 2016-12-15"),
        ("the third quarter", "2017-07-01 2017-09-30"),
        ("on the 12th of next month", "2017-01-12"),
        ("during Ramadan", "2017-05-26 2017-06-24"),
        ("at the weekend", "2016-12-10 2016-12-11"),
    ],
)
def test_the_future_lies_ahead(text: str, expected: str) -> None:
    assert days(text, tense="future") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("later in the day", "2016-12-06"),
        ("the same day", "2016-12-06"),
        ("that night", "2016-12-06"),
        ("a day earlier", "2016-12-05"),
        ("two days later", "2016-12-08"),
        ("the next day", "2016-12-07"),
        ("the following week", "2016-12-12 2016-12-18"),
        ("the following Friday", "2016-12-09"),
        ("yesterday", "2016-12-05"),
        ("overnight", "2016-12-05 2016-12-06"),
        ("in the afternoon", "2016-12-06"),
        ("the night before", "2016-12-05"),
        ("shortly afterwards", "2016-12-06"),
        ("minutes later", "2016-12-06"),
        ("days later", "2016-12-09 2016-12-15"),
        ("since then", "2016-12-06 2016-12-09"),
        ("a year later", "2017-12-01 2017-12-31"),
        ("in the past 24 hours", "2016-12-05 2016-12-06"),
    ],
)
def test_the_day_last_told_of_is_the_anchor(text: str, expected: str) -> None:
    assert days(text, anchor=date(2016, 12, 6)) == expected


@pytest.mark.parametrize("text", ["later in the day", "two days later", "the previous day", "the following Friday"])
def test_without_an_anchor_these_stay_open(text: str) -> None:
    assert days(text) == ""
    assert anchored(expression(text))


def test_a_night_as_anchor_counts_from_its_ends() -> None:
    night = When(date(2016, 12, 5), date(2016, 12, 6), "overnight")
    assert days("two days later", anchor=night) == "2016-12-08"
    assert days("two days earlier", anchor=night) == "2016-12-03"
    assert days("later in the day", anchor=night) == "2016-12-06"


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("2015-Q3", "a year earlier", "2014-07-01 2014-09-30"),
        ("2015-Q3", "a year ago", "2014-07-01 2014-09-30"),
        ("2014-05", "a year later", "2015-05-01 2015-05-31"),
        ("2014", "two years later", "2016-01-01 2016-12-31"),
        ("2014", "the following year", "2015-01-01 2015-12-31"),
    ],
)
def test_a_year_from_a_longer_time_is_as_long(value: str, text: str, expected: str) -> None:
    told = {"2015-Q3": (7, 9, 30), "2014-05": (5, 5, 31), "2014": (1, 12, 31)}[value]
    year, (first, last, day) = int(value[:4]), told
    assert days(text, anchor=When(date(year, first, 1), date(year, last, day), "", value)) == expected


def test_a_month_as_anchor_has_no_later_in_the_day() -> None:
    month = When(date(2016, 11, 1), date(2016, 11, 30), "month")
    assert days("later in the day", anchor=month) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for two years", "2014-12-10 2016-12-09"),
        ("for months", "2016-09-11 2016-12-09"),
        ("for centuries", ""),
        ("for more than two years", "2014-12-09 2016-12-09"),
        ("for nearly a week", "2016-12-03 2016-12-09"),
        ("in 24 hours", "2016-12-08 2016-12-09"),
    ],
)
def test_the_perfect_reaches_up_to_publication(text: str, expected: str) -> None:
    assert days(text, tense="perfect") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 December 2016", "2016-12-09"),
        ("in 2014", "2014-01-01 2014-12-31"),
        ("on Monday", ""),
        ("last week", ""),
        ("5 May", ""),
    ],
)
def test_without_a_publication_date_only_the_absolute_is_known(text: str, expected: str) -> None:
    assert days(text, published=None) == expected


def test_a_weekday_beside_a_date_names_its_year() -> None:
    assert days("Monday 19 December") == "2016-12-19"


def test_a_date_far_behind_but_soon_to_come_is_the_coming_one() -> None:
    assert days("on December 20") == "2016-12-20"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Wednesday", "2016-12-07"),
        ("Wednesday night", "2016-12-07TNI"),
        ("at 6pm on Tuesday", "2016-12-06T18:00"),
        ("this week", "2016-W49"),
        ("last month", "2016-11"),
        ("in 2014", "2014"),
        ("the 1990s", "199"),
        ("the 20th century", "19"),
        ("the first three months of 2015", "2015-Q1"),
        ("the first six months of 2015", "2015-H1"),
        ("the second half of 2015", "2015-H2"),
        ("the week of 6 December", "2016-W49"),
        ("in the 24 hours to Thursday", "PT24H"),
        ("two days after the attack", "P2D"),
        ("every July", "XXXX-07"),
        ("every summer", "XXXX-SU"),
        ("months-long", "PXM"),
        ("at 8 o'clock", "2016-12-09T08:00"),
        ("last summer", "2016-SU"),
        ("three days", "P3D"),
        ("ten minutes", "PT10M"),
        ("for years", "PXY"),
        ("two decades", "P20Y"),
        ("over the past week", "P1W"),
        ("every Friday", "XXXX-WXX-5"),
        ("daily", "P1D"),
        ("recently", "PAST_REF"),
        ("now", "PRESENT_REF"),
        ("the near future", "FUTURE_REF"),
        ("two days later", "2016-12-11"),
    ],
)
def test_timex_values(text: str, value: str) -> None:
    assert timex_value(expression(text), PUBLISHED) == value


def test_the_rule_and_the_type_are_kept() -> None:
    when = resolve(expression("last week"), PUBLISHED)
    assert when is not None
    assert (when.rule, when.kind, when.value) == ("calendar", "DATE", "2016-W48")


PHRASES = """Wednesday|last Friday|overnight|29 February|31 February|in May|since 1999|the past 9999999 years
9999 years ago
the next 5000 months|two days later|the 99th century|the 21st century|this century|last decade|next winter|Easter
New Year's Eve|from 5 May to 3 March|from Monday to Sunday|99/12/9999|the 1000s|early next year|the end of the week
Ramadan 1000|on Eid|Orthodox Easter|the first week of May|the last two weeks of February|in the week to 1 January
in two weeks|within days|on the 31st|a year earlier|12/9/9999|since then|from May until now|half a century ago
last weekend|in recent months|a few hours ago|Monday 19 December|for centuries|second quarter|first half of 2015"""
DATES = st.dates()


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(re.split(r"[|\n]", PHRASES)),
    DATES,
    st.sampled_from(["past", "future", "perfect"]),
    st.none() | DATES,
)
def test_an_interval_starts_before_it_ends(text: str, published: date, tense: str, anchor: date | None) -> None:
    for each in find_times(text):
        when = resolve(each, published, tense=tense, anchor=anchor)
        assert when is None or when.start <= when.end
        timex_value(each, published)


@given(DATES)
def test_a_written_date_is_that_date(day: date) -> None:
    parts = (("day", str(day.day)), ("month", str(day.month)), ("year", f"{day.year:04d}"))
    when = resolve(TimeExpression(Span(0, 1), "DATE", "iso", parts), None)
    assert when is not None
    assert (when.start, when.end, when.value) == (day, day, day.isoformat())


def test_an_unknown_rule_resolves_to_nothing() -> None:
    assert resolve(TimeExpression(Span(0, 1), "DATE", "no such rule"), PUBLISHED) is None
