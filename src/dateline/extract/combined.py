"""The extractor that ships: rules and encoder together, each claim with a calibrated confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.extract.candidates import COUNTED, Candidate, find_candidates, statements
from dateline.extract.carry import carry_over
from dateline.extract.fusion import claim_features, judges, may_be_told
from dateline.extract.mixed_arguments import with_arguments
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from dateline.model.claim import ActorRef, Claim
from dateline.model.span import Span

VERSION = "rules-4+encoder-3"


class CombinedExtractor:
    """Extracts claims by rules and encoder."""

    needs = ("sentences", "mentions", "quotes", "times", "quantities", "signals")
    gives = ("claims",)
    version = VERSION

    def extract(self, annotated: Annotated) -> tuple[Claim, ...]:
        """The claims of an article in text order, not yet grounded."""
        scene = Scene(annotated)
        kept = _surest(find_candidates(scene, VERSION, hope=may_be_told))
        told = [one.claim for one, _ in kept]
        least = judges()["claim"].kept
        kept += [(one, chance) for one, chance in _judged(statements(scene, told, VERSION)) if chance >= least]
        claims = [_with_whole_words(scene.text, _claim(scene, one, chance)) for one, chance in kept]
        return carry_over(scene, sorted(claims, key=lambda claim: (claim.trigger, claim.event)))


def _judged(candidates: Iterable[Candidate]) -> list[tuple[Candidate, float]]:
    return [(one, judges()["claim"].confidence(claim_features(one))) for one in candidates]


def _surest(candidates: Sequence[Candidate]) -> list[tuple[Candidate, float]]:
    """The candidates that are sure enough, of those on the same words the surest; what counts people stays."""
    out: list[tuple[Candidate, float]] = []
    taken: set[int] = set()  # characters of triggers that are told
    for one, chance in sorted(_judged(candidates), key=lambda pair: -pair[1]):
        needed = bool(one.claim.figures) and one.found == COUNTED
        if chance < judges()["claim"].kept and not needed:
            continue
        characters = range(one.claim.trigger.start, one.claim.trigger.end)
        if taken.isdisjoint(characters):
            taken.update(characters)
            out.append((one, chance))
    return out


def _with_whole_words(text: str, claim: Claim) -> Claim:
    """The claim with no party or source that begins inside a hyphened word: "run agency" of "state-run agency"."""

    def whole(refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        return tuple(replace(ref, span=Span(_word_start(text, ref.span.start), ref.span.end)) for ref in refs)

    return replace(claim, actors=whole(claim.actors), recipients=whole(claim.recipients), sources=whole(claim.sources))


def _word_start(text: str, start: int) -> int:
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        start -= 1
        while start and (text[start - 1].isalnum() or text[start - 1] in ".’'"):
            start -= 1
    return start


def _claim(scene: Scene, one: Candidate, chance: float) -> Claim:
    claim = with_arguments(scene, one)
    signal = one.signal if one.signal is not None and one.signal.event == claim.event else None
    if signal is None:
        return replace(claim, confidence=round(chance, 2))
    # The rules know aux, hedge and mode better; a mode that they do not know is the encoder's.
    return replace(claim, mode=claim.mode or signal.mode, confidence=round(chance, 2))
