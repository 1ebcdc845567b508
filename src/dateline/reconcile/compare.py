"""Two reports compared: signs for and against their telling of one incident, each with its reason in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import product
from typing import Final

from dateline.lexicon.families import by_one_holder, modes_agree
from dateline.model.report import Days, Json, Report, Toll
from dateline.reconcile.likeness import Wording, likeness
from dateline.reconcile.spots import relation

LINKED: Final = 3.5  # from this sum on two reports are taken for one incident
KEPT: Final = LINKED / 2  # links below this are compared again when they are needed; above, they are worth showing
_SHORT: Final = 3  # days; a longer interval says little by itself
_TOLLS: Final = 12  # of one measure that are compared
_PERIOD: Final = 5  # days; what is told of so long a time is a sum, not one incident of it
_MOST: Final = 6  # places, days and tolls of a report that are compared, those that most claims name
_LIKE: Final = 4.0  # for the same words; 1.0 is a place or a day that agrees in part
_CHANCE: Final = 0.05  # what two reports of any attacks share
_SEVERAL: Final = 8  # shared words from which on they count in full
_WAR: Final = 2000  # killed or injured: the toll of a war rather than of an attack
_FRESH: Final = 4  # days before publication in which the news of an article without a day lies


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that speaks for (positive) or against one incident, in words."""

    name: str
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """What the comparison of two reports came to: `score` is the sum of the signs' weights.

    `claims` are the ids of each report's first claim: a report's own id says nothing to a person.
    """

    one: str
    other: str
    score: float
    signs: tuple[Sign, ...]
    claims: tuple[str, str] = ("", "")

    def to_json(self) -> Json:
        """The reports' ids, the score and every sign."""
        signs = [{"sign": s.name, "weight": round(s.weight, 2), "reason": s.reason} for s in self.signs]
        return {
            "claims": list(self.claims),
            "reports": [self.one, self.other],
            "score": round(self.score, 2),
            "signs": signs,
        }


def compare(one: Report, other: Report) -> Link:
    """The link between two reports of one family and status; the same whichever comes first."""
    return _compared(one, other, _SIGNS)


def within(one: Report, other: Report) -> float:
    """The score of two parts of one article, whose words tell nothing: both may stand in one sentence."""
    return _compared(one, other, _WITHIN).score


def _compared(one: Report, other: Report, asked: _Signs) -> Link:
    first, second = sorted((one, other), key=lambda report: report.id)
    signs = tuple(sign for each in asked for sign in each(first, second))
    score = round(sum(sign.weight for sign in signs), 4)  # sums of floats must not depend on the processor
    return Link(first.id, second.id, score, signs, (first.claim_ids[0], second.claim_ids[0]))


def _place(a: Report, b: Report) -> Iterator[Sign]:
    """The best pair of places, dampened by how the others stand to each other."""
    found = [(relation(x, y), x.weight * y.weight) for x, y in product(a.spots[:_MOST], b.spots[:_MOST])]
    if not found:
        return
    best = max(each for each, _ in found)
    mean = sum(each.weight * share for each, share in found) / sum(share for _, share in found)
    weight = (best.weight + mean) / 2
    if weight:
        yield Sign("place", weight, best.reason)


def _day(a: Report, b: Report) -> Iterator[Sign]:
    if not a.days or not b.days:
        yield from _fresh(a, b)
        return
    found = [(_days_apart(x, y), x.weight * y.weight) for x, y in product(a.days[:_MOST], b.days[:_MOST])]
    best = max(each for each, _ in found)
    mean = sum(each[0] * share for each, share in found) / sum(share for _, share in found)
    yield Sign("day", (best[0] + mean) / 2, best[1])


def _days_apart(x: Days, y: Days) -> tuple[float, str]:
    if x.first <= y.last and y.first <= x.last:
        longest = max(x.length, y.length)
        said = f"both on {max(x.first, y.first).isoformat()}" if longest == 1 else "their days overlap"
        if longest <= _SHORT:
            return 2.0, said
        return (0.5 if longest < _PERIOD or x.length == y.length else -0.5), said
    gap = (max(x.first, y.first) - min(x.last, y.last)).days
    return (-2.0 if gap == 1 else -4.0), f"{gap} day{'s' if gap > 1 else ''} apart"


def _fresh(a: Report, b: Report) -> Iterator[Sign]:
    """News without a day is of the days before its publication."""
    x, y = _news_days(a), _news_days(b)
    if x is None or y is None:
        return
    if x.first <= y.last and y.first <= x.last:
        yield Sign("day", 0.7, "published within days of it")
    else:
        gap = (max(x.first, y.first) - min(x.last, y.last)).days
        yield Sign("day", -1.0 if gap <= _FRESH else -3.0, f"published {gap} days apart from it")


def _news_days(report: Report) -> Days | None:
    if report.days:
        return max(report.days, key=lambda days: (days.weight, -days.length, days.first))
    if report.published is None:
        return None
    return Days(report.published - timedelta(days=_FRESH), report.published, 0.0)


def _mode(a: Report, b: Report) -> Iterator[Sign]:
    if not a.modes or not b.modes:
        return
    same = sorted(set(a.modes) & set(b.modes))
    if same:
        yield Sign("mode", 0.5, f"both {same[0]}")
    elif not any(modes_agree(x, y) for x, y in product(a.modes, b.modes)):
        yield Sign("mode", -3.0, f"{a.modes[0]} here, {b.modes[0]} there")


def _tolls(a: Report, b: Report) -> Iterator[Sign]:
    for measure in ("killed", "injured"):
        mine, theirs = ([t for t in r.tolls if t.measure == measure][:_TOLLS] for r in (a, b))
        if mine and theirs:
            yield max((_toll(x, y) for x, y in product(mine, theirs)), key=lambda sign: (sign.weight, sign.reason))


def _toll(x: Toll, y: Toll) -> Sign:
    small, large = sorted((_size(x), _size(y)))
    if (x.low, x.high) == (y.low, y.high):
        return Sign("toll", 1.5 if large > 9 else 0.8, f"both {large:g} {x.measure}")
    if _size(x) == _size(y):
        return Sign("toll", 1.0, f"both {large:g} {x.measure}")
    if small * 3 >= large:
        return Sign("toll", 0.0, f"{small:g} and {large:g} {x.measure}: a toll rises")
    weight = -0.7 if small * 30 >= large else -3.0 if large < _WAR else -6.0
    return Sign("toll", weight, f"{small:g} and {large:g} {x.measure}")


def _size(toll: Toll) -> float:
    return toll.low if toll.low is not None else toll.high or 0.0


def _actors(a: Report, b: Report) -> Iterator[Sign]:
    shared = sorted(set(a.actors) & set(b.actors))
    if shared:
        yield Sign("actor", 0.8, f"both by {shared[0]}")
    elif a.actors and b.actors and by_one_holder(a.family):
        yield Sign("actor", -4.0, f"{a.actors[0]} here, {b.actors[0]} there")
    elif a.countries and b.countries and not set(a.countries) & set(b.countries):
        yield Sign("actor", -1.0, f"by {a.countries[0]} here, {b.countries[0]} there")
    elif a.sectors and b.sectors and not set(a.sectors) & set(b.sectors):
        yield Sign("actor", -1.0, f"by {a.sectors[0]} here, {b.sectors[0]} there")


def _words(a: Report, b: Report) -> Iterator[Sign]:
    """What two short reports share may be chance, and where they tell of the same place it was counted already."""
    one, other = _wording(a.words), _wording(b.words)
    found = likeness(one, other)
    if found.score:
        enough = min(1.0, len(one.weights.keys() & other.weights.keys()) / _SEVERAL)
        shared = f": {', '.join(found.shared)}" if found.shared else ""
        yield Sign("words", _LIKE * (found.score - _CHANCE) * enough, f"{found.score:.0%} alike in words{shared}")


@lru_cache(maxsize=4096)  # a report is compared with many
def _wording(marked: tuple[str, ...]) -> Wording:
    return Wording.of_marked(marked)


def _past(a: Report, b: Report) -> Iterator[Sign]:
    if a.past != b.past and not (a.days and b.days):
        yield Sign("past", -2.0, "news here, background there")


def _sums(a: Report, b: Report) -> Iterator[Sign]:
    if a.lasting != b.lasting and a.tolls and b.tolls:
        yield Sign("sum", -3.0, "the toll of one incident here, of weeks or a war there")


_Signs = tuple[Callable[[Report, Report], Iterator[Sign]], ...]
_WITHIN: Final[_Signs] = (_place, _day, _mode, _tolls, _actors, _past, _sums)
_SIGNS: Final[_Signs] = (*_WITHIN, _words)
