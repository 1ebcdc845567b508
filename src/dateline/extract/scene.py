"""What an article's words are: classes of nouns, topics, and which tokens name places. One `Scene` an article."""

from __future__ import annotations

from bisect import bisect_right

from dateline.extract.reach import levels
from dateline.lexicon.actors import named
from dateline.lexicon.grammar import word_class
from dateline.lexicon.roles import role_of
from dateline.lexicon.triggers import things, trigger_rules
from dateline.model.annotation import Annotated, Mention, TimeExpression, Token
from dateline.model.span import Span
from dateline.model.span_index import SpanIndex
from dateline.model.tree import Tree

ARMED_SECTORS = frozenset({"MIL", "REB", "COP", "UAF", "SPY", "PRM"})
YIELDING = frozenset({"labour"})  # topics that are none where the article is about force and has more words of it
TOPIC_SHARE = 0.012  # share of an article's words that makes it an article about a topic


class Scene:
    """The article's trees with what is known of their words. Classes are those of ``triggers.yaml``."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.text = annotated.article.text
        self.trees = [Tree(sentence) for sentence in annotated.sentences]
        self._mention_at = {at: m for m in annotated.mentions for at in range(m.span.start, m.span.end)}
        self.kinds = {at: mention.kind for at, mention in self._mention_at.items()}
        self.topics = _topics(annotated)
        self._starts = [tree.sentence.start for tree in self.trees]
        self._time_starts = [time.span.start for time in annotated.times]
        self.signals = SpanIndex((signal.span, signal) for signal in annotated.signals)
        self._times = SpanIndex((time.span, time) for time in annotated.times)
        self._classes: dict[tuple[int, int], frozenset[str]] = {}
        self._levels: dict[tuple[int, int], list[list[Token]]] = {}

    def classes(self, token: Token) -> frozenset[str]:
        """The classes of a noun or pronoun; empty for other words."""
        key = (token.start, token.end)
        if key not in self._classes:
            self._classes[key] = frozenset(self._classify(token))
        return self._classes[key]

    def levels(self, tree: Tree, token: Token) -> list[list[Token]]:
        """What `reach.levels` gives for a word, reckoned once: each place and time offered to an event asks for it."""
        key = (tree.sentence.index, token.index)
        if key not in self._levels:
            self._levels[key] = list(levels(tree, token))
        return self._levels[key]

    def is_actor(self, token: Token) -> bool:
        """Whether the words headed by `token` can act: people, bodies, states, armed vehicles."""
        return bool(self.classes(token) & {"ACTOR", "PEOPLE", "ARMED", "STATE"})

    def sentence_of(self, span: Span) -> int:
        """The index of the sentence that holds `span`."""
        return bisect_right(self._starts, span.start) - 1

    def in_time(self, token: Token) -> bool:
        """Whether the token stands inside a time expression."""
        return any(t.span.start <= token.start < t.span.end for t in self._times_near(token.start))

    def time_in(self, span: Span) -> TimeExpression | None:
        """The first time expression that shares words with `span`, or None."""
        return next(iter(self._times.touching(span)), None)

    def times_in(self, tree: Tree) -> list[TimeExpression]:
        """The time expressions that begin in a sentence, in order."""
        span = tree.sentence.span
        return [time for time in self._times.touching(span) if time.span.start >= span.start]

    def _times_near(self, position: int) -> tuple[TimeExpression, ...]:
        at = bisect_right(self._time_starts, position)
        return self.annotated.times[max(0, at - 1) : at]

    def about(self, topic: str, tree: Tree, token: Token) -> bool:
        """Whether the article is about `topic`, or the sentence has another word of it beside `token`."""
        if topic in self.topics:
            return True
        if topic in YIELDING and "armed" in self.topics:
            return False  # "rescue workers" in a war report make no labour dispute
        words = things().topics[topic]
        return any(t.lemma in words and t.index != token.index for t in tree.tokens)

    def _classify(self, token: Token) -> set[str]:
        lemma, out = singular(token), set[str]()
        out |= {"NAME"} if token.pos == "PROPN" else set()
        kind = self.kinds.get(token.start, token.ent)
        if token.pos == "PRON" or lemma in word_class("people_pronouns"):
            out |= (
                {"PEOPLE", "ACTOR"} if lemma in word_class("people_pronouns") else {"ACTOR"} if lemma == "it" else set()
            )
        if kind == "PERSON":
            out |= {"PEOPLE", "ACTOR", "PERSONNAME"}
        if kind in {"ORG", "NORP"}:
            out |= {"ACTOR"} | ({"PEOPLE"} if kind == "NORP" else set())
        if kind in {"GPE", "LOC", "FAC"}:
            out |= {"PLACE"} | ({"STATE", "ACTOR"} if kind == "GPE" else set())
        actor = named(self.name(token)) if token.pos == "PROPN" else None
        if actor is not None:
            out |= {"ACTOR"} | ({"ARMED"} if actor.sector in ARMED_SECTORS else set())
        return out | _by_noun(token, lemma)

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that the token stands in, or None."""
        return self._mention_at.get(token.start)

    def name(self, token: Token) -> str:
        """The whole name that a token stands in, else the token."""
        mention = self._mention_at.get(token.start)
        return mention.span.of(self.text) if mention is not None else token.text


def singular(token: Token) -> str:
    """The lemma; for capitalised words that the tagger took for names, without a plural ending."""
    if token.pos == "PROPN" and token.tag == "NNPS" and token.lemma.endswith("s"):
        return token.lemma[:-1]
    if token.pos == "PROPN" and token.lemma.endswith("s") and ("nouns", token.lemma[:-1]) in trigger_rules():
        return token.lemma[:-1]
    return token.lemma


def _by_noun(token: Token, lemma: str) -> set[str]:
    if token.pos not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return set()
    out: set[str] = set()
    words = things()
    if token.pos == "PROPN" and token.ent not in {"DATE", "TIME", "GPE", "LOC", "FAC"}:
        out |= set() if lemma in words.areas | words.facilities or lemma in words.weapons else {"ACTOR"}
    role = role_of(lemma)
    if role is not None and (token.pos != "PROPN" or role.person or role.collective):
        out |= {"ACTOR"} if not role.source else set()
        out |= {"PEOPLE"} if role.person else set()
        out |= {"ARMED"} if role.sector in ARMED_SECTORS else set()
    if token.pos == "NUM" and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "conj"}:
        out |= {"PEOPLE"}
    if lemma in words.weapons:
        out.add("WEAPON")
    if lemma in words.areas:
        out.add("AREA")
    if lemma in words.facilities:
        out.add("FACILITY")
    if lemma in words.vehicles:
        out.add("VEHICLE")
    rules = trigger_rules().get(("nouns", lemma), ())
    if any(rule.event == "ASSAULT" for rule in rules):
        out.add("STRIKE")
    return out


def _topics(annotated: Annotated) -> frozenset[str]:
    lemmas = [t.lemma for s in annotated.sentences for t in s.tokens if t.pos in {"NOUN", "VERB", "PROPN"}]
    counts = {topic: sum(lemma in words for lemma in lemmas) for topic, words in things().topics.items()}
    floor = max(1.0, TOPIC_SHARE * len(lemmas))
    found = {topic for topic, count in counts.items() if count >= floor}
    lesser = {topic for topic in found & YIELDING if counts[topic] < counts["armed"]}
    return frozenset(found - lesser)
