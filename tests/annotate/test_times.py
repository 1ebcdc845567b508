"""Time expressions: where they begin and end, what they are made of."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.times import find_times
from dateline.model.annotation import TimeExpression


def found(text: str) -> list[str]:
    return [expression.span.of(text) for expression in find_times(text)]


def only(text: str) -> TimeExpression:
    expressions = find_times(text)
    assert len(expressions) == 1, found(text)
    return expressions[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Wednesday near the mill.", ["Wednesday"]),
        ("It happened late on Tuesday.", ["late on Tuesday"]),
        ("In the early hours of Sunday morning a blast", ["the early hours of Sunday morning"]),
        ("Clashes on Sunday afternoon and evening", ["Sunday afternoon and evening"]),
        ("They met last Friday and meet next Monday.", ["last Friday", "next Monday"]),
        ("He left yesterday afternoon; today he is back.", ["yesterday afternoon", "today"]),
        ("It burned overnight and again tonight.", ["overnight", "tonight"]),
        ("This morning it rained.", ["This morning"]),
        ("Later in the day, a day earlier, two days later", ["Later in the day", "a day earlier", "two days later"]),
        ("They buried him the same day, and left the next day.", ["the same day", "the next day"]),
        ("over the past week", ["over the past week"]),
        ("in the past several days and in recent weeks", ["in the past several days", "in recent weeks"]),
        ("It recently fell.", ["recently"]),
        ("last week, this month, next year", ["last week", "this month", "next year"]),
        ("earlier this month; early last month", ["earlier this month", "early last month"]),
        ("two days ago, and a year ago", ["two days ago", "a year ago"]),
        ("besieged since 2012", ["since 2012"]),
        ("held since March 2011, or since early December", ["since March 2011", "since early December"]),
        ("on 9 December 2016 and December 10, 2016", ["9 December 2016", "December 10, 2016"]),
        ("on Dec. 9 and the 10th of December", ["Dec. 9", "the 10th of December"]),
        ("signed 2016-12-09 or 09/12/2016", ["2016-12-09", "09/12/2016"]),
        ("held 11-13 Dec in the hall", ["11-13 Dec"]),
        ("between 3 and 5 May", ["between 3 and 5 May"]),
        ("from 2012 to 2014", ["from 2012 to 2014"]),
        ("from Monday to Wednesday", ["from Monday to Wednesday"]),
        ("in 2014, before the 2015 vote", ["2014", "2015"]),
        ("the 1990s, mid-2015, early 2016", ["the 1990s", "mid-2015", "early 2016"]),
        ("the summer of 2012", ["the summer of 2012"]),
        ("for three days; a two-week truce", ["for three days", "two-week"]),
        ("every Friday", ["every Friday"]),
        ("at 6pm on Tuesday", ["at 6pm on Tuesday"]),
        ("at 09:30, at 23.15 pm, before 24:00", ["at 09:30", "at 23.15 pm", "24:00"]),
        ("at 25:70, at 24:30, by 45:30, at 7:75 pm", []),
        ("on Monday at around noon", ["Monday at around noon"]),
        ("over the past 20-plus months", ["over the past 20-plus months"]),
        ("Thursday, Dec. 15", ["Thursday, Dec. 15"]),
        ("for the fourth straight day", ["for the fourth straight day"]),
        ("on New Year's Day and at Christmas", ["New Year's Day", "Christmas"]),
        ("on Good Friday, on May Day, at Eid al-Fitr", ["Good Friday", "May Day", "Eid al-Fitr"]),
        ("during Ramadan, on Eid", ["Ramadan", "Eid"]),
        ("Rebels attacked a convoy last Ramadan. Ramadan was calm.", ["last Ramadan"]),
        ("signed 2016/12/07, 07-12-2016, 7-Dec-2016", ["2016/12/07", "07-12-2016", "7-Dec-2016"]),
        ("on 7, 8 and 9 December", ["7, 8 and 9 December"]),
        ("on 7/8 December, on Dec 7 of last year", ["7/8 December", "Dec 7 of last year"]),
        ("On the 12th, rebels came. Tuesday the 5th was calm.", ["the 12th", "Tuesday the 5th"]),
        ("Hours later they fled. Shortly afterwards it burned.", ["Hours later", "Shortly afterwards"]),
        ("during the night and in the early hours", ["during the night", "in the early hours"]),
        ("that same day, the night before", ["that same day", "the night before"]),
        ("the first three months of 2015", ["the first three months of 2015"]),
        ("in the second half of November", ["the second half of November"]),
        ("in the week to Sunday", ["in the week to Sunday"]),
        ("during the week of 5 May", ["during the week of 5 May"]),
        ("for the second day running", ["for the second day running"]),
        ("for a third day", ["for a third day"]),
        ("a months-long siege, a weeklong truce", ["months-long", "weeklong"]),
        ("within hours, in 24 hours, in two weeks", ["within hours", "in 24 hours", "in two weeks"]),
        ("from 2013 onwards, from May until now", ["from 2013 onwards", "from May until now"]),
        ("since then, since dawn, since the summer", ["since then", "since dawn", "since the summer"]),
        ("early in 2015, later in the spring", ["early in 2015", "later in the spring"]),
        ("the week before last, in the days ahead", ["the week before last", "in the days ahead"]),
        ("at May talks, in May and June", ["May", "May and June"]),
        ("on 5 May 20166 and in 20166", ["5 May 20166", "20166"]),
        ("over the last two-and-a-half years", ["over the last two-and-a-half years"]),
        ("every July, $50 a month, 60 hours a week", ["every July", "a month", "60 hours", "a week"]),
        ("one year since the raid", ["one year since"]),
    ],
)
def test_spans_hold_the_words_that_belong(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the town.",
        "May he rest in peace.",
        "The Sunday Times wrote about it.",
        "About 2000 fighters and 1990 shells from 2014 launchers.",
        "a 12-year-old boy",
        "year20166 and 99/99/9999",
        "a second attack on the quarter",
        "Room 2020, $2015, No. 1999",
        "on the 12th floor; they began to fall apart",
        "Shortly after the raid, days before the vote",
        "They shop for Eid and read a daily newspaper.",
        "20166 cases, in 20166 homes",
        "",
    ],
)
def test_other_words_are_no_time(text: str) -> None:
    assert found(text) == []


def test_a_paragraph_break_parts_two_expressions() -> None:
    assert found("It ended on Monday\n\nafternoon") == ["Monday"]
    assert found("It ended on Monday\nafternoon") == ["Monday\nafternoon"]


@pytest.mark.parametrize(
    ("text", "kind", "rule", "parts"),
    [
        ("Wednesday", "DATE", "weekday", {"weekday": "2"}),
        ("since Tuesday", "DATE", "since", {"of": "weekday", "weekday": "1"}),
        ("09/12/2016", "DATE", "numeric", {"day": "9", "month": "12", "year": "2016", "ambiguous": "1"}),
        ("12/25/2016", "DATE", "numeric", {"day": "25", "month": "12", "year": "2016"}),
        ("for twenty-four hours", "DURATION", "duration", {"n": "24", "unit": "H"}),
        ("over the past several weeks", "DURATION", "window", {"dir": "-1", "n": "X", "unit": "W"}),
        ("every two weeks", "SET", "set", {"n": "2", "unit": "W"}),
        ("at 6pm", "TIME", "clock", {"clock": "6pm"}),
        ("two days later", "DATE", "shift", {"n": "2", "unit": "D", "shift": "1"}),
        ("two days after the attack", "DURATION", "shift", {"n": "2", "unit": "D", "shift": "1", "event": "1"}),
        ("for more than two years", "DURATION", "duration", {"n": "2", "unit": "Y", "hedge": ""}),
        ("in 1993 and 1994", "DATE", "range", {"from.year": "1993", "to.year": "1994"}),
        ("Wednesdays explosion", "DATE", "weekday", {"weekday": "2"}),
        ("on Wednesdays protesters march", "SET", "set", {"weekday": "2"}),
        ("Wednesdays and so on", "SET", "set", {"weekday": "2"}),
        ("the two-year-old civil war", "DURATION", "duration", {"n": "2", "unit": "Y", "old": "1"}),
        ("a week-old siege", "DURATION", "duration", {"n": "1", "unit": "W", "old": "1"}),
        ("on Tuesday and on Wednesday", "DATE", "range", {"from.weekday": "1", "to.weekday": "2"}),
    ],
)
def test_parts_are_normal_forms(text: str, kind: str, rule: str, parts: dict[str, str]) -> None:
    expression = only(text)
    assert (expression.kind, expression.rule) == (kind, rule)
    assert parts.items() <= dict(expression.parts).items()


WORDS = """on|since|from|to|between|and|late|early|last|next|the|a|two|9|31|99|2016|20166|May|march|Monday|Feb.|week
days|ago|later|6pm|12:30|1990s|99/99/9999|2016-02-31|past|overnight|night|of|,|.|-|–|'s|Ü|😀|several"""


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*re.split(r"[|\n]", WORDS), "\n", "\n\n"]), max_size=25).map(" ".join)
    | st.text(max_size=60)
)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for expression in find_times(text):
        assert end <= expression.span.start < expression.span.end <= len(text)
        end = expression.span.end


def test_code_points_are_counted() -> None:
    text = "😀😀 on Friday"
    assert only(text).span.start == text.index("Friday")
