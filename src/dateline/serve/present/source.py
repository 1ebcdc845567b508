"""What one origin says, beside what the others say of the same: counts and intervals, no score of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline import wording
from dateline.serve.present.chart import meets

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Other:
    """What another origin says of the same; `agrees`: the two intervals meet."""

    name: str
    said: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A number of the origin's and those of the others, who disagree first."""

    measure: str
    said: str
    others: tuple[Other, ...]

    @property
    def contradicted(self) -> bool:
        """Whether somebody says what cannot be squared with it."""
        return any(not other.agrees for other in self.others)


@dataclass(frozen=True, slots=True)
class Said:
    """What the origin says of one incident."""

    id: str
    event: str
    kind: str
    status: str
    place: str
    country: str
    when: str
    numbers: tuple[Compared, ...]
    articles: tuple[str, ...]
    others: int


def said_of(body: Json, name: str) -> Said:
    """What the origin of this name says of an incident (its JSON)."""
    own = [source for source in body["sources"] if source["name"] == name]
    return Said(
        id=body["id"],
        event=body["event"].lower(),
        kind=" ".join([body["event"], *body["modes"]]),
        status="" if body["status"] == "happened" else wording.STATUS[body["status"]],
        place=body["place"] or "",
        country=body["country"] or "",
        when=wording.between(body["from"], body["to"]),
        numbers=tuple(_compared(body, name)),
        articles=tuple(dict.fromkeys(article for source in own for article in source["articles"])),
        others=len({source["name"] for source in body["sources"]} - {name}),
    )


def _compared(body: Json, name: str) -> Iterator[Compared]:
    for figure in body["figures"]:
        share = figure["measure"] == "share"
        for mine in figure["positions"]:
            if mine["origin"] == name:
                others = (
                    Other(one["origin"], wording.interval(one["low"], one["high"], share=share), meets(mine, one))
                    for one in figure["positions"]
                    if one["origin"] != name
                )
                ordered = tuple(sorted(others, key=lambda other: (other.agrees, other.name)))
                yield Compared(figure["measure"], wording.interval(mine["low"], mine["high"], share=share), ordered)
