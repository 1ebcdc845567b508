"""What may be a claim: what the rules find and what the encoder finds, brought together word by word.

A candidate has the claim as rules read it (for a word that only the encoder names, by the frame of its event), and
what the encoder says of the same words. `fusion` decides which candidates are claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.combine import Group, combine
from dateline.extract.match import Match, find_matches
from dateline.extract.people import Fact, People
from dateline.extract.people_claims import lone_matches
from dateline.extract.reader import ClaimReader
from dateline.extract.rules import figures_of
from dateline.extract.scene import Scene
from dateline.extract.statements import find_statements
from dateline.extract.timing import times_by_sentence
from dateline.lexicon.frames import default_rules
from dateline.lexicon.triggers import Rule
from dateline.model.annotation import TimeExpression
from dateline.model.claim import Claim
from dateline.model.signal import Signal
from dateline.model.span import Span
from dateline.model.tree import Tree

NAMED: Final = 0.1  # a word that no rule names is considered from this probability on
OTHER: Final = 0.2  # a second type of the same words is considered from this probability on
BY_RULE, ABSORBED, BY_FRAME, STATED, COUNTED = "rule", "absorbed", "frame", "statement", "counted"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that may be one; `found` tells how it was found, `signal` what the encoder says of its words.

    `other` is the event that the rules see in the same words, where it is another one.
    """

    claim: Claim
    found: str
    signal: Signal | None
    other: str | None = None

    @property
    def probability(self) -> float:
        """How probable the encoder holds this event of these words; 0 where it does not name it."""
        return 0.0 if self.signal is None else _probability(self.signal, self.claim.event)


Hope = Callable[[str, str, float, str | None], bool]


def _any(_found: str, _event: str, _probability: float, _other: str | None) -> bool:
    return True


def find_candidates(scene: Scene, extractor: str, *, hope: Hope = _any) -> list[Candidate]:
    """The candidates of an article in text order.

    `hope` is asked before a claim is read for a word that only the encoder names, with what is known by then (how it
    was found, its event, the encoder's probability, the rules' event of the words); without hope it is left out.
    """
    reader, people = ClaimReader(scene, extractor), People(scene)
    out: list[Candidate] = []
    before: Tree | None = None
    for tree, times in zip(scene.trees, times_by_sentence(scene), strict=True):
        facts = people.facts(tree)
        out += _of_sentence(_Sentence(scene, reader, tree, before, times, facts), hope)
        before = tree
    return sorted(out, key=lambda one: (one.claim.trigger, one.claim.event))


@dataclass(frozen=True, slots=True)
class _Sentence:
    scene: Scene
    reader: ClaimReader
    tree: Tree
    before: Tree | None
    times: list[TimeExpression]
    facts: list[Fact]


def _of_sentence(one: _Sentence, hope: Hope) -> list[Candidate]:
    matches = find_matches(one.scene, one.tree)
    lone = lone_matches(one.facts, matches)
    groups = combine(one.tree, [*matches, *lone])
    absorbed = {match.span for group in groups for match in group.absorbed}
    alone = {match.span for match in lone}
    told = figures_of(one.facts, groups)
    out: list[Candidate] = []
    for group, figures in zip(groups, told, strict=True):
        claim = one.reader.claim(one.tree, group, (one.times, one.before), figures)
        signal = nearest_signal(one.scene, claim.trigger, claim.event)
        out.append(Candidate(claim, COUNTED if claim.trigger in alone else BY_RULE, signal))
    return out + list(_named(one, out, absorbed, hope))


def _named(one: _Sentence, known: list[Candidate], absorbed: set[Span], hope: Hope) -> Iterator[Candidate]:
    """Candidates of words that only the encoder names so; `known` are those of rules, `absorbed` told with them."""
    taken = {(c.claim.trigger, c.claim.event) for c in known}
    for signal in one.scene.signals.touching(one.tree.sentence.span):
        if signal.probability < NAMED:
            continue
        found = ABSORBED if any(span.overlaps(signal.span) for span in absorbed) else BY_FRAME
        rule = next(
            (c.claim.event for c in known if c.found == BY_RULE and c.claim.trigger.overlaps(signal.span)), None
        )
        for event in (signal.event, *(event for event, chance in signal.others if chance >= OTHER)):
            if any(span.overlaps(signal.span) and event == other for span, other in taken):
                continue
            if hope(found, event, _probability(signal, event), rule):
                made = _by_frame(one, signal, event)
                if made is not None:
                    yield Candidate(made, found, signal, rule)


def _by_frame(one: _Sentence, signal: Signal, event: str) -> Claim | None:
    """The claim of a word that only the encoder names."""
    return framed(one.reader, one.tree, signal.span, default_rules()[event], (one.times, one.before))


def framed(
    reader: ClaimReader, tree: Tree, words: Span, rule: Rule, around: tuple[list[TimeExpression], Tree | None]
) -> Claim | None:
    """The claim of words that no trigger rule names, by the frame of `rule`; `around` as for `ClaimReader.claim`."""
    head = tree.head_of(words)
    return reader.claim(tree, Group(Match(head, rule, words)), around, ()) if head is not None else None


def _probability(signal: Signal, event: str) -> float:
    return signal.probability if signal.event == event else dict(signal.others).get(event, 0.0)


def nearest_signal(scene: Scene, trigger: Span, event: str) -> Signal | None:
    """What the encoder says of the words `trigger`, rather of this event than of another; None where nothing."""
    found = scene.signals.touching(trigger)
    return max(found, key=lambda s: (s.event == event, s.probability), default=None)


def statements(scene: Scene, claims: Iterable[Claim], extractor: str) -> list[Candidate]:
    """Statements of sources in sentences that have no claim among `claims`."""
    return [
        Candidate(claim, STATED, nearest_signal(scene, claim.trigger, claim.event))
        for claim in find_statements(scene, claims, extractor)
    ]
