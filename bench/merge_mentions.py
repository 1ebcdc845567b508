"""The event mentions of ECB+ as the package reads them: each as a claim whose words and type are given or guessed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from dateline.extract.given import GivenExtractor
from dateline.model.annotation import Annotated, Token
from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.given import Given
from dateline.model.signal import Signal
from dateline.model.span import Span
from dateline.pipeline import Pipeline
from dateline.reconcile.likeness import Wording
from dateline.text.words import stem_of

Json = dict[str, Any]
TOGETHER: Final = 32  # documents annotated at a time
USUAL: Final = "ASSAULT"  # the type of words of which the encoder says nothing


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the system gets it, with its name left out: that would tell the topic."""

    number: int
    text: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an event: what the package reads about them."""

    document: Document
    text: str
    lemma: str  # of the head of the words
    event: str
    sentence: Wording
    actors: Wording
    recipients: Wording
    places: Wording
    days: tuple[date, date] | None
    figures: frozenset[tuple[str, float | None, float | None]]

    @property
    def stem(self) -> str:
        """The stem of the head."""
        return stem_of(self.lemma) or self.lemma


def load(path: Path) -> list[Json]:
    """The documents of the file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read(pipeline: Pipeline, documents: Sequence[Json]) -> list[Mention]:
    """The mentions of all documents in order; only texts and the mentions' characters are looked at."""
    out: list[Mention] = []
    for at in range(0, len(documents), TOGETHER):
        part = documents[at : at + TOGETHER]
        articles = [Article(str(at + number), one["text"], language="en") for number, one in enumerate(part)]
        spans = {
            article.name: [Span(event["start"], event["end"]) for event in one["events"]]
            for article, one in zip(articles, part, strict=True)
        }
        given = {name: [Given(span) for span in found] for name, found in spans.items()}
        for annotated in pipeline.annotator.with_given(given).annotate_all(articles):
            out += _mentions(pipeline, annotated, spans[annotated.article.name])
    return out


def _mentions(pipeline: Pipeline, annotated: Annotated, spans: Sequence[Span]) -> Iterator[Mention]:
    """Each mention becomes a claim of the type that the encoder finds most probable for it."""
    article = annotated.article
    document = Document(int(article.name), article.text, Wording.of(article.text))
    signals = tuple(_typed(signal) for signal in annotated.signals)
    types = {span: next((one.event for one in signals if one.span.overlaps(span)), USUAL) for span in spans}
    typed = [Given(span, types[span]) for span in spans]
    seen = replace(annotated, signals=signals)
    claims = GivenExtractor({article.name: typed}).extract(seen)
    by_span = {claim.trigger: claim for claim in pipeline.grounder.ground(seen, claims).claims}
    for span in spans:
        yield _mention(document, annotated, by_span[span])


def _typed(signal: Signal) -> Signal:
    if signal.event or not signal.others:
        return signal
    return replace(signal, event=max(signal.others, key=lambda other: other[1])[0])


def _mention(document: Document, annotated: Annotated, claim: Claim) -> Mention:
    sentence = next(one for one in annotated.sentences if one.end > claim.trigger.start)
    when = claim.time.when if claim.time is not None else None
    return Mention(
        document,
        claim.trigger.of(document.text),
        head([token for token in sentence.tokens if token.span.overlaps(claim.trigger)]).lemma.lower(),
        claim.event,
        Wording.of(sentence.span.of(document.text)),
        _wording(document, (ref.span for ref in claim.actors)),
        _wording(document, (ref.span for ref in claim.recipients)),
        _wording(document, (ref.span for ref in claim.places)),
        (when.start, when.end) if when is not None else None,
        frozenset((one.measure, one.low, one.high) for one in claim.figures),
    )


def _wording(document: Document, spans: Iterable[Span]) -> Wording:
    """Of several words together; each begins as inside a sentence, so that names are known for such."""
    return Wording.of(" ".join(("of", *(span.of(document.text) for span in spans))))


def head(tokens: Sequence[Token]) -> Token:
    """The token of some whose own head is none of them; the first of several."""
    inside = {token.index for token in tokens}
    return next(token for token in tokens if token.head not in inside or token.head == token.index)
