"""Who says how many, as bars on one scale: the geometry of a chart in percent of its width."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10
from typing import Any, Final

from dateline.wording import interval, number

Json = dict[str, Any]
_WHOLE: Final = 100.0
_ROOM: Final = 94.0  # percent of the width that the largest number takes: beyond it there is room for an arrow
_THIN: Final = 0.8  # percent: the least that a bar takes, so that an exact number is seen
_OPEN: Final = 1.6  # how far a bar without an upper bound is drawn beyond its lower one, where there is room
_TICKS: Final = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """What one origin says: `x` and `width` in percent; `open_above` and `open_below` where it names no bound.

    `said` is the interval in words; `apart`: it does not meet the best estimate.
    """

    origin: str
    kind: str
    said: str
    x: float
    width: float
    open_above: bool
    open_below: bool
    apart: bool
    articles: tuple[str, ...]
    last: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """What one origin says in one article; `part`: only some of the people are counted."""

    origin: str
    said: str
    who: str
    words: str
    part: bool
    article: str
    published: str | None
    claim: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A number of the scale and where it stands, in percent."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The figures of one measure: best and range in words, the bars, the band of the best estimate, the scale."""

    measure: str
    best: str
    span: str
    disagree: bool
    bars: tuple[Bar, ...]
    band: tuple[float, float]
    ticks: tuple[Tick, ...]
    told: tuple[Statement, ...]


def chart(figure: Json) -> Chart:
    """The chart of one of an incident's `figures`."""
    share = figure["measure"] == "share"
    scale = _Scale.of(figure)
    best = figure["best"]
    x, width, _ = scale.stretch(best["low"], best["high"])
    return Chart(
        measure=figure["measure"],
        best=interval(best["low"], best["high"], share=share),
        span=interval(figure["low"], figure["high"], share=share),
        disagree=figure["disagree"],
        bars=tuple(_bar(one, best, scale, share=share) for one in figure["positions"]),
        band=(x, width),
        ticks=scale.ticks(share=share),
        told=tuple(_statement(one, share=share) for one in figure["told"]),
    )


def _statement(one: Json, *, share: bool) -> Statement:
    return Statement(
        origin=one["origin"],
        said=interval(one["low"], one["high"], share=share),
        who=one["who"] or "",
        words=one["words"],
        part=one["part"],
        article=one["article"],
        published=one["published"],
        claim=one["claim"],
    )


def _bar(one: Json, best: Json, scale: _Scale, *, share: bool) -> Bar:
    x, width, open_above = scale.stretch(one["low"], one["high"])
    return Bar(
        origin=one["origin"],
        kind=one["kind"],
        said=interval(one["low"], one["high"], share=share),
        x=x,
        width=width,
        open_above=open_above,
        open_below=one["low"] is None,
        apart=not meets(one, best),
        articles=tuple(one["articles"]),
        last=one["last"],
    )


def meets(one: Json, other: Json) -> bool:
    """Whether two intervals (`low`, `high`; null is no bound) have a number in common."""
    below = one["high"] is not None and other["low"] is not None and one["high"] < other["low"]
    above = one["low"] is not None and other["high"] is not None and one["low"] > other["high"]
    return not (below or above)


@dataclass(frozen=True, slots=True)
class _Scale:
    """From 0 to `top`, a number at which a scale ends well."""

    top: float

    @classmethod
    def of(cls, figure: Json) -> _Scale:
        bounds = [one[edge] for one in figure["positions"] for edge in ("low", "high") if one[edge] is not None]
        return cls(max(bounds, default=1.0) or 1.0)

    def at(self, value: float) -> float:
        return round(max(0.0, min(value, self.top)) / self.top * _ROOM, 2)

    def stretch(self, low: float | None, high: float | None) -> tuple[float, float, bool]:
        """Where a bar starts, how wide it is, and whether it goes on beyond its end."""
        start = self.at(low or 0)
        if high is None:
            end = min(_WHOLE - 1, max(self.at((low or 0) * _OPEN), start + 2 * _THIN))
            return start, round(end - start, 2), True
        width = max(self.at(high) - start, _THIN)
        return round(min(start, _WHOLE - width), 2), round(width, 2), False

    def ticks(self, *, share: bool) -> tuple[Tick, ...]:
        step = _step(self.top)
        values = [at * step for at in range(floor(self.top / step + 1e-9) + 1)]
        return tuple(Tick(self.at(value), number(round(value, 9), share=share)) for value in values)


def _step(top: float) -> float:
    """1, 2 or 5 times a power of ten, so that at most four steps reach `top`."""
    rough = top / _TICKS
    power = 10.0 ** floor(log10(rough))
    return next(each * power for each in (1, 2, 5, 10) if each * power >= rough - 1e-12)
