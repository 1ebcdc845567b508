"""Where: the place phrases of an event with their role, from its own words outward."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, takewhile

from dateline.extract.lists import unpunctuated
from dateline.extract.match import Match
from dateline.extract.scene import Scene
from dateline.extract.syntax import clause_verb
from dateline.lexicon.countries import country_by_demonym, country_by_name
from dateline.lexicon.grammar import word_class
from dateline.lexicon.place_words import place_words
from dateline.lexicon.triggers import things
from dateline.model.annotation import Token
from dateline.model.claim import PlaceRef
from dateline.model.span import Span
from dateline.model.tree import Tree

JOINED = re.compile(r",? (?:also )?(?:in|of|near|at|on)(?: the)? |, ")
DIRECTED = frozenset({"MOVE", "RETREAT", "MOBILIZE", "COERCE", "AID"})  # events that go somewhere
REACHED = frozenset({"CONSULT", "CONTROL", "PROTEST"})  # events that are where they go to: "a visit to X"
OF_IS_AT = frozenset({"ASSAULT", "CONTROL", "CONDITION", "COERCE"})  # "the siege of X", "the bombing of X"
COMPOUNDED = frozenset({"ASSAULT", "CONTROL", "MOVE", "CONDITION", "PROTEST", "COERCE"})  # "the Mosul offensive"
LISTING = frozenset({"of", "include"})  # words between the noun for several places and their names
PLACE_CLASSES = frozenset({"PLACE", "AREA", "FACILITY"})
# Clauses outward from the event's own words in which its place is looked for. Measured on the training texts: farther
# places in acts of speech are those of the deeds they are about; those of deeds are more often found than mistaken.
REACH = {"ACCUSE": 0, "SUPPORT": 0, "REQUEST": 1, "REJECT": 1, "SANCTION": 1, "THREATEN": 1, "CONSULT": 2, "AGREE": 2,
         "ASSAULT": 5, "PROTEST": 3, "CONDITION": 5, "COERCE": 3, "MOVE": 3, "RETREAT": 4, "CONTROL": 3}  # fmt: skip
LONGEST_OFFSET = 60  # characters
LONGEST_HEADING = 3  # words of a place before a headline's colon
NEAR = 2  # of the other events


def find_places(
    scene: Scene, tree: Tree, match: Match, framed: list[tuple[Token, str]], *, absorbed: Sequence[Match] = ()
) -> tuple[PlaceRef, ...]:
    """The places of one event: those that its frame names, else the nearest place phrases that say where.

    `absorbed` are the triggers told with it: "a Tel Aviv bombing that killed three".
    """
    nouns = [(n, role) for n, role in framed if not scene.in_time(n)] or _compound(scene, tree, match)
    has_at = any(role == "at" for _, role in nouns)
    for tokens in islice(scene.levels(tree, match.token), 0 if has_at else REACH.get(match.rule.event, NEAR)):
        found = [pair for token in tokens for pair in _located(scene, tree, match, token)]
        nouns += [pair for pair in _outermost(tree, found) if pair[0].index not in {n.index for n, _ in nouns}]
        if nouns:
            break
    nouns = nouns or [pair for other in absorbed for pair in _compound(scene, tree, other)]
    nouns = nouns or [
        (noun, "at") for noun in _beside(scene, tree, match) or _of_war(tree, match) or _heading(scene, tree)
    ]
    nouns = [pair for noun, role in nouns for pair in _one_by_one(scene, tree, noun, role)]
    refs = [each for noun, role in nouns for each in unlisted(scene, _reference(scene, tree, noun, role))]
    if not framed:
        return _merged(scene.text, refs)
    near = [pair for token in scene.levels(tree, match.token)[0] for pair in _located(scene, tree, match, token)]
    behind = [_reference(scene, tree, noun, role) for noun, role in near]
    return tuple(_with_what_follows(scene.text, ref, behind) for ref in refs)


def _beside(scene: Scene, tree: Tree, match: Match) -> list[Token]:
    """Where no words say where: the place that an event noun's verb is about, or that is what the noun says.

    "Fighting shook X", "X is a rebel stronghold", "X has been under siege".
    """
    verb = clause_verb(tree, match.token)
    if match.is_verb or verb is None or match.rule.event not in COMPOUNDED:
        return []
    if match.token.dep == "nsubj" and verb.lemma in word_class("shaking"):
        told = tree.child(verb, "dobj")
    else:
        told = tree.child(verb, "nsubj", "nsubjpass") if verb.lemma in {"be", "remain", "become"} else None
    return [n for n in tree.conjuncts(told) if _is_place(scene, tree, n)] if told is not None else []


def _of_war(tree: Tree, match: Match) -> list[Token]:
    """The country whose war a sentence tells of, where it says no other place: "killed in the Syrian war"."""
    if match.rule.event not in COMPOUNDED:
        return []
    wars = [t for t in tree.tokens if t.lemma in word_class("wars") and t.pos == "NOUN"]
    before = [t for war in wars for t in tree.children(war, "amod", "compound", "nmod", "poss")]
    return [t for t in before if _names_country(t)][:1]


def _heading(scene: Scene, tree: Tree) -> list[Token]:
    """The place that a headline opens with: "KURNOOL: Leaders arrested"."""
    opening = list(takewhile(lambda t: t.text != ":", tree.tokens[:LONGEST_HEADING]))
    named = [t for t in opening if "PLACE" in scene.classes(t)]
    stops = len(opening) < min(LONGEST_HEADING, len(tree.tokens))
    return named[-1:] if stops and opening and len(named) == len(opening) else []


def _names_country(token: Token) -> bool:
    """Whether a word is a country's name or demonym, as it stands or with a possessive that lost its apostrophe."""
    words = {token.text, token.text.removesuffix("s")}
    return any(country_by_name(word) or country_by_demonym(word) for word in words)


def _one_by_one(scene: Scene, tree: Tree, noun: Token, role: str) -> list[tuple[Token, str]]:
    """The names in "the towns of X, Y and Z" or "several cities, including X and Y" each by itself."""
    if noun.tag not in {"NNS", "NNPS"} or "AREA" not in scene.classes(noun):
        return [(noun, role)]
    below = [n for prep in tree.children(noun, "prep") if prep.lemma in LISTING for n in tree.children(prep, "pobj")]
    named = [n for first in below for n in tree.conjuncts(first) if n.pos == "PROPN"]
    return [(n, role) for n in named] if len(named) > 1 else [(noun, role)]


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
    role = _role(scene, tree, match, prep)
    if noun is None or role is None or not _is_place(scene, tree, noun):
        return []
    return [(n, role) for n in tree.conjuncts(noun) if _is_place(scene, tree, n)]


def _in_clause(scene: Scene, tree: Tree, prep: Token) -> Token | None:
    """The place in "in what is left of the rebel-held areas"."""
    clause = tree.child(prep, "pcomp")
    inside = tree.subtree(clause) if clause is not None and clause.tag != "VBG" else []
    return next((t for t in inside if t.dep == "pobj" and _is_place(scene, tree, t)), None)


def _role(scene: Scene, tree: Tree, match: Match, prep: Token) -> str | None:
    above = tree.head(prep)
    after_from = above is not None and above.lemma in word_class("from")  # "from X to Y"
    word, event = prep.lemma, match.rule.event
    if word in word_class("from"):
        directed = event in DIRECTED or match.rule.mode == "abduct"
        return "from" if directed else "at" if event == "CONTROL" else None
    if word in word_class("to"):
        closer = above is not None and above.pos == "ADV" and above.head == match.token.index  # "advanced closer to X"
        near = prep.head == match.token.index or after_from or closer
        directed = event in DIRECTED or match.rule.mode == "abduct"
        return ("to" if directed else "at" if event in REACHED else None) if near else None
    if word == "between" and match.rule.frame == "mutual":
        return None  # "talks between X and Y": partners, not places
    if word == "of":
        if event == "MOVE" and above is not None and "PEOPLE" in scene.classes(above):
            return "from"  # "evacuated residents of X"
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


def unlisted(scene: Scene, ref: PlaceRef) -> list[PlaceRef]:
    """The names of a list without commas each by itself ("the towns of Arbin Kafr Batna Jisrin and Douma")."""
    names, kind = unpunctuated(scene.text, scene.trees[scene.sentence_of(ref.span)], ref.span)
    return [PlaceRef(span, ref.role, toponyms=(span,), kind=kind) for span in names] or [ref]


def place_of(scene: Scene, span: Span, role: str) -> PlaceRef:
    """The place that the words `span` are, found by other means than the parse."""
    tree = scene.trees[scene.sentence_of(span)]
    inside = tree.within(span)
    head = tree.head_of(span)
    return PlaceRef(span, role, toponyms=_toponyms(scene, inside), kind=_kind(tree, head) if head is not None else None)


def with_offset(scene: Scene, place: PlaceRef) -> PlaceRef:
    """The place with the words before it that say how it lies to it: "30 km south of" Kirkuk, "east of" the river."""
    found = _offset_words().search(scene.text, max(0, place.span.start - LONGEST_OFFSET), place.span.start)
    return replace(place, span=Span(found.start(), place.span.end)) if found is not None else place


@cache
def _offset_words() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, place_words().units), key=len, reverse=True))
    compass = "|".join(
        sorted((word.replace("th", "th[- ]?", 1) for word in place_words().compass), key=len, reverse=True)
    )
    far = rf"(?:\d[\d,.]*|[a-z-]+)\s+(?:{units})(?:\s*\([^()]*\))?"
    beside = rf"(?:{far}\s+)?(?:to the\s+|(?<!the ))(?:{compass})\s+of"  # "the west of X" is a part of X
    return re.compile(rf"\b(?:{beside}|{far}\s+(?:away\s+)?(?:from|outside))\s+(?:the\s+)?$", re.IGNORECASE)


def listed_with(scene: Scene, place: PlaceRef) -> list[PlaceRef]:
    """The other places of a list that a place stands in: Homs and Idlib of "in Homs, Hama and Idlib"."""
    tree = scene.trees[scene.sentence_of(place.span)]
    head = tree.head_of(place.span)
    while head is not None and head.dep == "conj" and "PLACE" in scene.classes(tree.tokens[head.head]):
        head = tree.tokens[head.head]
    others = tree.conjuncts(head) if head is not None else []
    named = [noun for noun in others if noun.pos == "PROPN" and not place.span.overlaps(noun.span)]
    return [_reference(scene, tree, noun, place.role) for noun in named]


def _reference(scene: Scene, tree: Tree, noun: Token, role: str) -> PlaceRef:
    tokens = [t for t in tree.phrase(noun, whole=True) if t.pos != "SPACE"]
    span = tree.phrase_span(noun, whole=True)
    inside = [t for t in tokens if span.contains(t.span)]
    return PlaceRef(span, role, toponyms=_toponyms(scene, inside), kind=_kind(tree, noun))


def _kind(tree: Tree, noun: Token) -> str | None:
    """What a name in a list is said to be: "neighbourhood" of each in "the X, Y and Z neighbourhoods"."""
    first = tree.first_conjunct(noun)
    above = tree.head(first) if first.dep in {"nmod", "compound", "appos"} else None
    near = [a for a in (above, *tree.children(first, "appos")) if a is not None and a.index != noun.index]
    return next((a.lemma for a in near if a.tag in {"NNS", "NNPS"} and a.lemma in things().areas), None)


def _toponyms(scene: Scene, tokens: list[Token]) -> tuple[Span, ...]:
    mentions = [m for t in tokens if (m := scene.mention_at(t)) is not None]
    return tuple(sorted({m.span for m in mentions if m.kind in {"GPE", "LOC", "FAC"}}))
