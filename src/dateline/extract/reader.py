"""Reads a group of triggers into a claim: its arguments, status, place, time and sources by rules over the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.extract.acting import Arguments
from dateline.extract.arguments import find_arguments
from dateline.extract.attribution import Attribution
from dateline.extract.combine import Group
from dateline.extract.coreference import antecedent, reference
from dateline.extract.locations import find_places
from dateline.extract.match import Match
from dateline.extract.modes import find_mode
from dateline.extract.scene import Scene
from dateline.extract.status import find_aux, find_hedge
from dateline.extract.syntax import obliges
from dateline.extract.timing import find_time
from dateline.model.annotation import TimeExpression, Token
from dateline.model.claim import ActorRef, Claim, Figure, TimeRef
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex
from dateline.model.tree import Tree

ABOUT = frozenset({"ACCUSE", "REQUEST"})  # acts of speech to or against whoever does it
SPOKEN = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN"})  # acts of speech whose speaker does them


class ClaimReader:
    """Reads one group of triggers of an article into a claim; `extractor` is the version that goes onto it."""

    def __init__(self, scene: Scene, extractor: str) -> None:
        self._scene = scene
        self._extractor = extractor
        self._attribution = Attribution(scene)
        said = [quote for quote in scene.annotated.quotes if quote.kind == "said"]
        self._contents = SpanIndex((c, c) for quote in said for c in quote.contents)

    def claim(
        self, tree: Tree, group: Group, around: tuple[list[TimeExpression], Tree | None], figures: tuple[Figure, ...]
    ) -> Claim:
        """The claim of a group; `around` are the sentence's times and the sentence before."""
        scene, main = self._scene, group.main
        times, before = around
        event = main.rule.event
        found = find_arguments(scene, tree, main)
        for match in group.absorbed:
            found = _joined(found, _of_deed(match, find_arguments(scene, tree, match), event))
        sources, cue_hedge = self._attribution.of(main.span)
        if event == "REQUEST" and obliges(tree, main.token):
            # what is said, not a verb of saying, makes the act: "he said that X must leave" asks X
            found = Arguments([], found.actors or found.recipients, found.locations, found.counted)
        aux = main.rule.aux or find_aux(tree, main.token)
        time = find_time(tree, main, times, happened=aux is None)
        return Claim(
            event,
            main.span,
            self._evidence(tree, main.span),
            find_mode(tree, main, before) or next((m.rule.mode for m in group.absorbed if m.rule.event == event), None),
            aux,
            find_hedge(tree, main.token) or cue_hedge,
            self._refs(tree, found.actors) or tuple(self._speaker(event, sources)),
            self._refs(tree, found.recipients),
            find_places(scene, tree, main, found.locations, absorbed=group.absorbed),
            TimeRef(time.span) if time else None,
            figures,
            tuple(reference(scene, span) for span in sources),
            self._extractor,
            _confidence(main, found),
        )

    def _refs(self, tree: Tree, heads: Iterable[Token]) -> tuple[ActorRef, ...]:
        refs: list[ActorRef] = []
        for head in heads:
            span = tree.phrase_span(head)
            if not any(span.overlaps(known.span) for known in refs):
                refs.append(ActorRef(span, antecedent=antecedent(self._scene, tree, head)))
        return tuple(refs)

    def _speaker(self, event: str, sources: Sequence[Span]) -> Iterator[ActorRef]:
        """Who says it, of acts that are done by saying: "the attack was a crime, the envoy said" condemns it."""
        if event in SPOKEN and sources:
            yield reference(self._scene, sources[0])

    def _evidence(self, tree: Tree, trigger: Span) -> Span:
        """What is said where it is said by somebody in this sentence, else the sentence."""
        sentence = tree.sentence.span
        said = [content for content in self._contents.around(trigger) if sentence.contains(content)]
        return min(said, key=lambda s: s.end - s.start, default=sentence)


def _of_deed(match: Match, found: Arguments, event: str) -> Arguments:
    """The arguments that a deed lends to the claim of an act of speech about it: whoever did it is spoken of.

    "condemned the army's attack on the town" condemns the army.
    """
    if event not in ABOUT or match.rule.event == event:
        return found
    return Arguments([], found.actors, found.locations, found.counted)


def _joined(first: Arguments, other: Arguments) -> Arguments:
    known = {t.index for t in (*first.actors, *first.recipients)}
    return Arguments(
        first.actors or [t for t in other.actors if t.index not in known],
        [*first.recipients, *(t for t in other.recipients if t.index not in known)],
        first.locations or other.locations,
    )


def _confidence(match: Match, found: Arguments) -> float:
    """A first estimate, not calibrated: verbs and events with arguments are right more often."""
    score = 0.4 + 0.15 * match.is_verb + 0.15 * bool(found.actors) + 0.15 * bool(found.recipients)
    return round(min(0.95, score + 0.1 * (match.rule.event == "ASSAULT")), 2)
