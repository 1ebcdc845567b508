"""Quantities: numbers with their qualifiers, by the codebook's table."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.number_words import number_value
from dateline.annotate.quantities import find_quantities
from dateline.annotate.times import find_times
from dateline.model.annotation import Quantity

Bound = float | None


def counted(text: str, *units: str) -> list[tuple[str, Bound, Bound]]:
    """Words, low and high of each quantity of the given units ("count" and "share" without any)."""
    wanted = units or ("count", "share")
    return [(q.span.of(text), q.low, q.high) for q in find_quantities(text) if q.unit in wanted]


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("61", 61, 61),
        ("sixty-one", 61, 61),
        ("1,500", 1500, 1500),
        ("2,50,000", 250000, 250000),
        ("12 000", 12000, 12000),
        ("3.5 million", 3500000, 3500000),
        ("2.3m", 2300000, 2300000),
        ("two hundred and five", 205, 205),
        ("a hundred", 100, 100),
        ("half a million", 500000, 500000),
        ("one and a half million", 1500000, 1500000),
        ("two lakh", 200000, 200000),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("half a dozen", 6, 6),
        ("at least 61", 61, None),
        ("no fewer than 61", 61, None),
        ("more than 61", 62, None),
        ("over 61", 62, None),
        ("more than a dozen", 13, None),
        ("nearly 150", None, 150),
        ("almost 150", None, 150),
        ("up to 150", None, 150),
        ("as many as 150", None, 150),
        ("at most 150", None, 150),
        ("fewer than 20", None, 19),
        ("about 150", 135, 165),
        ("around 32", 28, 36),
        ("some 80", 72, 88),
        ("an estimated 200,000", 180000, 220000),
        ("roughly 1.1 million", 990000, 1210000),
        ("about a dozen", 10, 14),
        ("exactly 5", 5, 5),
        ("only 3", 3, 3),
        ("between 20 and 30", 20, 30),
        ("from 20 to 30", 20, 30),
        ("20 to 30", 20, 30),
        ("20-30", 20, 30),
        ("two or three", 2, 3),
        ("2 to 3 million", 2000000, 3000000),
        ("20 or more", 20, None),
        ("50+", 50, None),
        ("20-odd", 18, 22),
        ("dozens", 24, 99),
        ("hundreds", 200, 999),
        ("thousands", 2000, 9999),
        ("tens of thousands", 20000, 99999),
        ("hundreds of thousands", 200000, 999999),
        ("millions", 2000000, None),
        ("several", 3, 9),
        ("a few", 3, 9),
        ("a handful", 3, 9),
        ("several dozen", 36, 108),
        ("a few hundred", 200, 999),
        ("a couple of hundred", 200, 200),
        ("two-dozen", 24, 24),
        ("one", 1, 1),
    ],
)
def test_counts_follow_the_table(words: str, low: Bound, high: Bound) -> None:
    text = f"Doctors treated {words} people there."
    assert counted(text) == [(words, low, high)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half of the town", ("half", 0.5, 0.5)),
        ("more than half of it", ("more than half", 0.5, None)),
        ("most of the province", ("most", 0.5, None)),
        ("the vast majority of homes", ("the vast majority", 0.5, None)),
        ("three quarters of it", ("three quarters", 0.75, 0.75)),
        ("three-quarters of it", ("three-quarters", 0.75, 0.75)),
        ("two thirds of it", ("two thirds", 0.667, 0.667)),
        ("at least a third of it", ("at least a third", 0.333, None)),
        ("nearly all of it", ("nearly all", None, 1)),
        ("80 percent of it", ("80 percent", 0.8, 0.8)),
        ("over 70% of it", ("over 70%", 0.7, None)),
        ("15 to 20 per cent", ("15 to 20 per cent", 0.15, 0.2)),
        ("one in five homes", ("one in five", 0.2, 0.2)),
    ],
)
def test_shares_lie_between_0_and_1(text: str, expected: tuple[str, Bound, Bound]) -> None:
    assert counted(text, "share") == [expected]


@pytest.mark.parametrize(
    "text", ["No one was hurt.", "Nobody died.", "None was hurt.", "There were no civilian casualties."]
)
def test_nobody_is_zero(text: str) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.unit) == (0, 0, "count")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 63 rebels and 21 fighters", [("at least 63", 63, None), ("21", 21, None)]),
        ("more than 30 soldiers and 10 guards died", [("more than 30", 31, None), ("10", 11, None)]),
        ("at least 12 were killed and 30 hurt", [("at least 12", 12, None), ("30", 30, 30)]),
        ("about 20 men and 30 women", [("about 20", 18, 22), ("30", 30, 30)]),
        ("at least 20 men and about 30 women", [("at least 20", 20, None), ("about 30", 27, 33)]),
    ],
)
def test_a_lower_bound_holds_for_what_is_joined_to_it(text: str, expected: list[tuple[str, Bound, Bound]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$5 million", "money"),
        ("3m dollars", "money"),
        ("2 million US dollars", "money"),
        ("30 km", "distance"),
        ("about 300 square miles", "distance"),
        ("155mm shells", "distance"),
        ("aged 12", "age"),
        ("a 5-year-old girl", "age"),
        ("Sami Haddad, 34, said", "age"),
        ("three days", "time"),
        ("a 10-minute raid", "time"),
        ("at 6pm", "time"),
        ("40 degrees", "temperature"),
        ("20 tonnes", "weight"),
        ("the 1st", "ordinal"),
        ("a third man", ""),
        ("the third man", "ordinal"),
        ("in 2016", "year"),
        ("magnitude 6.5", "decimal"),
    ],
)
def test_other_units_are_told_apart(text: str, unit: str) -> None:
    assert [q.unit for q in find_quantities(text)] in ([unit], [] if not unit else [unit])


@pytest.mark.parametrize(
    "text",
    [
        "an Su-24 and an F-16",
        "M16 rifles, a Mi-8, MH17",
        "UN Resolution 2254",
        "Article 5, Section 12, No. 7",
        "from Gate 3",
        "the destroyer (DDG 70)",
        "won 3-1",
        "9/11 and 24/7",
        "one another",
        "One can see it.",
        "half an hour",
        "the first half",
        "http://example.org/12/34?id=5",
        "call 555-12-3456",
        "",
    ],
)
def test_names_and_set_phrases_count_nobody(text: str) -> None:
    assert [q for q in counted(text) if q[0] != "the"] == []


def test_numbers_in_time_expressions_are_times() -> None:
    text = "On 9 December 2016, 61 people died."
    quantities = find_quantities(text, times=find_times(text))
    assert [(q.span.of(text), q.unit) for q in quantities if q.unit != "time"] == [("61", "count")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least5,200 people", ("at least5,200", 5200, None)),
        ("Around2.5 million people", ("Around2.5 million", 2250000, 2750000)),
        ("it rose from 40 to 65", ("40", 40, 40)),
        ("they were 40 to 65", ("40 to 65", 40, 65)),
    ],
)
def test_lost_blanks_and_changes_are_seen(text: str, expected: tuple[str, Bound, Bound]) -> None:
    """A qualifier may run into its number; what rises from one number to another is no range."""
    assert counted(text)[0] == expected


@pytest.mark.parametrize("text", ["updated Mar 072009", "Leopard2 tanks", "flat 007"])
def test_codes_are_no_numbers(text: str) -> None:
    assert counted(text) == []


def test_the_span_holds_the_qualifier_and_the_number_span_does_not() -> None:
    text = "At least 61 people"
    quantity = only(text)
    assert (quantity.span.of(text), quantity.number.of(text)) == ("At least 61", "61")


def test_whole_bounds_are_integers() -> None:
    quantity = only("about 150 people")
    assert isinstance(quantity.low, int)
    assert isinstance(quantity.high, int)


ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(number: int, *, link: str = " and ") -> str:
    """The number in words, as British (" and ") or American (" ") usage has it."""
    if number < 20:
        return ONES.split()[number]
    if number < 100:
        return TENS.split()[number // 10 - 2] + (f"-{spelled(number % 10)}" if number % 10 else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    head, rest = divmod(number, size)
    joint = link if size == 100 or rest < 100 else " "
    return f"{spelled(head, link=link)} {name}" + (f"{joint}{spelled(rest, link=link)}" if rest else "")


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 999_999), st.sampled_from([" and ", " "]))
def test_numbers_in_words_are_read_back(number: int, link: str) -> None:
    words = spelled(number, link=link)
    assert number_value(words) == number
    assert counted(f"They saw {words} people.") == [(words, number, number)]


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 999_999_999))
def test_numbers_in_figures_are_read_back(number: int) -> None:
    for written in (f"{number:,}", f"{number}"):
        assert counted(f"They saw {written} people.") == [(written, number, number)]


WORDS = """at least|about|between|and|or|to|20|1,500|61|3.5|12 000|million|two|three-quarters|half|a|third|of|dozens|%
percent|km|$|,|.|-|–|people|one|no|nobody|aged|-year-old|😀|٣|²|20-30|over|nearly|in"""


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*re.split(r"[|\n]", WORDS), "\n", "\n\n"]), max_size=20).map(" ".join)
    | st.text(max_size=60)
)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for quantity in find_quantities(text, times=find_times(text)):
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.contains(quantity.number)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        end = quantity.span.end


@pytest.mark.parametrize("text", ["two three", "an and a half", "1,2", "", "many"])
def test_what_is_no_single_number_has_no_value(text: str) -> None:
    assert number_value(text) is None
