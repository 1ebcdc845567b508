"""What the gazetteer knows by a name, explained: for people, and for checking why a text was read as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from difflib import get_close_matches
from typing import Any

from dateline.ground.admin_path import with_admin
from dateline.ground.gazetteer import Entry, Gazetteer
from dateline.ground.places_names import clean, entries_of
from dateline.ground.places_score import Evidence, score
from dateline.ground.places_types import Name, entry_id, entry_place
from dateline.model.grounded import Division
from dateline.model.span import Span
from dateline.text.fold import fold_name

BUILT_IN = "the gazetteer that ships"
_HINTS = 5
_ALIKE = 0.7
_LEAST = 0.005  # a part of a score that rounds to nothing is not told
_KINDS = {"admin1": "a first-level division", "capital": "a capital", "country": "a country", "region": "a region"}


@dataclass(frozen=True, slots=True)
class Known:
    """One entry that a name finds.

    `matched` says by which of its names and how; `score` is what the entry has by itself, before an article gives
    evidence, the sum of `reasons`. `admin` is the path of divisions where their bounds are known, else the first-level
    division by its GeoNames code.
    """

    id: str | None
    name: str
    kind: str
    country: str | None
    admin: tuple[Division, ...]
    lat: float
    lon: float
    precision: str | None
    radius_km: float | None
    population: int
    source: str
    matched: tuple[str, ...]
    score: float
    reasons: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """As one JSON object."""
        return asdict(self)


def find(gazetteer: Gazetteer, name: str, *, country: str | None = None) -> list[Known]:
    """Every entry that `name` could mean, the likeliest first; `country` (alpha-3) keeps only its own.

    With a country, other transliterations of the name in it are found too, as in an article about that country.
    """
    words = clean(name)
    entries = dict.fromkeys((*entries_of(gazetteer, words), *gazetteer.lookup(words)))
    exact = {entry.id for entry in entries}
    if country:
        entries.update(dict.fromkeys(each for each in gazetteer.loosely(words, country) if each.id not in exact))
    wanted = [entry for entry in entries if country in (None, entry.country)]
    known = [_known(gazetteer, words, entry, wanted, loose=entry.id not in exact) for entry in wanted]
    return sorted(known, key=lambda each: -each.score)


def near(gazetteer: Gazetteer, name: str) -> list[str]:
    """Names that resemble one that is not known, most alike first."""
    spelt = {fold_name(each): each for each in gazetteer.spelt_alike(name)}
    return [spelt[each] for each in get_close_matches(fold_name(name), list(spelt), n=_HINTS, cutoff=_ALIKE)]


def _known(gazetteer: Gazetteer, name: str, entry: Entry, all_: Sequence[Entry], *, loose: bool) -> Known:
    place = with_admin(gazetteer, entry_place(entry))
    total, reasons = _prior(name, entry, all_)
    return Known(
        id=entry_id(entry),
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        admin=place.admin or _division(gazetteer, entry),
        lat=entry.lat,
        lon=entry.lon,
        precision=place.precision,
        radius_km=place.radius_km,
        population=entry.population,
        source=entry.source or BUILT_IN,
        matched=("another transliteration, taken only within its country",)
        if loose
        else tuple(_matches(gazetteer, name, entry)),
        score=round(total, 2),
        reasons=reasons,
    )


def _division(gazetteer: Gazetteer, entry: Entry) -> tuple[Division, ...]:
    if entry.kind in ("country", "admin1", "region"):
        return ()
    found = gazetteer.division(entry.country or "", entry.admin1)
    return (Division(1, found.name),) if found else ()


def _matches(gazetteer: Gazetteer, name: str, entry: Entry) -> Iterator[str]:
    """Such as “main name “Aleppo””, “alternate name “Haleb”, folded to haleb (geonames:SYR)”."""
    folded = fold_name(name)
    said: dict[str, None] = {}
    for written, main, source in gazetteer.names_matched(entry, name):
        shown = entry.name if source is None and written == fold_name(entry.name) else written
        how = "" if shown == name else f", both folded to “{folded}”"
        if fold_name(shown) != folded:
            how = f", folded to “{fold_name(shown)}”, with or without the article"
        where = f" ({source})" if source else ""
        said[f"{'main' if main else 'alternate'} name “{shown}”{how}{where}"] = None
    yield from said or [f"read as “{entry.name}”"]


def _prior(name: str, entry: Entry, all_: Sequence[Entry]) -> tuple[float, tuple[str, ...]]:
    """The score by itself, and its parts in words: each is what one property of the entry adds."""
    main = replace(entry, main=True)
    readings = (tuple(all_), (replace(main, kind="city"),), (main,), (entry,))
    scored = score([Name("", name, (Span(0, 1),), each) for each in readings], Evidence({}))
    known, own = scored.parts["known"], float(scored.parts["own"][3][0])
    together, people, kind, alone = float(known[0][all_.index(entry)]), *(float(known[at][0]) for at in (1, 2, 3))
    parts = (
        (f"population {entry.population:,}" if entry.population else "no population known", people, True),
        (_KINDS.get(entry.kind, entry.kind), kind - people, False),
        ("only an alternate name of it", alone - kind, False),
        ("a town of that name is rather meant", together - alone, False),
        ("your own name for it", own, False),
    )
    said = tuple(f"{words} {value:+.2f}" for words, value, always in parts if always or abs(value) > _LEAST)
    return together + own, said
