"""Claims of one article to reports: which of them tell of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

from dateline.lexicon.families import family_of
from dateline.model.claim_row import ClaimRow
from dateline.model.report import Days, Json, Report, Spot, Toll, report_id
from dateline.reconcile.compare import compare
from dateline.reconcile.likeness import content_words
from dateline.reconcile.spots import fineness, spot_of
from dateline.text.fold import fold_name

HAPPENED: Final = "happened"
_LONGEST: Final = 31  # days; a longer time is no day of one incident
_MEASURES: Final = frozenset({"killed", "injured", "missing", "detained", "abducted", "displaced", "evacuated"})
_JOINED: Final = 1.0  # from this sum on a claim belongs to a report of its own article
_NEAR: Final = 400  # characters in which a text stays with what it tells


def reports_of(rows: Sequence[ClaimRow], *, apart: Collection[frozenset[str]] = ()) -> tuple[Report, ...]:
    """The reports of one article, from all its claims; every claim is in exactly one.

    `apart` are pairs of claim ids that a person judged to tell of different incidents: no report holds both.
    """
    kinds: dict[tuple[str, str], list[ClaimRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: (each.claim["trigger"]["start"], each.claim["id"])):
        kinds[family_of(row.claim["event"], row.claim["mode"]), status(row.claim)].append(row)
    return tuple(_report(group) for kind in sorted(kinds) for group in _grouped(kinds[kind], apart))


def status(claim: Json) -> str:
    """Whether it happened, is planned, is possible or did not happen; background happened."""
    aux = claim["aux"]
    return HAPPENED if aux in (None, "historical") else str(aux)


def _grouped(rows: list[ClaimRow], apart: Collection[frozenset[str]]) -> list[list[ClaimRow]]:
    """In the order of the text, each claim with the earlier ones that it fits best, else by itself."""
    groups: list[list[ClaimRow]] = []
    for row in rows:
        alone = _report([row])
        fitting = ((at, group) for at, group in enumerate(groups) if not _ruled_out(group, row, apart))
        scored = [(_fit(group, row, alone), -at) for at, group in fitting]
        best, at = max(scored, default=(0.0, 0))
        if best >= _JOINED:
            groups[-at].append(row)
        else:
            groups.append([row])
    return groups


def _ruled_out(group: list[ClaimRow], row: ClaimRow, apart: Collection[frozenset[str]]) -> bool:
    return any(frozenset((row.claim["id"], other.claim["id"])) in apart for other in group) if apart else False


def _fit(group: list[ClaimRow], row: ClaimRow, alone: Report) -> float:
    """How well a claim fits those of a group: the signs between reports, and how close in the text it stands."""
    whole = _report(group)
    gap = min(abs(row.claim["trigger"]["start"] - other.claim["trigger"]["start"]) for other in group)
    return compare(whole, alone).score + (1.0 if gap <= _NEAR else 0.0)


def _report(rows: Sequence[ClaimRow]) -> Report:
    claims = [row.claim for row in rows]
    ids = tuple(str(claim["id"]) for claim in claims)
    first = rows[0]
    actors = [ref for claim in claims for ref in claim["actors"]]
    return Report(
        id=report_id(ids),
        article_id=first.article_id,
        family=family_of(first.claim["event"], first.claim["mode"]),
        status=status(first.claim),
        published=first.published,
        claim_ids=ids,
        events=_distinct(claim["event"] for claim in claims),
        modes=_distinct(claim["mode"] for claim in claims),
        spots=_spots(claims),
        days=_days(claims),
        tolls=_tolls(claims),
        actors=_distinct(fold_name(str(ref.get("name") or "")) for ref in actors),
        countries=_distinct(ref.get("country") for ref in actors),
        words=_distinct(word for claim in claims for word in content_words(claim["evidence"]["text"])),
    )


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))


def _spots(claims: list[Json]) -> tuple[Spot, ...]:
    """The places, those that most claims name first, of equals the finest."""
    found: dict[tuple[str, str | None], Spot] = {}
    for claim in claims:
        for place in claim["places"]:
            spot = spot_of(place)
            known = found.get((spot.key or spot.name, spot.precision))
            weight = spot.weight + (known.weight if known else 0.0)
            found[spot.key or spot.name, spot.precision] = _weighed(known or spot, weight)
    return tuple(sorted(found.values(), key=lambda s: (-s.weight, fineness(s.precision), s.key, s.name)))


def _weighed(spot: Spot, weight: float) -> Spot:
    fields = {name: getattr(spot, name) for name in spot.__slots__}
    return Spot(**fields | {"weight": weight})


def _days(claims: list[Json]) -> tuple[Days, ...]:
    found: dict[tuple[date, date], float] = defaultdict(float)
    for claim in claims:
        if claim["time"]:
            first, last = (date.fromisoformat(claim["time"][edge]) for edge in ("from", "to"))
            if (last - first).days < _LONGEST:
                found[first, last] += 1.0
    return tuple(sorted((Days(*days, weight) for days, weight in found.items()), key=lambda d: (-d.weight, d.first)))


def _tolls(claims: list[Json]) -> tuple[Toll, ...]:
    found = {
        (figure["measure"], figure["low"], figure["high"])
        for claim in claims
        for figure in claim["figures"]
        if figure["measure"] in _MEASURES
    }
    return tuple(Toll(*each) for each in sorted(found, key=lambda each: (each[0], each[1] or 0, each[2] or 0)))
