"""What the record gives back: claims beside their article, hits of a search, outcomes of an addition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Added:
    """An article that was not in the record, with how many claims and issues came with it."""

    article_id: str
    name: str
    claims: int
    issues: int


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An article that the record already held; nothing was written."""

    article_id: str
    name: str


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """One claim in the contract's form beside what is asked of its article."""

    article_id: str
    article_name: str
    title: str | None
    url: str | None
    publisher: str | None
    published: date | None
    claim: Json

    @property
    def id(self) -> str:
        """The claim's id."""
        return str(self.claim["id"])


@dataclass(frozen=True, slots=True)
class Hit:
    """One find of a search: an article, or a claim of it, with the words around the find as written."""

    article_id: str
    article_name: str
    title: str | None
    publisher: str | None
    published: date | None
    claim_id: str | None
    event: str | None
    snippet: str


@dataclass(frozen=True, slots=True)
class Match:
    """What an id, the beginning of one, or a name may mean: `kind` is "article" or "claim"; `label` tells two apart."""

    kind: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the record holds."""

    articles: int
    claims: int
    issues: int
