"""An incident as a dossier: the number first, who says how many, the claims side by side, what merged them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline import wording
from dateline.model.claim_row import ClaimRow
from dateline.serve.present.chart import Chart, chart
from dateline.serve.present.claims import Card, Head, card, precision_words, within

Json = dict[str, Any]
_STATED: Final = "happened"


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason for or against one incident: its weight with its sign, and the reason in words."""

    weight: str
    against: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two articles' reports that were taken for one incident.

    `claims` are the ids of the first one's and of the other one's; `one` and `other` the articles.
    """

    one: Head
    other: Head
    claims: tuple[tuple[str, ...], tuple[str, ...]]
    score: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent origin with the articles that carry it."""

    name: str
    kind: str
    articles: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The claims that one article makes about the incident."""

    article: Head
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of a measure at the end of a day."""

    day: str
    said: str
    measure: str
    origins: int
    disagree: bool


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of a dossier but what stands beside the incident (related ones, near misses, judgements)."""

    id: str
    event: str
    kind: str
    status: str
    happened: bool
    place: str
    country: str
    where_note: str
    when: str
    charts: tuple[Chart, ...]
    origins: tuple[Origin, ...]
    articles: tuple[Head, ...]
    copies: tuple[tuple[Head, ...], ...]
    groups: tuple[Group, ...]
    fields: tuple[Json, ...]
    history: tuple[Known, ...]
    merges: tuple[Merge, ...]
    disagree: bool
    note: str

    @property
    def heads(self) -> dict[str, Head]:
        """The articles by their names."""
        return {head.name: head for head in self.articles}

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(len(group.cards) for group in self.groups)

    @property
    def first_claim(self) -> str:
        """The id of a claim that stays while the incident's own changes."""
        return self.groups[0].cards[0].id if self.groups else self.id

    @property
    def title(self) -> str:
        """Such as "61 killed, ASSAULT aerial, Qarrah, SYR, 2021-03-02"."""
        numbers = ", ".join(f"{one.best} {one.measure}" for one in self.charts[:1])
        return ", ".join(filter(None, (numbers, self.kind, self.place, self.country, self.when)))


def dossier(
    body: Json, rows: Sequence[ClaimRow], holder: Mapping[str, str], *, merged_by: Sequence[Json] | None = None
) -> Dossier:
    """The dossier of an incident's JSON, its claims (as they count), and the report that holds each of them.

    `merged_by` are the comparisons to be shown, if not all.
    """
    heads = {row.article_name: head_of(row) for row in rows}
    return Dossier(
        id=body["id"],
        event=body["event"].lower(),
        kind=" ".join([body["event"], *body["modes"]]),
        status=", ".join([wording.STATUS[body["status"]], *body["hedges"]]),
        happened=body["status"] == _STATED,
        place=body["place"] or "",
        country=body["country"] or "",
        where_note=place_note(body),
        when=wording.between(body["from"], body["to"]),
        charts=tuple(chart(one) for one in body["figures"]),
        origins=tuple(Origin(o["name"], o["kind"], _named(o["articles"], heads)) for o in body["sources"]),
        articles=tuple(heads.values()),
        copies=tuple(_named(group, heads) for group in body["copies"]),
        groups=groups(rows),
        fields=tuple(body["fields"]),
        history=history(body["history"]),
        merges=merges(body["merged_by"] if merged_by is None else merged_by, rows, holder),
        disagree=any(one["disagree"] for one in (*body["figures"], *body["fields"])),
        note=body["note"],
    )


def history(days: Sequence[Json]) -> tuple[Known, ...]:
    """How the numbers became known; nothing where one day brought all of it."""
    if len({one["day"] for one in days}) < 2:
        return ()
    return tuple(Known(one["day"], _interval(one), one["measure"], one["origins"], one["disagree"]) for one in days)


def _interval(one: Json) -> str:
    return wording.interval(one["low"], one["high"], share=one["measure"] == "share")


def head_of(row: ClaimRow) -> Head:
    """The article of a claim."""
    day = row.published.isoformat() if row.published else None
    return Head(row.article_id, row.article_name, row.title, row.publisher, day)


def place_note(body: Json) -> str:
    """How precisely the place is known, in words: "a province, within 39 km"."""
    if not body["place"]:
        return "no place is named"
    if body["lat"] is None:
        return "this place could not be located"
    return ", ".join(filter(None, (precision_words(body["precision"]), within(body["radius_km"]))))


def _named(names: Iterable[str], heads: Mapping[str, Head]) -> tuple[Head, ...]:
    return tuple(heads[name] for name in names if name in heads)


def groups(rows: Iterable[ClaimRow]) -> tuple[Group, ...]:
    """The claims by their articles, the earliest published first."""
    found: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in rows:
        found[row.article_id].append(row)
    ordered = sorted(found.values(), key=lambda own: (str(own[0].published or "9999"), own[0].article_name))
    return tuple(Group(head_of(own[0]), tuple(card(row.claim, head_of(row)) for row in own)) for own in ordered)


def merges(links: Iterable[Json], rows: Sequence[ClaimRow], holder: Mapping[str, str]) -> tuple[Merge, ...]:
    """What merged the claims: one entry for each comparison of two articles' reports."""
    heads = {str(row.claim["id"]): head_of(row) for row in rows}
    claims: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(heads):
        claims[holder[claim]].append(claim)
    found = []
    for link in links:
        one, other = link["claims"]
        if one in heads and other in heads:
            sides = (tuple(claims[link["reports"][0]]), tuple(claims[link["reports"][1]]))
            found.append(Merge(heads[one], heads[other], sides, f"{link['score']:+.1f}", signs(link["signs"])))
    return tuple(found)


def backbone(links: Sequence[Json], most: int) -> list[Json]:
    """The comparisons that hold an incident together, the strongest first: without any one of them it would fall apart.

    All of them where there are no more than `most`; never more than that.
    """
    if len(links) <= most:
        return list(links)
    group: dict[str, str] = {}

    def root(report: str) -> str:
        while group.setdefault(report, report) != report:
            report = group[report]
        return report

    kept = []
    for link in sorted(links, key=lambda one: -one["score"]):
        one, other = map(root, link["reports"])
        if one != other:
            group[one] = other
            kept.append(link)
    return kept[:most]


def signs(given: Iterable[Json]) -> tuple[Sign, ...]:
    """Signs in words, the heaviest first."""
    ordered = sorted(given, key=lambda sign: -abs(sign["weight"]))
    return tuple(Sign(f"{one['weight']:+.1f}", one["weight"] < 0, wording.plain(one["reason"])) for one in ordered)
