"""The times of one article together: which day each counts from, and the date inside a "since"."""

from __future__ import annotations

import pytest

from dateline.annotate.since import widen_since
from dateline.annotate.times import find_times
from dateline.ground.times import resolve_times
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
    ],
)
def test_each_time_counts_from_its_own_day(text: str, words: str, expected: str) -> None:
    assert days(text, words) == expected
