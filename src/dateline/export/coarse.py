"""`--coarse`: the record for publishing without doing harm. What it does is told in every file and row.

Places come at district level (`coarse_places`), names only of states, bodies and holders of office on our own lists
(`coarse_names`). Words of the article are left out, and so are its name, headline and address, which often name the
place. Numbers and days stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from dateline.export.claim_rows import name_of
from dateline.export.coarse_names import HARM, coarse_actor, holds
from dateline.export.coarse_places import GRID, LEAST_RADIUS, coarse_place, is_fine
from dateline.export.incident_rows import IncidentRow, origin_names, spot
from dateline.lexicon.actors import named
from dateline.model.claim_row import ClaimRow
from dateline.text.fold import fold_name

Json = dict[str, Any]
NOTES: Final = (
    "Made coarse for publishing without doing harm.",
    "A place finer than a district is told as the district or province that it lies in, without a point.",
    f"Where that is not known, it is a point rounded to {GRID}° with a radius of {LEAST_RADIUS} km or more, no name.",
    "Names are told only of states, and of bodies and holders of public office on Dateline's own lists.",
    "Of others, and of persons who were harmed, the kind is told: “group (REB, SYR)”.",
    "The words of the articles are left out, and their names, headlines and addresses.",
    "Numbers stay as they are, small ones too; so do days, outlets and days of publication.",
)
_SOMEBODY: Final = "somebody"
_CLAIM: Final = ("id", "event", "mode", "aux", "hedge", "confidence", "extractor")
_ACTORS: Final = ("actors", "recipients", "sources")
_WHERE: Final = ("country", "precision", "lat", "lon", "radius_km", "admin")
_INCIDENT: Final = ("id", "event", "status", "modes", "from", "to", "claims")


@dataclass(frozen=True, slots=True)
class CoarseClaim:
    """A claim made coarse: `article_name` is the article's id, and there is neither headline nor address."""

    article_id: str
    publisher: str | None
    published: date | None
    claim: Json
    title: str | None = None
    url: str | None = None

    @property
    def article_name(self) -> str:
        """The article's id: its name is often a headline or a file's name."""
        return self.article_id


def coarse_claims(rows: Iterable[ClaimRow]) -> Iterator[CoarseClaim]:
    """The claims made coarse, an article at a time, as the record gives them."""
    for _, of_article in groupby(rows, key=lambda row: row.article_id):
        yield from _together(list(of_article))


def coarse_readings(readings: Iterable[Json]) -> Iterator[Json]:
    """Articles (in the contract's form) without their text, with their claims made coarse."""
    for one in readings:
        fine = fine_names(one["claims"])
        yield {
            "id": one["hash"],
            **{key: one[key] for key in ("hash", "published", "language")},
            "publisher": _outlet(one["publisher"], fine),
            "claims": [coarse_claim(claim, fine) for claim in one["claims"]],
            "coarse": list(NOTES),
        }


def coarse_incidents(rows: Iterable[IncidentRow]) -> Iterator[IncidentRow]:
    """The incidents made coarse, with their claims made coarse too."""
    for row in rows:
        claims = tuple(_together(row.claims))
        yield IncidentRow(_incident(row, claims), claims)


def coarse_claim(claim: Json, fine: frozenset[str]) -> Json:
    """The claim (in the contract's form) made coarse; its member `coarse` tells what that did.

    `fine` are the folded names of places that no name may give away, those of the claims beside it too.
    """
    harmed = claim["event"] in HARM
    actors = {
        part: [coarse_actor(ref, places=fine, victim=harmed and part == "recipients") for ref in claim[part]]
        for part in _ACTORS
    }
    places = [coarse_place(place) for place in claim["places"]]
    figures = [{key: each[key] for key in ("measure", "low", "high")} | {"who": None} for each in claim["figures"]]
    finer = [new for new, old in zip(places, claim["places"], strict=True) if is_fine(old)]
    return {
        **{key: claim[key] for key in _CLAIM},
        "trigger": None,
        "evidence": None,
        **actors,
        "places": places,
        "time": {key: claim["time"][key] for key in ("from", "to")} if claim["time"] else None,
        "figures": figures,
        "coarse": _told(finer, sum("withheld" in ref for refs in actors.values() for ref in refs)),
    }


def fine_names(claims: Iterable[Json]) -> frozenset[str]:
    """What may give a fine place away in another name, folded: its name, its words, the known place it lies in."""
    places = [place for claim in claims for place in claim["places"] if is_fine(place)]
    names = ((place["name"], place.get("text"), (place.get("parent") or {}).get("name")) for place in places)
    return frozenset(fold_name(name) for three in names for name in three if name)


def _together(rows: Sequence[ClaimRow]) -> Iterator[CoarseClaim]:
    fine = fine_names(row.claim for row in rows)
    for row in rows:
        claim = coarse_claim(row.claim, fine)
        yield CoarseClaim(row.article_id, _outlet(row.publisher, fine), row.published, claim)


def _outlet(name: str | None, fine: frozenset[str]) -> str | None:
    return None if name is None or holds(name, fine) else name


def _incident(row: IncidentRow, claims: tuple[CoarseClaim, ...]) -> Json:
    one = row.incident
    place = {"precision": None} | spot(row)
    there = coarse_place(place)
    ids = {claim.article_name: claim.article_id for claim in row.claims}
    names = _source_names(row, claims)
    fine = fine_names(claim.claim for claim in row.claims)
    sources = [names.get(name) or _origin(name, fine) for name in origin_names(one)]
    out: Json = {
        **{key: one[key] for key in _INCIDENT},
        "place": there["name"],
        **{key: there[key] for key in _WHERE if key in there},
        "figures": [{key: each[key] for key in ("measure", "best", "low", "high")} for each in one["figures"]],
        "articles": [ids[name] for name in one["articles"] if name in ids],
        "sources": sources,
        **{key: one[key] for key in ("disagree",) if key in one},
    }
    if isinstance(one.get("origins"), dict):
        out["origins"] = {measure: _by_id(origins, ids) for measure, origins in one["origins"].items()}
    withheld = sum(new != old for old, new in zip(origin_names(one), sources, strict=True))
    finer = [there] if one["place"] is not None and is_fine(place) else []
    return out | {"coarse": _told(finer, withheld)}


def _origin(name: str, fine: frozenset[str]) -> str:
    """An origin that no claim names so: a body of the word lists stays, unless its name gives a fine place away."""
    return name if named(name) is not None and not holds(name, fine) else _SOMEBODY


def _by_id(origins: list[list[str]], ids: dict[str, str]) -> list[list[str]]:
    return [[ids[name] for name in articles if name in ids] for articles in origins]


def _source_names(row: IncidentRow, claims: tuple[CoarseClaim, ...]) -> dict[str, str]:
    """What is told of each who says it first, by the name; where one claim withholds it, none tells it."""
    out = {claim.publisher: claim.publisher for claim in claims if claim.publisher}
    for full, coarse in zip(row.claims, claims, strict=True):
        if full.claim["sources"]:
            name, told = name_of(full.claim["sources"][0]), name_of(coarse.claim["sources"][0])
            out[name] = out.get(name, told) if told == name else told
    return out


def _told(places: Sequence[Json], withheld: int) -> str:
    """What was done to one row: what became of its fine places, and how many names are withheld."""
    gone = sum(place["name"] is None and place["lat"] is None for place in places)
    done = [
        (len(places) - gone, "place told as district or wider", "places told as district or wider"),
        (gone, "place left out", "places left out"),
        (withheld, "actor told by kind only", "actors told by kind only"),
    ]
    return "; ".join([*(f"{n} {one if n == 1 else many}" for n, one, many in done if n), "words left out"])
