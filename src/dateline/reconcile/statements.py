"""What each origin says of each measure in one article: one statement, that with the widest toll."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.lexicon.origins import adds, calls_earlier, is_part
from dateline.model.report import Json, Origin, Statement
from dateline.reconcile.origins import SPEAKER, Teller, origins_of

_SHARE: Final = "share"
_HARMED: Final = frozenset({"killed", "injured"})
_OF_THEM: Final = re.compile(r"\bof (?:them|whom|these|those)\b")


def statements(claims: Sequence[Json], teller: Teller) -> tuple[Statement, ...]:
    """Every statement that the claims of one article make, in their order; `settled` says which of them count."""
    return tuple(one for claim in claims for origin in origins_of(claim, teller) for one in _of_claim(claim, origin))


def settled(told: Iterable[Statement]) -> tuple[Statement, ...]:
    """Of one article's statements on an incident those that count: by measure and origin that with the widest toll.

    What the article says in its own voice and credits to somebody further down is said once: by the one credited.
    """
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in told:
        found[one.measure, one.origin.key].append(one)
    widest = [max(each, key=_width) for _, each in sorted(found.items())]
    # A sentence of the article's own that sums up what is credited further down does so with all its numbers.
    leads = {one.claim_id for one in widest if one.origin.kind != SPEAKER and _credited(one, widest)}
    return tuple(one for one in widest if one.claim_id not in leads and not _named(one, widest))


def _of_claim(claim: Json, origin: Origin) -> Iterable[Statement]:
    by_measure: dict[str, list[Json]] = defaultdict(list)
    for figure in () if calls_earlier(claim["evidence"]["text"]) else claim["figures"]:
        by_measure[figure["measure"]].append(figure)
    for measure, figures in by_measure.items():
        whole = [figure for figure in figures if measure == _SHARE or not _counts_some(figure)]
        counted = whole or [figure for figure in figures if figure["low"] == figure["high"] or figure["high"] is None]
        if counted:  # "several colleagues" is no toll
            yield _statement(claim, origin, counted, part=not whole)


def _counts_some(figure: Json) -> bool:
    """Whether only some of those concerned are counted: children, one man, "118 of them".

    "Killed 12 of them" counts all who were killed, of people counted before for something else.
    """
    if figure["measure"] not in _HARMED and _OF_THEM.search(figure["text"]):
        return True
    return is_part(figure["who"] or "") or (figure["low"] == figure["high"] == 1 and bool(figure["who"]))


def _statement(claim: Json, origin: Origin, figures: list[Json], *, part: bool) -> Statement:
    """The widest of the figures; parts alone are added up: "22 children and six teachers"."""
    top = max(figures, key=size)
    added = figures if part else [top, *(figure for figure in figures if figure is not top and _adds(figure))]
    low = sum(figure["low"] or 0 for figure in added) if len(added) > 1 or part else top["low"]
    high = None if part or any(figure["high"] is None for figure in added) else sum(figure["high"] for figure in added)
    words = " + ".join(figure["text"] for figure in added)
    return Statement(origin, top["measure"], low, high, top["who"], words, str(claim["id"]), part)


def _adds(figure: Json) -> bool:
    """Whether a figure comes on top of another: "15 in the town and six others in a village"."""
    return adds(figure["who"] or "")


def size(figure: Json) -> tuple[float, float]:
    """How much a figure says at most: its upper bound, else its lower one; then the lower one."""
    low, high = figure["low"], figure["high"]
    return (high if high is not None else low or 0, low or 0)


def _width(one: Statement) -> tuple[bool, float, float, str]:
    return (not one.part, one.low or 0, -(one.high or float("inf")), one.claim_id)


def _credited(own: Statement, others: Iterable[Statement]) -> bool:
    """Whether what is said in the article's own voice sums up what somebody is credited with: both can be true.

    "Dozens" sums up 44, "at least 14" sums up 14; "118 of them" does not sum up "nearly 150".
    """
    same = (o for o in others if o.measure == own.measure and o.origin.kind == SPEAKER and o.part <= own.part)
    return any(other.low is not None and meet(own.low, own.high, other.low, other.high) for other in same)


def _named(one: Statement, others: Iterable[Statement]) -> bool:
    """Whether a speaker without a name is one that another claim names: it gives the same number."""
    return one.origin.nameless and any(
        (o.measure, o.low) == (one.measure, one.low)
        and o.origin.kind == SPEAKER
        and not o.origin.nameless
        and o.claim_id != one.claim_id
        for o in others
    )


def meet(low: float | None, high: float | None, low2: float | None, high2: float | None) -> bool:
    """Whether two closed intervals (None: no bound) share a value."""
    return not ((high is not None and (low2 or 0) > high) or (high2 is not None and (low or 0) > high2))
