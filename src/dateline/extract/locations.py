"""Where: the place phrases of an event with their role, from its own words outward."""

from __future__ import annotations

import re
from itertools import islice

from dateline.extract.match import Match
from dateline.extract.reach import levels
from dateline.extract.scene import Scene
from dateline.lexicon.grammar import word_class
from dateline.lexicon.triggers import things
from dateline.model.annotation import Token
from dateline.model.claim import PlaceRef
from dateline.model.span import Span
from dateline.model.tree import Tree

JOINED = re.compile(r",? (?:also )?(?:in|of|near|at|on)(?: the)? |, ")
DIRECTED = frozenset({"MOVE", "RETREAT", "MOBILIZE", "AID", "CONSULT", "COERCE"})  # events that go somewhere
OF_IS_AT = frozenset({"ASSAULT", "CONTROL", "CONDITION", "COERCE"})  # "the siege of X", "the bombing of X"
COMPOUNDED = frozenset({"ASSAULT", "CONTROL", "MOVE", "CONDITION", "PROTEST", "COERCE"})  # "the Mosul offensive"
PLACE_CLASSES = frozenset({"PLACE", "AREA", "FACILITY"})
NEAR = 2  # the event's own phrase and its clause; the rest of the sentence brought as many wrong places as right ones


def find_places(scene: Scene, tree: Tree, match: Match, framed: list[tuple[Token, str]]) -> tuple[PlaceRef, ...]:
    """The places of one event: those that its frame names, else the nearest place phrases that say where."""
    nouns = [(n, role) for n, role in framed if not scene.in_time(n)] or _compound(scene, tree, match)
    has_at = any(role == "at" for _, role in nouns)
    for tokens in islice(levels(tree, match.token), 0 if has_at else NEAR):
        found = [pair for token in tokens for pair in _located(scene, tree, match, token)]
        nouns += [pair for pair in _outermost(tree, found) if pair[0].index not in {n.index for n, _ in nouns}]
        if nouns:
            break
    refs = [_reference(scene, tree, noun, role) for noun, role in nouns]
    if not framed:
        return _merged(scene.text, refs)
    near = [pair for token in next(levels(tree, match.token)) for pair in _located(scene, tree, match, token)]
    behind = [_reference(scene, tree, noun, role) for noun, role in near]
    return tuple(_with_what_follows(scene.text, ref, behind) for ref in refs)


def _with_what_follows(text: str, ref: PlaceRef, others: list[PlaceRef]) -> PlaceRef:
    """The place with the place that it lies in, where that follows at once: "a market" "in Hodeidah"."""
    for other in others:
        between = text[ref.span.end : other.span.start] if ref.span.end < other.span.start else ""
        if between and JOINED.fullmatch(between) and between != ", ":
            return PlaceRef(Span(ref.span.start, other.span.end), ref.role, toponyms=(*ref.toponyms, *other.toponyms))
    return ref


def _merged(text: str, refs: list[PlaceRef]) -> tuple[PlaceRef, ...]:
    """One place where two phrases are one: "a hospital" "in" "the Old City"."""
    out: list[PlaceRef] = []
    for ref in sorted(refs, key=lambda r: r.span):
        last = out[-1] if out else None
        if last is not None and JOINED.fullmatch(text[last.span.end : ref.span.start]):
            whole = Span(last.span.start, ref.span.end)
            out[-1] = PlaceRef(whole, last.role, toponyms=(*last.toponyms, *ref.toponyms))
        elif last is None or not last.span.overlaps(ref.span):
            out.append(ref)
    return tuple(out)


def _located(scene: Scene, tree: Tree, match: Match, prep: Token) -> list[tuple[Token, str]]:
    """The places that a preposition leads to ("in X, Y and Z") and their role in the event."""
    if prep.pos not in {"ADP", "ADV", "SCONJ", "NOUN"} or prep.dep not in {"prep", "advmod", "agent"}:
        return []
    noun = tree.child(prep, "pobj") or _in_clause(scene, tree, prep)
    if noun is None and (inner := tree.child(prep, "prep")) is not None:
        noun = tree.child(inner, "pobj")
    role = _role(tree, match, prep)
    if noun is None or role is None or not _is_place(scene, tree, noun):
        return []
    return [(n, role) for n in tree.conjuncts(noun) if _is_place(scene, tree, n)]


def _in_clause(scene: Scene, tree: Tree, prep: Token) -> Token | None:
    """The place in "in what is left of the rebel-held areas"."""
    clause = tree.child(prep, "pcomp")
    inside = tree.subtree(clause) if clause is not None and clause.tag != "VBG" else []
    return next((t for t in inside if t.dep == "pobj" and _is_place(scene, tree, t)), None)


def _role(tree: Tree, match: Match, prep: Token) -> str | None:
    above = tree.head(prep)
    after_from = above is not None and above.lemma in word_class("from")  # "from X to Y"
    word, event = prep.lemma, match.rule.event
    if word in word_class("from"):
        return "from" if event in DIRECTED | {"CONTROL"} else None
    if word in word_class("to"):
        return "to" if event in DIRECTED and (prep.head == match.token.index or after_from) else None
    if word == "between" and match.rule.frame == "mutual":
        return None  # "talks between X and Y": partners, not places
    if word == "of":
        return "at" if event in OF_IS_AT and prep.head == match.token.index else None
    return "at" if word in word_class("at") else None


def _is_place(scene: Scene, tree: Tree, noun: Token) -> bool:
    classes = scene.classes(noun)
    if scene.in_time(noun) or noun.lemma in word_class("nowhere"):
        return False
    if classes & {"PLACE"}:
        return True
    if not classes & PLACE_CLASSES or noun.ent in {"DATE", "TIME", "ORG"}:
        return False
    named = any("PLACE" in scene.classes(t) for t in tree.subtree(noun))
    specific = any(c.dep in {"compound", "amod", "poss", "det", "nummod"} for c in tree.children(noun))
    return named or specific or "FACILITY" in classes


def _compound(scene: Scene, tree: Tree, match: Match) -> list[tuple[Token, str]]:
    """A place before the noun: "the Mosul offensive", "Tel Aviv bombing"."""
    if match.is_verb or match.rule.event not in COMPOUNDED:
        return []
    before = tree.children(match.token, "compound", "nmod", "poss")
    kinds = [(t, scene.kinds.get(t.start, t.ent)) for t in before]
    return [(t, "at") for t, kind in kinds if kind in {"GPE", "LOC", "FAC"}]


def _outermost(tree: Tree, pairs: list[tuple[Token, str]]) -> list[tuple[Token, str]]:
    """Without places inside the phrase of another place: "a hospital in the Old City" is one place."""
    inside = {t.index for noun, _ in pairs for t in tree.subtree(noun) if t.index != noun.index}
    return [(noun, role) for noun, role in pairs if noun.index not in inside]


def _reference(scene: Scene, tree: Tree, noun: Token, role: str) -> PlaceRef:
    tokens = [t for t in tree.phrase(noun, whole=True) if t.pos != "SPACE"]
    span = tree.phrase_span(noun, whole=True)
    inside = [t for t in tokens if span.contains(t.span)]
    return PlaceRef(span, role, toponyms=_toponyms(scene, inside), kind=_kind(tree, noun))


def _kind(tree: Tree, noun: Token) -> str | None:
    """What a name in a list is said to be: "neighbourhood" of each in "the X, Y and Z neighbourhoods"."""
    first = noun
    while first.dep == "conj" and (head := tree.head(first)) is not None:
        first = head
    above = tree.head(first) if first.dep in {"nmod", "compound", "appos"} else None
    near = [a for a in (above, *tree.children(first, "appos")) if a is not None and a.index != noun.index]
    return next((a.lemma for a in near if a.tag in {"NNS", "NNPS"} and a.lemma in things().areas), None)


def _toponyms(scene: Scene, tokens: list[Token]) -> tuple[Span, ...]:
    mentions = [m for t in tokens if (m := scene.mention_at(t)) is not None]
    return tuple(sorted({m.span for m in mentions if m.kind in {"GPE", "LOC", "FAC"}}))
