"""Claims of one article to reports: which of them tell of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.lexicon.families import family_of, tells_of_another
from dateline.model.claim_row import ClaimRow
from dateline.model.report import Days, Json, Report, Spot, Toll, report_id
from dateline.reconcile.compare import within
from dateline.reconcile.likeness import marked_words
from dateline.reconcile.origins import Teller, bodies_of, origins_of
from dateline.reconcile.spots import fineness, spot_of
from dateline.reconcile.statements import meet, statements
from dateline.text.fold import fold_name

HAPPENED: Final = "happened"
_LONGEST: Final = 31  # days; a longer time is no day of one incident
_WAR: Final = 5000  # killed or injured: no attack's toll
_PERIOD: Final = 4  # days that are more than one incident takes
_SUMS: Final = frozenset({"duration", "since", "window"})  # rules of times that are told as a length
_MEASURES: Final = frozenset({"killed", "injured", "missing", "detained", "abducted", "displaced", "evacuated"})
_JOINED: Final = 0.5  # from this sum on a claim belongs to a report of its own article
_CLOSE: Final = 1.0  # for standing close to one of them
_TWO_TOLLS: Final = -2.0
_ANOTHER: Final = -6.0  # "a second strike hit the school"
_WORST: Final = 0.3  # how much the claim that fits worst counts beside the mean
_MEMBERS: Final = 50  # claims of a group that a further one is compared with, the last ones
_REACH: Final = 80  # claims of one kind after which a long text is not taken to come back to a thing
_NEAR: Final = 400  # characters in which a text stays with what it tells


def reports_of(
    rows: Sequence[ClaimRow], *, agency: str | None = None, apart: Collection[frozenset[str]] = ()
) -> tuple[Report, ...]:
    """The reports of one article, from all its claims; every claim is in exactly one.

    `agency` is the agency that the article as a whole credits; `apart` are pairs of claim ids that a person judged to
    tell of different incidents: no report holds both.
    """
    kinds: dict[tuple[str, str], list[ClaimRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: (each.claim["trigger"]["start"], each.claim["id"])):
        kinds[_family(row.claim), status(row.claim)].append(row)
    bodies = bodies_of(row.claim for row in rows)
    groups = [group for kind in sorted(kinds) for group in _grouped(kinds[kind], apart)]
    return tuple(_sourced(_report(group), group, agency, bodies) for group in groups)


def _sourced(report: Report, rows: Sequence[ClaimRow], agency: str | None, bodies: dict[str, str]) -> Report:
    """The report with whom its claims come from and what each says of the numbers."""
    teller = Teller(rows[0].publisher or rows[0].article_name, agency, _country(report), bodies)
    claims = [row.claim for row in rows]
    sums = {claim["evidence"]["start"] for claim in claims if _is_sum([claim])}  # with the rest of their sentence
    counted = [claim for claim in claims if report.lasting or claim["evidence"]["start"] not in sums]
    return replace(
        report,
        voice=teller.own,
        origins=tuple(origins_of(claim, teller) for claim in claims),
        told=statements(counted, teller),
    )


def _country(report: Report) -> str | None:
    """The country of most of its places."""
    weights: dict[str, float] = defaultdict(float)
    for spot in report.spots:
        if spot.country:
            weights[spot.country] += spot.weight
    return max(sorted(weights), key=lambda country: weights[country], default=None)


def _family(claim: Json) -> str:
    return family_of(claim["event"], claim["mode"], claim["trigger"]["text"])


def status(claim: Json) -> str:
    """Whether it happened, is planned, is possible or did not happen; background happened."""
    aux = claim["aux"]
    return HAPPENED if aux in (None, "historical") else str(aux)


def _grouped(rows: list[ClaimRow], apart: Collection[frozenset[str]]) -> list[list[ClaimRow]]:
    """In the order of the text, each claim with the earlier ones that it fits best, else by itself."""
    groups: list[list[ClaimRow]] = []
    last: list[int] = []  # the number of each group's last claim
    alone = {str(row.claim["id"]): _report([row]) for row in rows}
    for number, row in enumerate(rows):
        fitting = (
            (at, group[-_MEMBERS:])
            for at, group in enumerate(groups)
            if number - last[at] <= _REACH and not _ruled_out(group, row, apart)
        )
        best, at = max(((_fit(group, row, alone), -at) for at, group in fitting), default=(0.0, 0))
        if best >= _JOINED:
            groups[-at].append(row)
            last[-at] = number
        else:
            groups.append([row])
            last.append(number)
    return groups


def _ruled_out(group: list[ClaimRow], row: ClaimRow, apart: Collection[frozenset[str]]) -> bool:
    return any(frozenset((row.claim["id"], other.claim["id"])) in apart for other in group) if apart else False


def _fit(group: list[ClaimRow], row: ClaimRow, alone: dict[str, Report]) -> float:
    """How well a claim fits those of a group: the signs between them, and how close in the text it stands.

    The mean over the group's claims; the one that fits worst counts again, so that two incidents do not grow together
    through claims that say little.
    """
    mine = alone[str(row.claim["id"])]
    pairs = [within(alone[str(other.claim["id"])], mine) for other in group]
    gap = min(abs(row.claim["trigger"]["start"] - other.claim["trigger"]["start"]) for other in group)
    near = _CLOSE if gap <= _NEAR else 0.0
    tolls = _TWO_TOLLS if any(_other_toll(other.claim, row.claim) for other in group) else 0.0
    another = (
        _ANOTHER if _tells_of_another(row.claim) and not any(_same_words(o.claim, row.claim) for o in group) else 0
    )
    return sum(pairs) / len(pairs) + _WORST * min(0.0, *pairs) + near + tolls + another


def _tells_of_another(claim: Json) -> bool:
    return claim["event"] == "ASSAULT" and tells_of_another(claim["evidence"]["text"])


def _same_words(one: Json, other: Json) -> bool:
    """Whether two claims stand in one sentence: "a second strike killed six" tells of one thing."""
    return bool(
        one["evidence"]["start"] < other["evidence"]["end"] and other["evidence"]["start"] < one["evidence"]["end"]
    )


def _other_toll(one: Json, other: Json) -> bool:
    """Whether one speaker gives both the same measure, and numbers that cannot be one: two incidents, or a part."""
    if _speaker(one) != _speaker(other):
        return False
    return any(
        x["measure"] == y["measure"] and not meet(x["low"], x["high"], y["low"], y["high"])
        for x in one["figures"]
        for y in other["figures"]
    )


def _speaker(claim: Json) -> str:
    return fold_name(str(claim["sources"][0].get("name") or claim["sources"][0]["text"])) if claim["sources"] else ""


def _report(rows: Sequence[ClaimRow]) -> Report:
    claims = [row.claim for row in rows]
    ids = tuple(str(claim["id"]) for claim in claims)
    first = rows[0]
    actors = [ref for claim in claims for ref in claim["actors"]]
    return Report(
        id=report_id(ids),
        article_id=first.article_id,
        family=_family(first.claim),
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
        sectors=_distinct(ref.get("sector") for ref in actors),
        lasting=_is_sum(claims),
        past=all(claim["aux"] == "historical" for claim in claims),
        words=_distinct(word for claim in claims for word in marked_words(claim["evidence"]["text"])),
    )


def _is_sum(claims: list[Json]) -> bool:
    """Whether the numbers are those of a time rather than of an incident: "seven days of raids left 40 dead"."""
    counted = [claim for claim in claims if claim["figures"] and (claim["time"] or _of_a_war(claim))]
    return bool(counted) and all(_of_a_war(claim) or _of_weeks(claim["time"]) for claim in counted)


def _of_a_war(claim: Json) -> bool:
    harmed = (figure for figure in claim["figures"] if figure["measure"] in {"killed", "injured"})
    return claim["event"] == "ASSAULT" and any((figure["low"] or 0) >= _WAR for figure in harmed)


def _of_weeks(time: Json) -> bool:
    return _length(time) >= (_PERIOD if time["rule"] in _SUMS else _LONGEST)


def _length(time: Json) -> int:
    return (date.fromisoformat(time["to"]) - date.fromisoformat(time["from"])).days + 1


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
            found[spot.key or spot.name, spot.precision] = replace(known or spot, weight=weight)
    return tuple(sorted(found.values(), key=lambda s: (-s.weight, fineness(s.precision), s.key, s.name)))


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
