"""The rule extractor: claims from annotations by trigger rules over the parse."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.carry import carry_over
from dateline.extract.combine import Group, combine
from dateline.extract.match import find_matches
from dateline.extract.people import Fact, People, attach
from dateline.extract.people_claims import lone_matches
from dateline.extract.reader import ClaimReader
from dateline.extract.scene import Scene
from dateline.extract.statements import find_statements
from dateline.extract.timing import times_by_sentence
from dateline.model.annotation import Annotated
from dateline.model.claim import Claim, Figure
from dateline.model.tree import Tree

VERSION = "rules-4"


class RuleExtractor:
    """Extracts claims by rules; a step that another extractor with the same call can replace."""

    needs = ("sentences", "mentions", "quotes", "times", "quantities")
    gives = ("claims",)
    version = VERSION

    def extract(self, annotated: Annotated) -> tuple[Claim, ...]:
        """The claims of an article in text order, not yet grounded."""
        scene = Scene(annotated)
        reader, people = ClaimReader(scene, VERSION), People(scene)
        claims: list[Claim] = []
        before: Tree | None = None
        for tree, times in zip(scene.trees, times_by_sentence(scene), strict=True):
            facts = people.facts(tree)
            matches = find_matches(scene, tree)
            groups = combine(tree, [*matches, *lone_matches(facts, matches)])
            told = figures_of(facts, groups)
            claims += [reader.claim(tree, group, (times, before), told[n]) for n, group in enumerate(groups)]
            before = tree
        claims += find_statements(scene, claims, VERSION)
        return carry_over(scene, sorted(claims, key=lambda claim: (claim.trigger, claim.event)))


def figures_of(facts: Sequence[Fact], groups: Sequence[Group]) -> list[tuple[Figure, ...]]:
    """The figures of each group: those that one of its triggers tells."""
    triggers = [(n, match) for n, group in enumerate(groups) for match in (group.main, *group.absorbed)]
    targets = attach(list(facts), [(match.span, match.rule.event) for _, match in triggers])
    owner = [None if target is None else triggers[target][0] for target in targets]
    return [tuple(f.figure for f, at in zip(facts, owner, strict=True) if at == n) for n in range(len(groups))]
