"""What is asked for, as the address bar holds it: a link is a view.

The same names are read by the overview, the map, the JSON API, exports and the feed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from fastapi import Request

from dateline.errors import UsageError
from dateline.model.codebook import AUX, EVENTS, MEASURES
from dateline.store.fold import word_list
from dateline.store.wanted import SORTS, Box, Part, Wanted
from dateline.text.fold import fold_name

STATUSES: Final = ("happened", *AUX)
PAGE_SIZE: Final = 50
_LONGEST: Final = 200  # characters of a value
_LAST_PAGE: Final = 100_000
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WHOLE: Final = re.compile(r"\d{1,6}", re.ASCII)
_DEGREES: Final = re.compile(r"-?\d{1,3}(\.\d{1,12})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters, the order and the page of a request; what is not asked for has its default.

    `since` and `until` are days, both included; `bbox` is west, south, east, north in degrees; `page` counts from 1.
    """

    q: str = ""
    type: tuple[str, ...] = ()
    place: str = ""
    since: date | None = None
    until: date | None = None
    actor: str = ""
    source: str = ""
    measure: str = ""
    status: tuple[str, ...] = ()
    min_origins: int = 0
    disagree: bool = False
    country: str = ""
    bbox: Box | None = None
    sort: str = SORTS[0]
    page: int = 1

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Asked:
        """From the pairs of a query string; names that are no filter and empty values are passed over.

        Raises UsageError, which names the field and the remedy, for a value that the field cannot have.
        """
        told: dict[str, list[str]] = {}
        for name, value in pairs:
            if name in _READ and value.strip():
                told.setdefault(name, []).append(_checked(name, value.strip()))
        asked = cls(**{name: _READ[name](name, values) for name, values in told.items()})
        if asked.since and asked.until and asked.since > asked.until:
            raise UsageError(
                f"the first day {asked.since} lies after the last {asked.until}", where="since", remedy="Exchange them."
            )
        return asked

    def to_query(self) -> str:
        """The query string that asks for this, without what has its default: "type=ASSAULT&since=2016-12-07"."""
        return urlencode([pair for field in fields(self) for pair in self._pairs(field.name, field.default)])

    def _pairs(self, name: str, default: Any) -> list[tuple[str, str]]:  # noqa: ANN401 (of any field)
        value = getattr(self, name)
        if value == default:
            return []
        if name == "bbox":
            return [(name, ",".join(f"{edge:.6f}".rstrip("0").rstrip(".") for edge in value))]
        if isinstance(value, bool):
            return [(name, "1")]
        return [(name, str(each)) for each in (value if isinstance(value, tuple) else (value,))]

    def with_(self, **changes: Any) -> Asked:  # noqa: ANN401 (fields of any type)
        """The same with other values; unless `page` is among them, from the first page."""
        return replace(self, **({"page": 1} | changes))

    def narrowing(self) -> tuple[str, ...]:
        """The names of the filters that are in force, for telling what is asked for and for taking one away."""
        told = (field for field in fields(self) if field.name not in ("sort", "page"))
        return tuple(field.name for field in told if getattr(self, field.name) != field.default)

    def wanted(self) -> Wanted:
        """The filters as the record takes them."""
        return Wanted(
            words=self.q,
            events=self.type,
            statuses=self.status,
            place=self.place or None,
            since=self.since,
            until=self.until,
            actor=self.actor or None,
            source=self.source or None,
            measure=self.measure or None,
            origins=self.min_origins,
            disagree=self.disagree,
            country=self.country or None,
            box=self.bbox,
        )

    def part(self, size: int = PAGE_SIZE) -> Part:
        """The page that is asked for, `size` rows long."""
        return Part(limit=size, offset=(self.page - 1) * size, sort=self.sort)


def asked(request: Request) -> Asked:
    """The filters of a request, as a dependency: ``asked: Asked = Depends(filters.asked)``."""
    return Asked.of(request.query_params.multi_items())


def _checked(name: str, value: str) -> str:
    if len(value) > _LONGEST:
        raise UsageError(f"the value is {len(value):,} characters long", where=name, remedy=f"At most {_LONGEST} work.")
    if any(c < " " or c == "\x7f" or "\ud800" <= c <= "\udfff" for c in value):
        raise UsageError("the value holds what is no letter", where=name, remedy="Type it again.")
    return value


def _name_part(name: str, values: list[str]) -> str:
    if not any(map(str.isalnum, values[-1])) or not fold_name(values[-1]):
        raise UsageError(f"{values[-1]!r} holds no letter or digit", where=name, remedy="Give part of a name.")
    return values[-1]


def _words(name: str, values: list[str]) -> str:
    if not word_list(values[-1]):
        raise UsageError(f"{values[-1]!r} holds no word", where=name, remedy="Give letters or digits.")
    return values[-1]


def _some_of(known: tuple[str, ...], change: Callable[[str], str]) -> Callable[[str, list[str]], tuple[str, ...]]:
    def read(name: str, values: list[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_one_of(known, name, change(value)) for value in values))

    return read


def _one_of(known: tuple[str, ...], name: str, value: str) -> str:
    if value not in known:
        raise UsageError(f"{value!r} is not known", where=name, remedy=f"Choose of: {', '.join(known)}.")
    return value


def _day(name: str, values: list[str]) -> date:
    try:
        if _DAY.fullmatch(values[-1]):
            return date.fromisoformat(values[-1])
    except ValueError:
        pass  # the right form, but no such day
    raise UsageError(f"{values[-1]!r} is no day of the calendar", where=name, remedy="Write it as 2016-12-07.")


def _whole(first: int, last: int) -> Callable[[str, list[str]], int]:
    def read(name: str, values: list[str]) -> int:
        if _WHOLE.fullmatch(values[-1]) and first <= int(values[-1]) <= last:
            return int(values[-1])
        raise UsageError(
            f"{values[-1]!r} is no whole number from {first} to {last}",
            where=name,
            remedy=f"Give one, such as {first}.",
        )

    return read


def _switch(name: str, values: list[str]) -> bool:
    told = {"1": True, "true": True, "on": True, "0": False, "false": False}
    if values[-1].lower() not in told:
        raise UsageError(f"{values[-1]!r} is neither 0 nor 1", where=name, remedy="Give 1, or leave it out.")
    return told[values[-1].lower()]


def _country(name: str, values: list[str]) -> str:
    code = values[-1].upper()
    if len(code) != 3 or not (code.isascii() and code.isalpha()):
        raise UsageError(f"{values[-1]!r} is no country's code", where=name, remedy="Give three letters, such as SYR.")
    return code


def _box(name: str, values: list[str]) -> Box:
    edges = values[-1].split(",")
    if len(edges) == 4 and all(_DEGREES.fullmatch(edge) for edge in edges):
        west, south, east, north = map(float, edges)
        if abs(west) <= 180 and abs(east) <= 180 and -90 <= south <= north <= 90:
            return west, south, east, north
    raise UsageError(
        f"{values[-1]!r} is no box",
        where=name,
        remedy="Give west,south,east,north in degrees, such as 36.5,35.8,37.5,36.6.",
    )


_READ: Final[Mapping[str, Callable[[str, list[str]], Any]]] = {
    "q": _words,
    "type": _some_of(EVENTS, str.upper),
    "place": _name_part,
    "since": _day,
    "until": _day,
    "actor": _name_part,
    "source": _name_part,
    "measure": lambda name, values: _one_of(MEASURES, name, values[-1].lower()),
    "status": _some_of(STATUSES, str.lower),
    "min_origins": _whole(0, 1000),
    "disagree": _switch,
    "country": _country,
    "bbox": _box,
    "sort": lambda name, values: _one_of(SORTS, name, values[-1].lower()),
    "page": _whole(1, _LAST_PAGE),
}
