"""Quantities in a text: numbers with their qualifiers, as closed intervals by the codebook's table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.annotate.number_words import any_of, whole
from dateline.annotate.quantity_bounds import LOWER_BOUNDS, Qualifier, bounds, qualifier_after, qualifier_before
from dateline.annotate.quantity_cores import COUNT, ORDINAL, SHARE, Bound, Core, find_cores
from dateline.annotate.quantity_units import NONE, percent_end, unit_of
from dateline.lexicon.numbers import number_words
from dateline.model.annotation import Quantity, TimeExpression
from dateline.model.span import Span

_RANGE_LINK = re.compile(r"\s?[-‐‑–]\s?|\s(?:to|or|and)\s", re.IGNORECASE)
_BEFORE_RANGE = re.compile(r"\b(between|from)\s\Z", re.IGNORECASE)
_SCALED = re.compile(r"[\s-]?(?:hundred|thousand|million|billion|lakh|crore|k|m|mn|bn)\Z", re.IGNORECASE)
# "at least 63 rebels and 21 fighters": up to four words, and no verb that can be told, between the two numbers
_COORDINATION = re.compile(r"(?:\s[\w'’-]+){1,4}?,?\s(?:and|as well as)\s(?:another\s|a further\s)?\Z", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(
    r"\b(?:killed|wounded|injured|hurt|said|were|was|have|has|had|are|is|who|which|that|in|on|at|by|from|since|after)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A number with its qualifiers; `effect` is what the first qualifier does, "" without one."""

    start: int
    end: int
    number: Core
    low: Bound
    high: Bound
    unit: str
    effect: str = ""


def find_quantities(text: str, *, times: tuple[TimeExpression, ...] = ()) -> tuple[Quantity, ...]:
    """All quantities of `text`, in order and apart from each other.

    `times` are the time expressions of the same text: numbers inside them get the unit "time". Whole bounds are int.
    "a man" is left to the parser, and so are figures inside names ("Su-24", "Resolution 2254"), which give nothing.
    """
    inside = _Inside(times)
    items: list[_Item] = []
    floor = 0
    for core, linked in _with_ranges(text, list(find_cores(text))):
        item = _item(text, core, floor=floor, linked=linked, in_time=inside.holds(core))
        if item is not None:
            items.append(_shared(text, items, item))
        floor = item.end if item else core.end
    return tuple(_quantity(item) for item in items)


class _Inside:
    """Whether numbers lie in one of some spans; to be asked in text order."""

    def __init__(self, times: Sequence[TimeExpression]) -> None:
        self._spans = [time.span for time in times]
        self._next = 0

    def holds(self, core: Core) -> bool:
        while self._next < len(self._spans) and self._spans[self._next].end <= core.start:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next].start < core.end


def _with_ranges(text: str, cores: list[Core]) -> list[tuple[Core, int]]:
    """The numbers with pairs joined into ranges, each with where it starts, "between" or "from" counted in."""
    joined: list[tuple[Core, int]] = []
    index = 0
    while index < len(cores):
        both = _range(text, cores[index], cores[index + 1]) if index + 1 < len(cores) else None
        if both == "score":
            index += 2
            continue
        core = both if isinstance(both, Core) else cores[index]
        opening = _BEFORE_RANGE.search(text, max(0, core.start - 9), core.start) if isinstance(both, Core) else None
        joined.append((core, opening.start() if opening else core.start))
        index += 2 if isinstance(both, Core) else 1
    return joined


def _range(text: str, left: Core, right: Core) -> Core | str | None:
    """Two numbers as one range; "score" for a result such as 3-1; None where they are apart."""
    link = _RANGE_LINK.fullmatch(text, left.end, right.start)
    if not link or not (left.exact and right.exact) or left.unit != right.unit or left.suffix or left.unit == ORDINAL:
        return None
    if left.low is None or right.high is None:
        return None
    opening = _BEFORE_RANGE.search(text, max(0, left.start - 9), left.start)
    opened = opening.group(1).lower() if opening else ""
    word = link.group().strip().lower()
    if (word == "and" and opened != "between") or (opening and opened == "from" and _changes(text, opening.start())):
        return None
    low = _borrowed_scale(text, left, right)
    if low >= right.high:
        return "score" if word not in ("to", "or", "and") and left.digits and right.digits else None
    if word == "or" and right.high > 2 * low:
        return None
    return replace(right, start=left.start, low=low, exact=False)


def _changes(text: str, end: int) -> bool:
    """Whether the word before makes "from 40 to 65" a change: what counts is the second number."""
    return _changing().search(text, max(0, end - 12), end) is not None


@cache
def _changing() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(number_words().changing)}\s\Z", re.IGNORECASE)


def _borrowed_scale(text: str, left: Core, right: Core) -> int | float:
    """The lower end with the upper one's scale where it has none of its own: "2 to 3 million"."""
    low, high = left.low or 0, right.high or 0
    scale = _SCALED.search(text, right.start, right.end)
    if not scale or _SCALED.search(text, left.start, left.end) or low >= 1000:
        return low
    head = float(high)
    factor = 1
    while head / 1000 >= 1 and factor * 1000 * low < high:
        head, factor = head / 1000, factor * 1000
    if "hundred" in scale.group().lower():
        factor = 100
    return whole(low * factor) if low * factor < high else low


def _item(text: str, core: Core, *, floor: int, linked: int, in_time: bool) -> _Item | None:
    after = qualifier_after(text, core.end)
    number_end = after.end if after else core.end
    unit = "time" if in_time else unit_of(text, core, number_end)
    if unit == NONE:
        return None
    low, high, end = core.low, core.high, number_end
    if unit == SHARE and core.unit != SHARE:
        low, high, end = _hundredth(low), _hundredth(high), max(number_end, percent_end(text, core))
    before = qualifier_before(text, linked, floor=floor) if unit != ORDINAL else None
    if core.unit == SHARE and not before and _bare_fraction(text, core):
        return None
    for qualifier in (before, after):
        if qualifier:
            low, high = bounds(low, high, qualifier.effect, unit)
    return _Item(before.start if before else linked, end, core, low, high, unit, _effect(before, after))


def _effect(before: Qualifier | None, after: Qualifier | None) -> str:
    return before.effect if before else after.effect if after else ""


def _hundredth(value: Bound) -> Bound:
    return None if value is None else whole(round(value / 100, 5))


def _bare_fraction(text: str, core: Core) -> bool:
    """Whether "a third" without "of" behind it is no share but one more ("a third man")."""
    word = text[core.start : core.end].lower()
    return word.startswith("a ") and not re.match(r"\s+of\b", text[core.end : core.end + 6])


def _shared(text: str, earlier: list[_Item], item: _Item) -> _Item:
    """The item under the lower bound of the one before it: "at least 63 rebels and 21 fighters"."""
    if not earlier or item.effect or item.unit != COUNT or not item.number.exact:
        return item
    first = earlier[-1]
    if first.effect not in LOWER_BOUNDS or first.unit != COUNT or item.start - first.end > 60:
        return item
    between = text[first.end : item.start]
    if not _COORDINATION.fullmatch(between) or _OTHER_CLAUSE.search(between):
        return item
    low, high = bounds(item.low, item.high, first.effect, item.unit)
    return replace(item, low=low, high=high, effect=first.effect)


def _quantity(item: _Item) -> Quantity:
    number = Span(item.number.start, item.number.end)
    return Quantity(Span(item.start, item.end), number, _clean(item.low), _clean(item.high), item.unit)


def _clean(value: Bound) -> Bound:
    return None if value is None else whole(value)
