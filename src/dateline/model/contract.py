"""The claim as JSON: what `dateline read` writes and can read again. Every ``text`` is cut from the article itself."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from dateline.model.annotation import Quote, TimeExpression
from dateline.model.article import Article
from dateline.model.claim import ActorRef, Claim, Figure, PlaceRef, TimeRef
from dateline.model.grounded import Actor, Candidate, Place, When
from dateline.model.ids import content_id
from dateline.model.issue import Issue
from dateline.model.span import Span

Json = dict[str, Any]
_SCORES: Final = frozenset({"confidence", "candidates"})


def words(text: str, span: Span) -> Json:
    """A span with its characters; raises ValueError where the span reaches past the text."""
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _actor(text: str, ref: ActorRef) -> Json:
    out = words(text, ref.span)
    if ref.actor:
        out |= _who(ref.actor)
    if ref.antecedent:
        out["antecedent"] = words(text, ref.antecedent)
    return out | _sure(ref.confidence)


def _who(actor: Actor) -> Json:
    """Kind, reason and id only where there is one."""
    out: Json = {"name": actor.name, "country": actor.country, "sector": actor.sector}
    return out | {key: value for key in ("kind", "reason", "id") if (value := getattr(actor, key))}


def _sure(confidence: float | None) -> Json:
    return {} if confidence is None else {"confidence": confidence}


def _located(place: Place | None) -> Json:
    if place is None:
        return {"name": None, "country": None, "lat": None, "lon": None, "precision": None, "id": None}
    out = {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "id": place.id,
        "parent": {"name": place.parent.name, "id": place.parent.id} if place.parent else None,
        "reason": place.reason,
    }
    admin = [{"level": each.level, "name": each.name, "code": each.code} for each in place.admin]
    return out | ({"admin": admin} if admin else {}) | _rivals(place)


def _rivals(place: Place) -> Json:
    """What else the name could mean, best first; not there where it could mean one place only."""
    return {"candidates": [_candidate(one) for one in place.candidates]} if len(place.candidates) > 1 else {}


def _candidate(one: Candidate) -> Json:
    said = {"id": one.id, "name": one.name, "country": one.country, "score": one.score}
    return said | {"reasons": list(one.reasons)}


def _place(text: str, ref: PlaceRef) -> Json:
    return words(text, ref.span) | {"role": ref.role} | _located(ref.place) | _sure(ref.confidence)


def _day(day: date) -> str:
    return day.isoformat()


def _time(text: str, ref: TimeRef | None) -> Json | None:
    """None too where the words were found but could not be resolved: the issue list says so."""
    if ref is None or ref.when is None:
        return None
    when = ref.when
    days = {"from": _day(when.start), "to": _day(when.end), "rule": when.rule}
    return words(text, ref.span) | days | _sure(ref.confidence)


def _figure(text: str, figure: Figure) -> Json:
    out = words(text, figure.span) | {"measure": figure.measure}
    return out | {"low": figure.low, "high": figure.high, "who": figure.who}


def claim_json(claim: Claim, article: Article) -> Json:
    """One claim in the contract's form; its id is a hash of the article's id and the claim's content.

    How sure the extractor is belongs to no id, nor do the scores of places that were not meant: they may differ in the
    last digit from processor to processor.
    """
    text = article.text
    body: Json = {
        "event": claim.event,
        "mode": claim.mode,
        "aux": claim.aux,
        "hedge": claim.hedge,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "trigger": words(text, claim.trigger),
        "evidence": words(text, claim.evidence),
        "actors": [_actor(text, ref) for ref in claim.actors],
        "recipients": [_actor(text, ref) for ref in claim.recipients],
        "places": [_place(text, ref) for ref in claim.places],
        "time": _time(text, claim.time),
        "figures": [_figure(text, figure) for figure in claim.figures],
        "sources": [_actor(text, ref) for ref in claim.sources],
    }
    return {"id": content_id("claim", article.id, _without_scores(body)), **body}


def _without_scores(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_scores(part) for key, part in value.items() if key not in _SCORES}
    return [_without_scores(part) for part in value] if isinstance(value, list) else value


def issue_json(issue: Issue, article: Article) -> Json:
    """One issue, with its words where it has a span."""
    out: Json = {"stage": issue.stage, "reason": issue.reason, "where": issue.where, "remedy": issue.remedy}
    return out | (words(article.text, issue.span) if issue.span else {})


def article_json(article: Article, claims: tuple[Claim, ...], issues: tuple[Issue, ...] = ()) -> Json:
    """One article with its claims, as the contract has it."""
    dropped = [{"start": d.span.start, "end": d.span.end, "reason": d.reason} for d in article.dropped]
    return {
        "id": article.name,
        "hash": article.id,
        "url": article.url,
        "publisher": article.publisher,
        "title": article.title,
        "published": _day(article.published) if article.published else None,
        "language": article.language,
        "text": article.text,
        "dropped": dropped,
        "claims": [claim_json(claim, article) for claim in claims],
        "issues": [issue_json(issue, article) for issue in issues],
    }


def place_annotation(text: str, span: Span, place: Place | None) -> Json:
    """A toponym with what it was resolved to."""
    return words(text, span) | _located(place)


def time_annotation(text: str, expression: TimeExpression, when: When | None) -> Json:
    """A time expression with its TIMEX3 type and value and its days (null where it could not be resolved)."""
    out = words(text, expression.span) | {"type": when.kind if when else expression.kind}
    if when is None:
        return out | {"value": expression.value, "from": None, "to": None}
    return out | {"value": when.value, "from": _day(when.start), "to": _day(when.end)}


def quote_annotation(quote: Quote) -> Json:
    """A quotation as lists of [start, end] pairs."""

    def pairs(spans: tuple[Span, ...]) -> list[list[int]]:
        return [[s.start, s.end] for s in spans]

    return {"sources": pairs(quote.sources), "cues": pairs(quote.cues), "contents": pairs(quote.contents)}
