"""A claim as a card: its number first, then who, where and when, the chain of its sources, and the words themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from dateline import wording
from dateline.serve.present.highlights import Paragraph, quoted

Json = dict[str, Any]
_PRECISION: Final = {
    "exact": "one site",
    "neighbourhood": "a quarter",
    "settlement": "a town or village",
    "admin2": "a district",
    "admin1": "a province",
    "country": "a country",
    "region": "a region",
}
_VERDICTS: Final = {"accept": "Checked and right", "reject": "Rejected"}


@dataclass(frozen=True, slots=True)
class Head:
    """An article as links name it: `hash` is its id, `name` what its input called it."""

    hash: str
    name: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None

    @property
    def outlet(self) -> str:
        """The outlet as origins name it: an article without one stands for itself."""
        return self.publisher or self.name

    @property
    def label(self) -> str:
        """The outlet, else the headline, else the name."""
        return self.publisher or self.title or self.name


@dataclass(frozen=True, slots=True)
class Place:
    """Where, in words: `role` is "from " or "to ", `note` says how precisely and why, `words` are those written."""

    role: str
    name: str
    country: str
    note: str
    words: str
    located: bool

    @property
    def label(self) -> str:
        """The name with its role and country."""
        return f"{self.role}{self.name}{', ' if self.country else ''}{self.country}"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person judged of a claim, in words; `number` is the judgement's."""

    number: int
    kind: str
    said: str
    who: str
    day: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A claim for reading. `chain` names the outlet first and the speaker last; `own_voice`: nobody else is credited.

    `doubted`: it is told as planned, possible, denied or background. `confidence` is in percent.
    """

    id: str
    event: str
    kind: str
    status: str
    doubted: bool
    figures: str
    who: str
    whom: str
    places: tuple[Place, ...]
    days: str
    day_words: str
    chain: tuple[str, ...]
    own_voice: bool
    confidence: int
    quote: Paragraph
    article: Head
    rulings: tuple[Ruling, ...]

    @property
    def reading(self) -> str:
        """All of it on one line, for a hint beside the words."""
        where = "; ".join(place.label for place in self.places)
        who = " → ".join(filter(None, (self.who, self.whom)))
        told = f"says {self.chain[-1]}"
        return " · ".join(filter(None, (self.figures, self.kind, self.status, who, where, self.days, told)))

    @property
    def rejected(self) -> bool:
        """Whether a person rejected it."""
        return any(ruling.kind == "reject" for ruling in self.rulings)

    @property
    def accepted(self) -> bool:
        """Whether a person checked it and found it right."""
        return any(ruling.kind == "accept" for ruling in self.rulings)


def card(claim: Json, article: Head) -> Card:
    """The card of a claim in the contract's form; what was judged of it stands in its key `judged`."""
    return Card(
        id=claim["id"],
        event=claim["event"].lower(),
        kind=wording.kind(claim),
        status=wording.status(claim),
        doubted=bool(claim["aux"]),
        figures=wording.figures(claim),
        who=_names(claim["actors"]),
        whom=_names(claim["recipients"]),
        places=tuple(_place(one) for one in claim["places"]),
        days=wording.days(claim["time"]),
        day_words=wording.plain(claim["time"]["text"]) if claim["time"] else "",
        chain=(article.label, *_credited(claim["sources"])),
        own_voice=not claim["sources"],
        confidence=round(100 * claim["confidence"]),
        quote=quoted(claim),
        article=article,
        rulings=tuple(_ruling(one) for one in claim.get("judged", ())),
    )


def _credited(sources: list[Json]) -> Iterable[str]:
    """From the outlet's side: who relays first, who speaks last."""
    return (wording.words(ref) for ref in reversed(sources))


def _names(refs: list[Json]) -> str:
    return ", ".join(dict.fromkeys(wording.words(ref) for ref in refs))


def _place(one: Json) -> Place:
    name = wording.plain(one["name"] or one["text"])
    role = {"from": "from ", "to": "to "}.get(one["role"], "")
    country = one["country"] or ""
    located = one["lat"] is not None
    reason = wording.plain(one.get("reason") or "")
    if not located:
        note = f"not located{': ' if reason else ''}{reason}"
    else:
        note = "; ".join(filter(None, (_PRECISION.get(one["precision"], ""), within(one.get("radius_km")), reason)))
    return Place(role, name, country, note, wording.plain(one["text"]), located)


def within(radius_km: float | None) -> str:
    """Such as "within 15 km"; "" where it is not known."""
    return f"within {radius_km:g} km" if radius_km else ""


def precision_words(precision: str | None) -> str:
    """Such as "a province"; "" where it is not known."""
    return _PRECISION.get(precision or "", "")


def _ruling(one: Json) -> Ruling:
    if one["kind"] == "correct":
        said = f"{one['field']} is {wording.corrected_value(one['value'])}, was {wording.was(one)}"
    else:
        said = _VERDICTS[one["kind"]]
    return Ruling(one["number"], one["kind"], said, one["who"], one["when"][:10], one["why"])
