"""What happened to counted people, by the parse: the word that governs them and the measure that it gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.people_roles import clause_subject, patients, said_of, subjects
from dateline.extract.people_units import Counting, Unit
from dateline.extract.scene import Scene, singular
from dateline.extract.syntax import agent, counted_top, is_passive, prepositional
from dateline.lexicon.measures import Phrase, form_of, measure_words, unglued
from dateline.model.annotation import Token
from dateline.model.tree import Tree

OF = ("of", "in", "among", "for", "involving", "against", "by")
STATIVE = frozenset({"amod", "acomp", "oprd"})
NO_SECOND = frozenset({"nsubj", "nsubjpass", "agent", "mark", "aux", "auxpass"})
BELOW = frozenset({"prep", "dobj", "advmod", "xcomp", "ccomp", "pcomp"})
SECOND_REACH = 12  # tokens from a verb to the second word of its phrase


@dataclass(frozen=True, slots=True)
class Link:
    """A unit with the word that governs it and the measure that it gets from it."""

    unit: Unit
    governor: Token
    measure: str


class Senses:
    """Reads the words of an article for what happened to people."""

    def __init__(self, scene: Scene, counting: Counting) -> None:
        self._scene = scene
        self._counting = counting
        signs = measure_words().captive_signs
        told = any(token.lemma in signs for tree in scene.trees for token in tree.tokens)
        self._captive = "abducted" if told else "detained"  # what being held is in this article

    def links(self, tree: Tree, units: Sequence[Unit]) -> list[Link]:
        """The links that the parse tells, in text order of the governing words."""
        by_head = {at: unit for unit in units for at in unit.heads}
        known: set[tuple[int, str]] = set()
        found: list[Link] = []
        for token in tree.tokens if units else ():
            for measure, heads in self.of(tree, token):
                for head in heads:
                    unit = by_head.get(head.index) or by_head.get(counted_top(tree, head).index)
                    if unit is not None and (unit.first, measure) not in known:
                        known.add((unit.first, measure))
                        found.append(Link(unit, token, measure))
        return found

    def of(self, tree: Tree, token: Token) -> Iterator[tuple[str, list[Token]]]:
        """The measures that a word gives, each with the heads of the phrases that it gives them to."""
        if token.pos in {"VERB", "AUX"}:
            yield from self._of_verb(tree, token)
        words, lemma = measure_words(), token.lemma.lower()
        if token.pos in {"ADJ", "ADV"} or token.dep in STATIVE or (token.pos == "VERB" and not _acting(tree, token)):
            for measure in words.states.get(token.text.lower(), ()):
                yield measure, said_of(tree, token)
        if token.pos in {"NOUN", "PROPN"}:
            for measure in words.nouns.get(singular(token).lower(), words.nouns.get(lemma, ())):
                performed = measure == "protesters"
                yield measure, _performers(tree, token) if performed else prepositional(tree, token, *OF)
        free = unglued(token.text)
        counted = words.counted.get(free) or words.counted.get(free.removesuffix("s")) or words.counted.get(lemma, ())
        if counted and token.pos in {"NOUN", "ADJ", "PROPN", "VERB"}:
            yield from ((measure, [token, *_among(tree, token)]) for measure in counted)

    def _of_verb(self, tree: Tree, verb: Token) -> Iterator[tuple[str, list[Token]]]:
        words, lemma = measure_words(), verb_lemma(verb)
        told: set[str] = set()
        for phrase in words.phrases.get(lemma, ()):
            second = self._second(tree, verb, phrase) if phrase.measure not in told else None
            if second is not None:
                told.add(phrase.measure)
                yield _left(tree, phrase.measure, lemma), _who(tree, verb, phrase, second)
        if told:
            return
        if lemma in words.captive:
            yield self._captive, _done_to(tree, verb)
        for measure in words.done_to.get(lemma, ()):
            yield measure, _done_to(tree, verb)
        if lemma in words.done_to and is_passive(tree, verb):
            return
        for measure in words.undergone.get(lemma, ()):
            heads = subjects(tree, verb)
            armed = measure == "displaced" and heads and all(self._counting.is_armed(h) for h in heads)
            yield ("fighters" if armed else measure), heads

    def _second(self, tree: Tree, verb: Token, phrase: Phrase) -> Token | None:
        """The second word of a phrase: beside the verb, behind one of its prepositions, or in what hangs from it."""
        beside = [c for c in tree.children(verb) if c.dep not in NO_SECOND]
        objects = [c for c in beside if c.dep == "dobj"]
        if phrase.as_object:
            beside = objects
        if "PLACE" in phrase.second:
            place = next((c for c in objects if self._scene.classes(c) & {"PLACE", "AREA"}), None)
            if place is not None:
                return place
        within = [n for c in beside if c.dep in BELOW for n in tree.subtree(c)]
        near = [*beside, *(n for n in within if abs(n.index - verb.index) <= SECOND_REACH)]
        return next((t for t in near if {t.lemma.lower(), t.text.lower()} & phrase.second), None)


def verb_lemma(verb: Token) -> str:
    """The lemma of a verb by the file's own forms, which a headline or a rare verb does not mislead."""
    form = form_of(verb.text)
    return form[0] if form is not None else verb.lemma.lower()


def _acting(tree: Tree, verb: Token) -> bool:
    """Whether a participle is a verb with its own object or agent, rather than a state."""
    return tree.child(verb, "dobj") is not None or verb_lemma(verb) in measure_words().done_to


def _done_to(tree: Tree, verb: Token) -> list[Token]:
    """To whom it is done; of "among those held are X" X as well."""
    head = tree.head(verb)
    if verb.dep == "acl" and head is not None and head.dep == "pobj" and head.lemma == "those":
        return [head, *_among(tree, head)]
    return patients(tree, verb)


def _left(tree: Tree, measure: str, lemma: str) -> str:
    """Those who leave are evacuated where the sentence tells of an evacuation."""
    leaving = measure == "displaced" and lemma in measure_words().leaving
    return "evacuated" if leaving and any(t.lemma.startswith("evacu") for t in tree.tokens) else measure


def _who(tree: Tree, verb: Token, phrase: Phrase, second: Token) -> list[Token]:
    acting = subjects(tree, verb)
    if phrase.who == "life":
        return [second, *prepositional(tree, second, "of")]
    if phrase.who == "on":
        return prepositional(tree, verb, "on", "upon", "to") + prepositional(tree, second, "on", "upon", "to")
    if phrase.who == "subject":
        return [] if is_passive(tree, verb) and agent(tree, verb) is not None else acting
    clauses = tree.children(verb, "ccomp", "xcomp")
    objects = patients(tree, verb) + [t for clause in clauses for t in clause_subject(tree, clause)]
    return [*objects, *acting] if phrase.who == "both" else objects


def _among(tree: Tree, noun: Token) -> list[Token]:
    """Who is among those: "two medics were among the dead", "the dead included two medics"."""
    prep = tree.head(noun)
    if noun.dep == "nsubj" and prep is not None and prep.lemma in {"include", "comprise", "be"}:
        return [t for c in tree.children(prep, "dobj", "attr") for t in tree.conjuncts(c)]
    if noun.dep != "pobj" or prep is None or prep.lemma != "among":
        return []
    verb = tree.head(prep)
    if verb is None or verb.pos not in {"VERB", "AUX"}:
        return [verb] if verb is not None else []
    return [t for c in tree.children(verb, "nsubj", "attr", "nsubjpass") for t in tree.conjuncts(c)]


def _performers(tree: Tree, event: Token) -> list[Token]:
    """Who takes part in an event that a noun names: "a march by 300 farmers", "a rally staged by 300 farmers"."""
    inner = prepositional(tree, event, "by", "of", "involving", "with")
    inner += [by for done in tree.children(event, "acl", "relcl") if (by := agent(tree, done)) is not None]
    return [t for t in inner if t.index > event.index]


def conjoined(tree: Tree, one: Token, other: Token) -> str | None:
    """The conjunction between two coordinated words ("killed or wounded"), or None where they are not."""
    first, second = sorted((one, other), key=lambda t: t.index)
    between = tree.tokens[first.index + 1 : second.index]
    words = [t.lemma for t in between if t.pos not in {"PUNCT", "ADV", "AUX"}]
    if not words and len(between) <= 1 and all(t.pos == "PUNCT" for t in between):
        return "and"  # a headline: "dozens killed, wounded"
    return words[0] if len(words) == 1 and words[0] in {"or", "and"} else None
