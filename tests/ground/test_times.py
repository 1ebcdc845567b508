"""The times of one article together: which day each counts from, and the date inside a "since"."""

from __future__ import annotations

import pytest

from dateline.annotate.since import widen_since
from dateline.annotate.times import find_times
from dateline.ground.times import resolve_times, unresolved, valued
from dateline.model.annotation import Annotated
from tests.factories import article, span


def days(text: str, words: str) -> str:
    """The days of `words` in a text of Friday, 9 December 2016; "" where they cannot be known."""
    times = widen_since(text, find_times(text))
    found = resolve_times(Annotated(article(text, published="2016-12-09"), (), times=times))
    when = found.get(span(text, words))
    return f"{when.start} {when.end}" if when else ""


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Many died since the war began in May 2014.", "since the war began in May 2014", "2014-05-01 2016-12-09"),
        ("Many died since the war began in May 2014.", "May 2014", "2014-05-01 2014-05-31"),
        ("It is besieged since 2013.", "since 2013", "2013-01-01 2016-12-09"),
        ("It is besieged since 2013.", "2013", "2013-01-01 2013-12-31"),
        ("It has been shelled for two years.", "for two years", "2014-12-10 2016-12-09"),
        ("It had been quiet for over two years.", "for over two years", "2014-12-09 2016-12-09"),
        ("The shelling is going on for a month now.", "for a month", "2016-11-10 2016-12-09"),
        ("It was shelled for two years.", "for two years", ""),
        ("Jets hit the town two days after rebels took it.", "two days after", "2016-12-07 2016-12-07"),
        ("On Monday jets hit it two days after rebels came.", "two days after", "2016-12-03 2016-12-03"),
        ("A mine went off an hour after the first blast.", "an hour after", ""),
        ("The army struck 48 hours after the raid.", "48 hours after", "2016-12-07 2016-12-07"),
        ("He resigned two days before the vote.", "two days before", ""),
        ("Rebels came. Two days later they left.", "Two days later", ""),
        ("Rebels came. The day before they had left.", "The day before", ""),
        ("He died in 2014. Later that year it fell.", "Later that year", "2014-01-01 2014-12-31"),
        ("It began in May 2014 and spread the following month.", "the following month", "2014-06-01 2014-06-30"),
        ("In 2014, on 5 May, it fell. That month they fled.", "That month", "2016-05-01 2016-05-31"),
        ("It fell on 5 May 2014. It is quiet now. The next day they fled.", "The next day", "2014-05-06 2014-05-06"),
        ("It fell in 2014. Since then it has been quiet.", "Since then", "2014-01-01 2016-12-09"),
        ("It has been quiet since then.", "since then", ""),
        ("It fell on Monday. In the afternoon they fled.", "In the afternoon", "2016-12-05 2016-12-05"),
        ("It sold much in the third quarter of 2015, and less a year ago.", "a year ago", "2014-07-01 2014-09-30"),
        ("It sold much in the third quarter. In May a year ago it fell.", "a year ago", "2015-12-01 2015-12-31"),
        ("It opens later in the spring.", "later in the spring", "2017-03-01 2017-05-31"),
        ("GENEVA, Dec 7 (AFP) - Talks began today.", "today", "2016-12-07 2016-12-07"),
        ("Qarrah, Syria, 7 December — It fell on Friday.", "Friday", "2016-12-02 2016-12-02"),
        ("GENEVA, Dec 7 (AFP) - Talks began this month.", "this month", "2016-12-01 2016-12-09"),
        ("GENEVA, Nov 7 (AFP) - Talks began today.", "today", "2016-12-09 2016-12-09"),
        ("In Geneva on Dec 7 - as now - talks began today.", "today", "2016-12-09 2016-12-09"),
    ],
)
def test_each_time_counts_from_its_own_day(text: str, words: str, expected: str) -> None:
    assert days(text, words) == expected


NO_DAY = "time not resolved: the calendar has no such day"
NO_DATE = "time not resolved: the article has no publication date to count from"
LATE = "a date told as past lies after the publication date"


@pytest.mark.parametrize(
    ("text", "published", "words", "reason"),
    [
        ("They left on 31 February.", "2016-12-09", "31 February", NO_DAY),
        ("They left on 31 February.", None, "31 February", NO_DAY),
        ("They left on 29 February.", None, "29 February", NO_DATE),
        ("They left on 31 February 2015.", None, "31 February 2015", NO_DAY),
        ("They left in May 20166.", "2016-12-09", "May 20166", NO_DAY),
        ("They left in 20166.", None, "20166", NO_DAY),
        ("They left on Monday.", None, "Monday", NO_DATE),
        ("They left on 5 May.", None, "5 May", NO_DATE),
        ("They left on 5 May 2017.", "2016-12-09", "5 May 2017", LATE),
    ],
)
def test_a_date_that_cannot_be_is_told(text: str, published: str | None, words: str, reason: str) -> None:
    annotated = Annotated(article(text, published=published), (), times=find_times(text))
    (issue,) = unresolved(annotated, resolve_times(annotated))
    assert (issue.stage, issue.reason, issue.span) == ("ground", reason, span(text, words))


@pytest.mark.parametrize(
    "text",
    ["They left on 5 May 2016.", "They will leave on 5 May 2017.", "They fought for two years.", "Now they leave."],
)
def test_other_dates_give_no_issue(text: str) -> None:
    annotated = Annotated(article(text, published="2016-12-09"), (), times=find_times(text))
    assert unresolved(annotated, resolve_times(annotated)) == []


def test_what_is_no_interval_keeps_its_value() -> None:
    text = "They fought for three days, every Friday, till Monday."
    annotated = Annotated(article(text, published="2016-12-09"), (), times=find_times(text))
    found = valued(annotated, resolve_times(annotated))
    assert [time.value if when is None else when.value for time, when in found] == ["P3D", "XXXX-WXX-5", "2016-12-05"]
