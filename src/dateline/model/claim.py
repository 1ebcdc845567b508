"""The claim: one thing that one text says, with the words that say it. As in the codebook."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.grounded import Actor, Place, When
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor, recipient or source as written; `actor` is filled by grounding.

    `antecedent` is the span that a pronoun or short form points back to in the same article, where found.
    `confidence` is the probability that the words play this part in a claim that is right; None where it is not known.
    """

    span: Span
    actor: Actor | None = None
    antecedent: Span | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place as written with its role in the event: at, from or to; `place` is filled by grounding.

    `toponyms` are the spans of names inside the words ("the west of Aleppo" holds "Aleppo"), for grounding; `kind` is
    the common noun that says what several names are ("the X, Y and Z neighbourhoods").
    """

    span: Span
    role: str = "at"
    place: Place | None = None
    toponyms: tuple[Span, ...] = ()
    kind: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class TimeRef:
    """A time as written; `when` is filled by grounding and stays None where it cannot be resolved."""

    span: Span
    when: When | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people (or a share of territory): closed interval `low`..`high`, None for no bound."""

    span: Span
    measure: str
    low: float | None
    high: float | None
    who: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `sources` is a chain: the speaker first, then who relays it.

    `extractor` names what made it and its version; `confidence` lies between 0 and 1.
    """

    event: str
    trigger: Span
    evidence: Span
    mode: str | None = None
    aux: str | None = None
    hedge: str | None = None
    actors: tuple[ActorRef, ...] = ()
    recipients: tuple[ActorRef, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    time: TimeRef | None = None
    figures: tuple[Figure, ...] = ()
    sources: tuple[ActorRef, ...] = ()
    extractor: str = ""
    confidence: float = 1.0
