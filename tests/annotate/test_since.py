"""As in "since it began in March 2011": the clause counts as one expression that reaches to now."""

from __future__ import annotations

import pytest

from dateline.annotate.since import widen_since
from dateline.annotate.times import find_times
from dateline.model.annotation import TimeExpression


def widened(text: str) -> tuple[TimeExpression, ...]:
    return widen_since(text, find_times(text))


def found(text: str) -> list[tuple[str, str]]:
    return [(time.span.of(text), time.rule) for time in widened(text)]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Thousands have died since it began in March 2011.", "since it began in March 2011"),
        ("Since the war began in March 2011, thousands have died.", "Since the war began in March 2011"),
        ("It has been shelled since the truce collapsed on Friday.", "since the truce collapsed on Friday"),
        ("Nobody left since rebels took the town in early May 2013.", "since rebels took the town in early May 2013"),
        ("Aid stopped since the road was cut in 2014 by the army.", "since the road was cut in 2014"),
        ("Schools are shut since the flood of 4 May 2015.", "since the flood of 4 May 2015"),
        ("Many have fled since Yemen's war broke out in March 2015.", "since Yemen's war broke out in March 2015"),
        ("It was broken often since it came into force last week.", "since it came into force last week"),
        ("Many died in the war that began in 2011.", "that began in 2011"),
        ("Many died in the uprising, which erupted in March 2011.", "which erupted in March 2011"),
    ],
)
def test_a_clause_that_ends_in_a_date_is_one_expression(text: str, clause: str) -> None:
    assert found(text) == [(clause, "since")]


def test_the_date_inside_keeps_its_parts() -> None:
    """`of` names the rule of the date, as for a plain "since March 2011"."""
    (clause,) = widened("Thousands have died since it began in March 2011.")
    (plain,) = widened("Thousands have died since March 2011.")
    assert clause.parts == plain.parts == (("of", "month"), ("month", "3"), ("year", "2011"))
    assert clause.kind == plain.kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began in March 2011.", [("March 2011", "month")]),
        ("They spoke at a meeting that began in March 2011.", [("March 2011", "month")]),
        ("Two died in fighting that erupted on Thursday.", [("Thursday", "weekday")]),
        ("It is besieged since 2012.", [("since 2012", "since")]),
        ("He has left since. It began in March 2011.", [("March 2011", "month")]),
        ("He has left since then; it began in March 2011.", [("since then", "since"), ("March 2011", "month")]),
        ("Since the war began, he said, the worst month was March 2011.", [("March 2011", "month")]),
        ("Since the war began\n\nMarch 2011 was quiet.", [("March 2011", "month")]),
        ("Since Monday, when talks began, May 2016 seems far.", [("Since Monday", "since"), ("May 2016", "month")]),
        ("Few came since the siege started in July 2013, and none in 2014.",
         [("since the siege started in July 2013", "since"), ("2014", "year")]),
    ],
)  # fmt: skip
def test_a_date_outside_the_clause_stays_as_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_clause_knows_its_date() -> None:
    text = "Many died since the war began in 2011."
    (clause,) = widened(text)
    assert clause.date is not None
    assert clause.date.of(text) == "2011"


def test_the_other_expressions_of_a_text_are_kept_in_order() -> None:
    text = "On Monday it had lasted, since it began in March 2011, two years; on Tuesday it ended."
    spans = [time.span for time in widened(text)]
    assert spans == sorted(spans)
    assert "since it began in March 2011" in [span.of(text) for span in spans]
    assert len(spans) == len(find_times(text))
