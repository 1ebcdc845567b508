"""Reports that are one incident to the incident: place, days, numbers, origins, history."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from dateline.model.claim_row import ClaimRow
from dateline.model.codebook import EVENTS
from dateline.model.ids import content_id
from dateline.model.report import Origin, Report, Spot, Statement
from dateline.reconcile.agreement import Told, ranges
from dateline.reconcile.compare import Link
from dateline.reconcile.fields import Saying, fields_of
from dateline.reconcile.history import history
from dateline.reconcile.incident import Incident, OriginShare, Where
from dateline.reconcile.spots import fineness
from dateline.reconcile.statements import settled
from dateline.reconcile.voices import Voice, named_in, voices_of

_BACKGROUND: Final = "historical"
_SHORT: Final = 7  # days; a longer time says little of when it was


@dataclass(frozen=True, slots=True)
class Around:
    """What an incident needs to know beside its reports.

    `rows`: claim id → row. `links`: the comparisons of its reports. `dispatch`: article id → id that reprints of one
    text as a whole share (absent: no reprint is known): they speak with one voice. `copies`: the same, where a part of
    one stands in the other too: what that says itself may stand in the rest.
    """

    rows: Mapping[str, ClaimRow]
    links: Sequence[Link] = ()
    dispatch: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)


def incident_of(reports: Sequence[Report], around: Around) -> Incident:
    """The incident of `reports`, which must not be empty; the same whatever their order."""
    ordered = sorted(reports, key=lambda each: each.id)
    voices = voices_of(ordered, around.dispatch)
    rows = sorted(
        (around.rows[claim_id] for each in ordered for claim_id in each.claim_ids),
        key=lambda row: (row.article_name, row.article_id, row.claim["trigger"]["start"], row.claim["id"]),
    )
    told = [_told(one, around, voices) for one in _settled(ordered)]
    sayings = [
        Saying(around.rows[claim_id].claim, tuple(named_in(o, each.article_id, voices) for o in origins))
        for each in ordered
        for claim_id, origins in zip(each.claim_ids, each.origins, strict=True)
    ]
    first, last = _days(ordered)
    return Incident(
        id=content_id("incident", *sorted(str(row.claim["id"]) for row in rows)),
        family=ordered[0].family,
        event=_most(row.claim["event"] for row in rows),
        status=_BACKGROUND if all(row.claim["aux"] == _BACKGROUND for row in rows) else ordered[0].status,
        modes=_distinct(row.claim["mode"] for row in rows),
        hedges=_distinct(row.claim["hedge"] for row in rows),
        where=_where(ordered),
        start=first,
        end=last,
        figures=ranges(told),
        fields=fields_of(sayings),
        history=history(told),
        claims=tuple(rows),
        articles=_distinct(row.article_name for row in rows),
        copies=_copies(rows, around),
        origins=_shares(sayings, around),
        links=tuple(sorted(around.links, key=lambda link: (-link.score, link.one, link.other))),
        note=_note(ordered),
    )


def _settled(reports: Sequence[Report]) -> Iterable[Statement]:
    """The statements that count, article by article: an article may tell of the incident in several reports."""
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for each in reports:
        by_article[each.article_id] += each.told
    return (one for article in sorted(by_article) for one in settled(by_article[article]))


def _told(one: Statement, around: Around, voices: Mapping[str, Voice]) -> Told:
    row = around.rows[one.claim_id]
    origin = named_in(one.origin, row.article_id, voices)
    return Told(replace(one, origin=origin), row.article_name, row.publisher, row.published)


def _shares(sayings: Sequence[Saying], around: Around) -> tuple[OriginShare, ...]:
    origins: dict[str, Origin] = {}
    articles: dict[str, set[str]] = defaultdict(set)
    for saying in sayings:
        for origin in saying.origins:
            origins.setdefault(origin.key, origin)
            articles[origin.key].add(around.rows[str(saying.claim["id"])].article_name)
    return tuple(
        OriginShare(origins[key], tuple(sorted(articles[key])))
        for key in sorted(origins, key=lambda key: (-len(articles[key]), origins[key].name, key))
    )


def _where(reports: Sequence[Report]) -> Where | None:
    """The place that most reports give; a finer one inside it where as many name it in other words."""
    weights: dict[str, float] = defaultdict(float)
    spots: dict[str, Spot] = {}
    for each in reports:
        whole = sum(spot.weight for spot in each.spots)
        for spot in each.spots:
            key = spot.key or spot.name
            weights[key] += spot.weight / whole * (1.0 if fineness(spot.precision) <= fineness("settlement") else 0.5)
            spots[key] = min(spots.get(key, spot), spot, key=lambda s: (s.lat is None, fineness(s.precision), s.name))
    if not spots:
        return None
    best = spots[max(spots, key=lambda key: (bool(spots[key].key), weights[key], -fineness(spots[key].precision), key))]
    return Where(best.name, best.country, best.precision, best.lat, best.lon, best.radius_km, best.within)


def _days(reports: Sequence[Report]) -> tuple[date | None, date | None]:
    """The interval that most reports give, of equals the shortest, then the first."""
    weights: dict[tuple[date, date], float] = defaultdict(float)
    for each in reports:
        whole = sum(days.weight for days in each.days)
        for days in each.days:
            weights[days.first, days.last] += days.weight / whole * (1.0 if days.length <= _SHORT else 0.3)
    if not weights:
        return None, None
    return max(weights, key=lambda d: (weights[d], (d[0] - d[1]).days, -d[0].toordinal()))


def _most(values: Iterable[str]) -> str:
    counts = Counter(values)
    return max(counts, key=lambda value: (counts[value], -EVENTS.index(value)))


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))


def _copies(rows: Sequence[ClaimRow], around: Around) -> tuple[tuple[str, ...], ...]:
    groups: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.article_id in around.copies:
            groups[around.copies[row.article_id]].add(row.article_name)
    return tuple(sorted(tuple(sorted(names)) for names in groups.values() if len(names) > 1))


def _note(reports: Sequence[Report]) -> str:
    if all(each.lasting for each in reports):
        return "its numbers are those of weeks or of a war: not compared with other articles"
    if len({each.article_id for each in reports}) > 1:
        return ""
    missing = []
    if not any(each.spots for each in reports):
        missing.append("no place")
    if not any(each.days for each in reports):
        missing.append("no day")
    return f"not compared well with other articles: {' and '.join(missing)}" if missing else ""
