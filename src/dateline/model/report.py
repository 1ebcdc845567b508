"""The report: what one article tells of one incident. Made from claims; reports of many articles make an incident."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dateline.model.ids import content_id

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a report, as the gazetteer knows it; `name` as it is shown, `key` what spellings of it share.

    `weight` is how many claims name it (those that say that the event happened *at* it count whole, others half).
    lat and lon are WGS 84 degrees, `radius_km` its uncertainty; None where it is not located. `within` is the key of
    the place that it lies in or is part of, "" where none is known.
    """

    key: str
    name: str
    weight: float
    precision: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """A closed interval of days that claims give, and how many of them do."""

    first: date
    last: date
    weight: float

    @property
    def length(self) -> int:
        """How many days it has, at least 1."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Toll:
    """A number that the report gives: closed interval, None for no bound."""

    measure: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source: what all its names share (`key`), how it is shown, and what it is.

    `kind` is speaker (a person or body that the text credits), agency or outlet. `nameless`: a speaker such as
    "activists", whom each outlet may take for somebody else.
    """

    key: str
    name: str
    kind: str
    nameless: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A number as one origin gives it in one article: closed interval, None for no bound.

    `part` says that only some of the people are counted (children, one town), so that the number is a lower bound.
    """

    origin: Origin
    measure: str
    low: float | None
    high: float | None
    who: str | None
    words: str
    claim_id: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Claims of one article that tell of one thing.

    `family` says what kind of thing (`lexicon/families.yaml`), `status` whether it happened, is planned, is possible or
    did not happen (happened, future, hypothetical, negation). `actors` are keys of who did it, `countries` and
    `sectors` theirs; `past`: told as background only; `lasting`: its numbers are those of weeks or a war, not of one
    incident; `words` the content words of all that is said, for likeness. `origins` stand beside `claim_ids`: whom each
    claim comes from; `told` are the numbers as each origin gives them; `voice` is the article's own.
    """

    id: str
    article_id: str
    family: str
    status: str
    published: date | None
    claim_ids: tuple[str, ...]
    events: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()
    days: tuple[Days, ...] = ()
    tolls: tuple[Toll, ...] = ()
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    past: bool = False
    lasting: bool = False
    words: tuple[str, ...] = ()
    voice: Origin | None = None
    origins: tuple[tuple[Origin, ...], ...] = ()
    told: tuple[Statement, ...] = ()

    def to_json(self) -> Json:
        """All fields; days as ISO 8601."""
        plain: Json = _plain(asdict(self))
        return plain

    @classmethod
    def from_json(cls, body: Json) -> Report:
        """The report that `to_json` wrote."""
        lists: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in body.items()}
        published = body["published"]
        made: dict[str, Any] = {
            "published": date.fromisoformat(published) if published else None,
            "spots": tuple(Spot(**each) for each in body["spots"]),
            "days": tuple(_days(each) for each in body["days"]),
            "tolls": tuple(Toll(**each) for each in body["tolls"]),
            "voice": Origin(**body["voice"]) if body["voice"] else None,
            "origins": tuple(tuple(Origin(**one) for one in each) for each in body["origins"]),
            "told": tuple(Statement(**each | {"origin": Origin(**each["origin"])}) for each in body["told"]),
        }
        return cls(**lists | made)


def report_id(claim_ids: tuple[str, ...]) -> str:
    """A hash of the claims' ids, in the order of the text."""
    return content_id("report", *claim_ids)


def _days(body: Json) -> Days:
    return Days(date.fromisoformat(body["first"]), date.fromisoformat(body["last"]), body["weight"])


def _plain(value: Any) -> Any:  # noqa: ANN401 (JSON)
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
