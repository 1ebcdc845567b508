"""A reading as rows of the tables, after a check that every span says what the stored text says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from dateline.errors import RecordError
from dateline.model.article import Article
from dateline.model.contract import claim_json
from dateline.model.ids import content_id
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.store.fold import fold
from dateline.text.fold import fold_name

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one reading, a list for each table, in the order in which they must be written."""

    article: Row
    dropped: list[Row]
    claims: list[Row]
    actors: list[Row]
    places: list[Row]
    figures: list[Row]
    issues: list[Row]
    search: list[Row]


def rows_of(reading: Reading) -> Rows:
    """All rows of `reading`; raises RecordError where a span reaches past the article's text."""
    article = reading.article
    try:
        # The same content is the same claim: said once.
        claims = list({body["id"]: body for body in (claim_json(c, article) for c in reading.claims)}.values())
    except ValueError as error:
        raise RecordError(
            f"a claim of this article quotes what is not there ({error})",
            where=article.name,
            remedy="Nothing of the article was written; please report it.",
        ) from error
    return Rows(
        article=_article(article),
        dropped=[
            {"article_id": article.id, "start": d.span.start, "end": d.span.end, "reason": d.reason}
            for d in article.dropped
        ],
        claims=[_claim(body, article.id, position) for position, body in enumerate(claims)],
        actors=[row for body in claims for row in _actors(body)],
        places=[_place(body["id"], place) for body in claims for place in body["places"]],
        figures=[_figure(body["id"], figure) for body in claims for figure in body["figures"]],
        issues=_issues(reading),
        search=_search(article, claims),
    )


def check_quotes(claims: list[Row], text: str, where: str) -> None:
    """Raises RecordError unless every ``text`` in the claims' contracts is what `text` holds at its place."""
    for row in claims:
        for quote in _quotes(json.loads(row["contract"])):
            if text[quote["start"] : quote["end"]] != quote["text"]:
                raise RecordError(
                    f"the stored text says something else at {quote['start']}:{quote['end']} than the claim, which "
                    f"quotes {quote['text']!r}",
                    where=where,
                    remedy="Nothing of the article was written; please report it.",
                )


def _quotes(value: object) -> Iterator[Row]:
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _quotes(inner)


def now() -> str:
    """This moment in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _article(article: Article) -> Row:
    return {
        "id": article.id,
        "name": article.name,
        "text": article.text,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "published": article.published,
        "retrieved": article.retrieved.isoformat() if article.retrieved else None,
        "language": article.language,
        "origin": article.origin,
        "raw_hash": article.raw_hash,
        "added": now(),
    }


def _claim(body: Row, article_id: str, position: int) -> Row:
    time = body["time"] or {}
    return {
        "id": body["id"],
        "article_id": article_id,
        "position": position,
        **{key: body[key] for key in ("event", "mode", "aux", "hedge", "confidence", "extractor")},
        **{f"{part}_{edge}": body[part][edge] for part in ("trigger", "evidence") for edge in ("start", "end")},
        "time_from": date.fromisoformat(time["from"]) if time else None,
        "time_to": date.fromisoformat(time["to"]) if time else None,
        "time_start": time.get("start"),
        "time_end": time.get("end"),
        "time_rule": time.get("rule"),
        "contract": json.dumps(body, ensure_ascii=False, separators=(",", ":")),
    }


def _actors(body: Row) -> Iterator[Row]:
    for role in ("actor", "recipient", "source"):
        for position, ref in enumerate(body[f"{role}s"]):
            yield {
                "claim_id": body["id"],
                "role": role,
                "position": position,
                "start": ref["start"],
                "end": ref["end"],
                **{key: ref.get(key) for key in ("name", "country", "sector")},
            }


def _place(claim_id: str, place: Row) -> Row:
    return {
        "claim_id": claim_id,
        **{key: place[key] for key in ("role", "start", "end", "name", "country", "lat", "lon", "precision")},
        "folded": f"{fold_name(place['name'] or '')}|{fold_name(place['text'])}",
        "radius_km": place.get("radius_km"),
        "gazetteer_id": place["id"],
    }


def _figure(claim_id: str, figure: Row) -> Row:
    return {"claim_id": claim_id, **{key: figure[key] for key in ("start", "end", "measure", "low", "high", "who")}}


def issue_row(issue: Issue, article_id: str | None, position: int = 0) -> Row:
    """An issue as a row; its id is a hash of what it says, so that one failure met twice is kept once."""
    span = issue.span
    content = (article_id, issue.stage, issue.reason, issue.where, span and (span.start, span.end), issue.remedy)
    return {
        "id": content_id("issue", *content),
        "article_id": article_id,
        "stage": issue.stage,
        "reason": issue.reason,
        "where": issue.where,
        "remedy": issue.remedy,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "position": position,
        "added": now(),
    }


def _issues(reading: Reading) -> list[Row]:
    rows = (issue_row(issue, reading.article.id, position) for position, issue in enumerate(reading.issues))
    return list({row["id"]: row for row in rows}.values())


def _search(article: Article, claims: list[Row]) -> list[Row]:
    whole = fold(f"{article.title or ''}\n{article.text}")
    rows = [{"article_id": article.id, "claim_id": None, "search_text": whole}]
    return rows + [
        {"article_id": article.id, "claim_id": body["id"], "search_text": fold(body["evidence"]["text"])}
        for body in claims
    ]
