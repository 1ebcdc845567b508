"""Reporting cues in one sentence: who says it, the words of saying, and what is said."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.contents import contents, trimmed
from dateline.annotate.speakers import can_speak, relays, speaker
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting cue: its token, the chain of sources (speaker first), the words of saying, what is said.

    No contents: the sentence opens a statement that follows in the next paragraphs ("X said:").
    """

    verb: Token
    sources: tuple[Span, ...]
    words: Span
    contents: tuple[Span, ...]


def find_cues(tree: Tree) -> list[Cue]:
    """All reporting cues of a sentence in text order."""
    verbs = [t for t in tree.tokens if t.pos in {"VERB", "AUX"} and t.lemma in reporting().verbs]
    cues = [cue for verb in verbs if (cue := _verb_cue(tree, verb, verbs))]
    cues += [cue for token in tree.tokens if (cue := _according_to(tree, token) or _report_noun(tree, token))]
    return sorted(cues, key=lambda cue: cue.verb.index)


def _verb_cue(tree: Tree, verb: Token, verbs: list[Token]) -> Cue | None:
    chain = speaker(tree, verb)
    said = contents(tree, verb, verbs)
    opens = not said and _opens_speech(tree, verb)
    if not chain or not (said or opens) or not can_speak(chain[0]):
        return None
    return Cue(verb, (*(tree.phrase_span(s) for s in chain), *relays(tree, verb)), verb.span, said)


def _opens_speech(tree: Tree, verb: Token) -> bool:
    """Whether the sentence ends "X said:", so that what is said follows in the next paragraphs."""
    rest = [t for t in tree.tokens[verb.index + 1 :] if t.pos != "SPACE"]
    return bool(rest) and rest[-1].text == ":" and verb.lemma in reporting().saying


def _report_noun(tree: Tree, noun: Token) -> Cue | None:
    """As in "Reports that ...": a noun that reports by itself, with a clause; its own source where it names one."""
    if noun.pos != "NOUN" or noun.lemma not in reporting().nouns or _told_in(tree, noun):
        return None
    clause = next((c for c in tree.children(noun, "acl", "ccomp", "relcl") if tree.child(c, "mark") is not None), None)
    content = trimmed(tuple(tree.subtree(clause))) if clause is not None else None
    if content is None:
        return None
    return Cue(noun, (tree.phrase_span(noun),), noun.span, (content,))


def _told_in(tree: Tree, noun: Token) -> bool:
    """Whether a reporting verb already gives the speaker: "said in a statement that ..."."""
    prep = tree.head(noun)
    verb = tree.head(prep) if prep is not None and prep.dep == "prep" else None
    return verb is not None and verb.lemma in reporting().saying and tree.subject(verb) is not None


def _according_to(tree: Tree, token: Token) -> Cue | None:
    """As in "According to X": everything else in the sentence is what X says."""
    following = tree.tokens[token.index + 1 : token.index + 2]
    if token.lemma not in {"according", "accord"} or not following or following[0].lemma != "to":
        return None
    to = following[0]
    source = tree.child(to, "pobj") or tree.child(token, "pobj")
    if source is None:
        return None
    phrase = tree.subtree(source)
    before = trimmed(tree.tokens[: token.index])
    after = trimmed(tree.tokens[phrase[-1].index + 1 :])
    said = tuple(part for part in (before, after) if part is not None)
    spans = tuple(tree.phrase_span(head) for head in tree.conjuncts(source))
    words = Span(token.start, to.end)
    return Cue(token, spans, words, said) if said else None
