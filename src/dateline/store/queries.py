"""The questions that the record answers, each a function of an open connection."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, select

from dateline.store.fold import snippet
from dateline.store.search import latest
from dateline.store.stored import Counts, Hit, Json, Match, StoredClaim
from dateline.store.tables import article, claim, dropped, issue, search_entry

Conditions = Sequence[ColumnElement[bool]]
_HEAD = (article.c.name, article.c.title, article.c.url, article.c.publisher, article.c.published)


def _wanted(conditions: Conditions, *columns: Any) -> Select[Any]:  # noqa: ANN401 (columns of any type)
    query = select(claim.c.article_id, claim.c.contract, *columns).join(article, article.c.id == claim.c.article_id)
    return query.where(*conditions).order_by(claim.c.article_id, claim.c.position)


def stored_claims(connection: Connection, conditions: Conditions) -> Iterator[StoredClaim]:
    """The claims that fulfil `conditions`, article by article, in text order within each."""
    for row in connection.execute(_wanted(conditions, *_HEAD)).mappings():
        yield StoredClaim(
            article_id=row["article_id"],
            article_name=row["name"],
            title=row["title"],
            url=row["url"],
            publisher=row["publisher"],
            published=row["published"],
            claim=json.loads(row["contract"]),
        )


def stored_readings(connection: Connection, conditions: Conditions) -> Iterator[Json]:
    """The articles that hold a claim which fulfils `conditions`, in the contract's form, with those claims only."""
    rows = connection.execute(_wanted(conditions))
    for article_id, of_article in groupby(rows, key=lambda row: row.article_id):
        claims = [json.loads(row.contract) for row in of_article]
        yield _contract(connection, article_id, claims)


def articles_without_claims(connection: Connection) -> Iterator[Json]:
    """The articles in which nothing was found, in the contract's form."""
    empty = select(article.c.id).where(~article.c.id.in_(select(claim.c.article_id))).order_by(article.c.id)
    for article_id in connection.execute(empty).scalars():
        yield _contract(connection, article_id, [])


def stored_article(connection: Connection, article_id: str) -> Json:
    """The article with all its claims and issues in the contract's form."""
    contracts = select(claim.c.contract).where(claim.c.article_id == article_id).order_by(claim.c.position)
    claims = [json.loads(contract) for contract in connection.execute(contracts).scalars()]
    return _contract(connection, article_id, claims)


def _contract(connection: Connection, article_id: str, claims: list[Json]) -> Json:
    head = article_head(connection, article_id)
    doubts = select(issue).where(issue.c.article_id == article_id).order_by(issue.c.position)
    issues = [_issue(row, head["text"]) for row in connection.execute(doubts).mappings()]
    return head | {"claims": claims, "issues": issues}


def article_head(connection: Connection, article_id: str) -> Json:
    """The article in the contract's form, without claims and issues."""
    head = connection.execute(select(article).where(article.c.id == article_id)).mappings().one()
    left_out = select(dropped).where(dropped.c.article_id == article_id).order_by(dropped.c.number)
    return {
        "id": head["name"],
        "hash": head["id"],
        **{key: head[key] for key in ("url", "publisher", "title")},
        "published": head["published"].isoformat() if head["published"] else None,
        "language": head["language"],
        "text": head["text"],
        "dropped": [
            {key: row[key] for key in ("start", "end", "reason")} for row in connection.execute(left_out).mappings()
        ],
    }


def _issue(row: RowMapping, text: str) -> Json:
    out: Json = {key: row[key] for key in ("stage", "reason", "where", "remedy")}
    if row["start"] is None:
        return out
    return out | {"text": text[row["start"] : row["end"]], "start": row["start"], "end": row["end"]}


def all_issues(connection: Connection, *, refused: bool) -> Iterator[Json]:
    """Every issue with the name of its article (None for a document that gave none), those without article first."""
    query = select(issue, article.c.name.label("article"), article.c.text.label("body")).outerjoin(
        article, article.c.id == issue.c.article_id
    )
    if refused:
        query = query.where(issue.c.article_id.is_(None))
    order = (article.c.name.isnot(None), article.c.name, issue.c.position, issue.c.id)
    for row in connection.execute(query.order_by(*order)).mappings():
        yield {"article": row["article"], **_issue(row, row["body"] or "")}


def meanings(connection: Connection, key: str, limit: int) -> list[Match]:
    """What `key` may stand for: the articles of that name, else articles and claims whose id begins with it."""
    named = select(article.c.id, article.c.name, article.c.publisher, article.c.published)
    rows = connection.execute(named.where(article.c.name == key).order_by(article.c.id).limit(limit)).all()
    if not rows:
        rows = connection.execute(named.where(_begins(article.c.id, key)).order_by(article.c.id).limit(limit)).all()
    found = [Match("article", row.id, " · ".join(str(part) for part in row[1:] if part)) for row in rows]
    if any(row.name == key for row in rows):
        return found
    claims = select(claim.c.id, claim.c.event, article.c.name).join(article, article.c.id == claim.c.article_id)
    some = connection.execute(claims.where(_begins(claim.c.id, key)).order_by(claim.c.id).limit(limit))
    return found + [Match("claim", row.id, f"{row.event} in {row.name}") for row in some]


def _begins(column: Any, key: str) -> Any:  # noqa: ANN401 (an expression of SQLAlchemy's)
    return column.startswith(key.lower(), autoescape=True)


def article_names(connection: Connection) -> list[str]:
    """The names of all articles, in order, each once."""
    return list(connection.execute(select(article.c.name).distinct().order_by(article.c.name)).scalars())


def found(connection: Connection, phrases: list[list[str]], limit: int) -> list[Hit]:
    """Articles and claims that hold every phrase, the latest published first, articles before their claims."""
    numbers = latest(connection, phrases, limit)
    query = (
        select(
            search_entry.c.number,
            search_entry.c.article_id,
            search_entry.c.claim_id,
            claim.c.event,
            claim.c.contract,
            article.c.text,
        )
        .add_columns(*_HEAD)
        .join(article, article.c.id == search_entry.c.article_id)
        .outerjoin(claim, claim.c.id == search_entry.c.claim_id)
        .where(search_entry.c.number.in_(numbers))
    )
    words = [word for phrase in phrases for word in phrase]
    rows = {row["number"]: row for row in connection.execute(query).mappings()}
    return [_hit(rows[number], words) for number in numbers]


def _hit(row: RowMapping, words: list[str]) -> Hit:
    said = json.loads(row["contract"])["evidence"]["text"] if row["claim_id"] else row["text"]
    return Hit(
        article_id=row["article_id"],
        article_name=row["name"],
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
        claim_id=row["claim_id"],
        event=row["event"],
        snippet=snippet(said, words),
    )


def counted(connection: Connection) -> Counts:
    """How many articles, claims and issues there are."""
    articles, claims, issues = (
        connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (article, claim, issue)
    )
    return Counts(articles, claims, issues)
