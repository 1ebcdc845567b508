"""The rule extractor: claims from annotations by trigger rules over the parse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.extract.acting import Arguments
from dateline.extract.arguments import find_arguments
from dateline.extract.attribution import Attribution
from dateline.extract.carry import carry_over
from dateline.extract.combine import Group, combine
from dateline.extract.coreference import antecedent
from dateline.extract.figures import Counter
from dateline.extract.locations import find_places
from dateline.extract.match import Match, find_matches
from dateline.extract.modes import find_mode
from dateline.extract.scene import Scene
from dateline.extract.statements import find_statements
from dateline.extract.status import find_aux, find_hedge
from dateline.extract.timing import find_time, times_by_sentence
from dateline.model.annotation import Annotated, TimeExpression, Token
from dateline.model.claim import ActorRef, Claim, Figure, TimeRef
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex
from dateline.model.tree import Tree

VERSION = "rules-1"


class RuleExtractor:
    """Extracts claims by rules; a step that another extractor with the same call can replace."""

    needs = ("sentences", "mentions", "quotes", "times", "quantities")
    gives = ("claims",)
    version = VERSION

    def extract(self, annotated: Annotated) -> tuple[Claim, ...]:
        """The claims of an article in text order, not yet grounded."""
        scene = Scene(annotated)
        reader = _Reader(scene)
        claims: list[Claim] = []
        before: Tree | None = None
        for tree, times in zip(scene.trees, times_by_sentence(scene), strict=True):
            groups = combine(tree, find_matches(scene, tree))
            claims += [reader.claim(tree, group, times, before) for group in groups]
            before = tree
        claims += find_statements(scene, claims, VERSION)
        return carry_over(scene, sorted(claims, key=lambda claim: (claim.trigger, claim.event)))


class _Reader:
    """Reads one group of triggers into a claim."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._attribution = Attribution(scene)
        self._counter = Counter(scene)
        self._contents = SpanIndex((c, c) for quote in scene.annotated.quotes for c in quote.contents)

    def claim(self, tree: Tree, group: Group, times: list[TimeExpression], before: Tree | None) -> Claim:
        scene, main = self._scene, group.main
        event = main.rule.event
        found = find_arguments(scene, tree, main)
        figures = self._figures(tree, main, found)
        armed = [a for a in found.actors if "ARMED" in scene.classes(a)]
        figures += [f for f in self._counter.figures(tree, armed, "fighters") if f.low != f.high or f.high != 1]
        for match in group.absorbed:
            other = find_arguments(scene, tree, match)
            if _either(tree, main, match):
                figures = _for_both(figures or self._figures(tree, match, other), main, match)
            told = [figure.span for figure in figures]
            figures += [f for f in self._figures(tree, match, other) if not any(f.span.overlaps(s) for s in told)]
            found = _joined(found, other)
        sources, cue_hedge = self._attribution.of(main.span)
        time = find_time(tree, main, times)
        return Claim(
            event,
            main.span,
            self._evidence(tree, main.span),
            find_mode(tree, main, before) or next((m.rule.mode for m in group.absorbed if m.rule.event == event), None),
            main.rule.aux or find_aux(tree, main.token),
            find_hedge(tree, main.token) or cue_hedge,
            self._refs(tree, found.actors),
            self._refs(tree, found.recipients),
            find_places(scene, tree, main, found.locations),
            TimeRef(time.span) if time else None,
            tuple(figures),
            tuple(self._source(span) for span in sources),
            VERSION,
            _confidence(main, found),
        )

    def _refs(self, tree: Tree, heads: Iterable[Token]) -> tuple[ActorRef, ...]:
        refs: list[ActorRef] = []
        for head in heads:
            span = tree.phrase_span(head)
            if not any(span.overlaps(known.span) for known in refs):
                refs.append(ActorRef(span, antecedent=antecedent(self._scene, tree, head)))
        return tuple(refs)

    def _source(self, span: Span) -> ActorRef:
        """A source; for a pronoun with what it stands for."""
        tree = self._scene.trees[self._scene.sentence_of(span)]
        head = tree.head_of(span)
        return ActorRef(span, antecedent=antecedent(self._scene, tree, head) if head is not None else None)

    def _figures(self, tree: Tree, match: Match, found: Arguments) -> list[Figure]:
        measure = match.rule.measure
        if match.rule.event == "CONTROL":
            shares = tree.children(match.token, "dobj", "nsubjpass", "nsubj")
            return [
                f
                for f in self._counter.figures(tree, shares, "share")
                if (f.measure == "share" and f.low != f.high)
                or (f.measure == "share" and f.low is not None and f.low <= 1)
            ]
        if measure is None:
            return []
        if "toll" in match.span.of(self._scene.text).lower():
            return self._counter.toll(tree, match.token, measure)
        acting = [*found.actors, *found.counted]
        heads = acting if measure in {"protesters", "fighters"} else [*found.recipients, *found.counted]
        return list(self._counter.figures(tree, heads, measure))

    def _evidence(self, tree: Tree, trigger: Span) -> Span:
        """What is said where it is said by somebody in this sentence, else the sentence."""
        sentence = tree.sentence.span
        said = [content for content in self._contents.around(trigger) if sentence.contains(content)]
        return min(said, key=lambda s: s.end - s.start, default=sentence)


def _either(tree: Tree, main: Match, other: Match) -> bool:
    """Whether two outcomes share one number: "killed or wounded 40"."""
    return any(c.lemma == "or" for c in tree.children(main.token, "cc")) and other.token.head == main.token.index


def _for_both(figures: list[Figure], main: Match, other: Match) -> list[Figure]:
    """A number that two outcomes share: each may be anything up to it."""
    measures = [m for m in (main.rule.measure, other.rule.measure) if m is not None]
    return [replace(figure, measure=measure, low=None) for measure in measures for figure in figures[:1]]


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
