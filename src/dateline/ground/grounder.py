"""The grounding stage: claims with their places, days and actors resolved within their article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.ground.actors import ActorResolver
from dateline.ground.admin_path import with_admin
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.places import PlaceResolver
from dateline.ground.places_finest import finest
from dateline.ground.places_told import PlacesTold
from dateline.ground.places_wider import toponyms, wider
from dateline.ground.times import is_historical, resolve_times, unresolved, valued
from dateline.model.annotation import Annotated, TimeExpression
from dateline.model.claim import ActorRef, Claim, PlaceRef, TimeRef
from dateline.model.grounded import Actor, Place, When
from dateline.model.issue import Issue
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Grounded:
    """Grounded claims with the article's places and times, and what could not be resolved."""

    claims: tuple[Claim, ...]
    places: tuple[tuple[Span, Place | None], ...]
    times: tuple[tuple[TimeExpression, When | None], ...]
    issues: tuple[Issue, ...]


class Grounder:
    """Resolves the words of claims against the gazetteer, the calendar and the lists of actors."""

    needs = ("claims", "mentions", "times")
    gives = ("places", "times", "actors")

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._places = PlaceResolver(gazetteer)
        self._actors = ActorResolver()

    def ground(self, annotated: Annotated, claims: tuple[Claim, ...]) -> Grounded:
        """The claims of one article, grounded together so that one name means one thing throughout."""
        article = annotated.article
        told = toponyms(annotated)
        named = wider(self._gazetteer, annotated, told)
        known = self._places.resolve_article(article.text, [*told, *named], publisher=article.publisher)
        places = {span: known[span] for span in told}
        times = resolve_times(annotated)
        located = self._located(article.text, claims, places)
        actors = self._who(annotated, claims, places)
        grounded = tuple(self._claim(annotated, c, located, times, actors) for c in claims)
        issues = (*unresolved(annotated, times), *_unlocated(annotated, grounded))
        return Grounded(
            grounded,
            tuple((s, with_admin(self._gazetteer, place) if (place := known[s]) else None) for s in named),
            valued(annotated, times),
            tuple(issues),
        )

    def _located(self, text: str, claims: tuple[Claim, ...], places: dict[Span, Place]) -> dict[Span, Place]:
        """Each place phrase of a claim resolved once, by the names inside it and the place last told of."""
        out: dict[Span, Place] = {}
        told = PlacesTold(places)
        for ref in (ref for claim in claims for ref in claim.places):
            if ref.span not in out:
                words, names = _phrase(text, ref, places)
                context = told.around(ref.span.start)
                place = self._places.resolve_phrase(words, names, context=context)
                out[ref.span] = with_admin(self._gazetteer, place)
        return out

    def _who(self, annotated: Annotated, claims: tuple[Claim, ...], places: dict[Span, Place]) -> dict[Span, Actor]:
        refs = {
            ref.span: ref.antecedent for claim in claims for ref in (*claim.actors, *claim.recipients, *claim.sources)
        }
        article = annotated.article
        return self._actors.resolve_article(
            article.text,
            sorted(refs.items(), key=lambda r: r[0]),
            places=[(span, place.country) for span, place in places.items() if place.country],
            published=article.published,
            publisher=article.publisher,
        )

    def _claim(
        self,
        annotated: Annotated,
        claim: Claim,
        places: dict[Span, Place],
        times: dict[Span, When],
        actors: dict[Span, Actor],
    ) -> Claim:
        def who(refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
            return tuple(replace(ref, actor=actors.get(ref.span)) for ref in refs)

        when = times.get(claim.time.span) if claim.time else None
        historical = claim.aux is None and is_historical(when, annotated.article.published)
        return replace(
            claim,
            aux="historical" if historical else claim.aux,
            actors=who(claim.actors),
            recipients=who(claim.recipients),
            sources=who(claim.sources),
            places=finest([replace(ref, place=places.get(ref.span)) for ref in claim.places]),
            time=TimeRef(claim.time.span, when) if claim.time else None,
        )


def _phrase(text: str, ref: PlaceRef, places: dict[Span, Place]) -> tuple[str, list[tuple[str, Place]]]:
    """The words to resolve and the names in them; a name in a list gets the noun that the list ends in."""
    words = ref.span.of(text)
    if ref.kind is None:
        return words, [(t.of(text), places[t]) for t in ref.toponyms if t in places]
    name = words.removeprefix("the ")
    whole = next((places[t] for t in ref.toponyms if t in places and t.of(text) == name), None)
    return f"{words} {ref.kind}", [(name, whole or Place(name, reason="not in the gazetteer"))]


def _unlocated(annotated: Annotated, claims: tuple[Claim, ...]) -> list[Issue]:
    """An issue for each place phrase that got no coordinates."""
    origin = annotated.article.origin
    refs: dict[Span, PlaceRef] = {ref.span: ref for claim in claims for ref in claim.places}
    return [
        Issue("ground", f"place not located: {ref.place.reason if ref.place else 'nothing known'}", origin, span)
        for span, ref in sorted(refs.items())
        if ref.place is None or ref.place.lat is None
    ]
