"""Reporting cues in one sentence: who says it, the words of saying, and what is said."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.lexicon.roles import role_of
from dateline.model.annotation import Token
from dateline.model.span import Span, cover
from dateline.model.tree import Tree

CLAUSES = ("ccomp", "xcomp", "advcl", "parataxis")


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting cue: `verb` is its token, `sources` the chain (speaker first), `left`/`right` bound its words."""

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
    chain = _speaker(tree, verb)
    contents = _contents(tree, verb, verbs)
    opens = not contents and _opens_speech(tree, verb)
    if not chain or not (contents or opens) or not can_speak(chain[0]):
        return None
    relays = _relays(tree, verb)
    return Cue(verb, (*(tree.phrase_span(s) for s in chain), *relays), verb.span, contents)


def _opens_speech(tree: Tree, verb: Token) -> bool:
    """Whether the sentence ends "X said:", so that what is said follows in the next paragraphs."""
    rest = [t for t in tree.tokens[verb.index + 1 :] if t.pos != "SPACE"]
    return bool(rest) and rest[-1].text == ":" and verb.lemma in reporting().saying


def can_speak(noun: Token) -> bool:
    """Whether a noun can be a source: a name, a pronoun but not "I" or "we", a person, body, outlet or report."""
    if noun.pos == "PRON":
        return noun.lemma not in {"i", "we", "you", "this", "that", "what", "which", "there"}
    if noun.pos == "PROPN" or noun.ent in {"PERSON", "ORG", "NORP", "GPE"}:
        return True
    role = role_of(noun.lemma)
    sources = reporting().nouns
    return noun.lemma in sources or (role is not None and (role.person or role.collective or role.source or role.media))


def _report_noun(tree: Tree, noun: Token) -> Cue | None:
    """As in "Reports that ...": a noun that reports by itself, with a clause; its own source where it names one."""
    if noun.pos != "NOUN" or noun.lemma not in reporting().nouns:
        return None
    clause = next((c for c in tree.children(noun, "acl", "ccomp", "relcl") if tree.child(c, "mark") is not None), None)
    content = _trimmed(tuple(tree.subtree(clause))) if clause is not None else None
    if content is None:
        return None
    return Cue(noun, (tree.phrase_span(noun),), noun.span, (content,))


def _speaker(tree: Tree, verb: Token) -> list[Token]:
    """The tokens that head the speakers; empty for a verb whose speaker the sentence does not name."""
    at: Token | None = verb
    for _ in range(4):  # a chain of participles and coordinated verbs is never longer in practice
        if at is None:
            return []
        quoted = tree.child(at, "nsubjpass")
        if quoted is not None:
            return [quoted] if at is not verb and at.lemma in reporting().quoting else []
        subject = tree.child(at, "nsubj")
        if subject is not None:
            return _relative(tree, at, subject)
        if at is not verb and at.lemma in reporting().quoting and (said := tree.child(at, "dobj")):
            return [said]
        if at.tag in {"VBD", "VBZ", "VBP"} and (noun := _before_comma(tree, at)):
            return [noun]
        if at.dep not in {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "acl"}:
            return []
        at = tree.head(at)
    return []


def _before_comma(tree: Tree, verb: Token) -> Token | None:
    """The name right before ", said": a speaker that the parse lost to the comma."""
    left = tree.tokens[max(0, verb.index - 2) : verb.index]
    if len(left) < 2 or left[1].text != "," or left[0].pos != "PROPN":
        return None
    noun = left[0]
    while (head := tree.head(noun)) is not None and head.pos in {"PROPN", "NOUN"} and head.index < verb.index:
        noun = head
    return noun


def _relative(tree: Tree, verb: Token, subject: Token) -> list[Token]:
    """The noun that a relative pronoun stands for, else the subject with what is coordinated with it."""
    if subject.tag in {"WP", "WDT"} and verb.dep == "relcl" and (noun := tree.head(verb)):
        return [noun]
    if subject.pos in {"NOUN", "PROPN", "PRON"}:
        return [subject]
    return []


def _relays(tree: Tree, verb: Token) -> list[Span]:
    """Who passed it on: "told the X newspaper", "was quoted as saying in X", "Y quoted X as saying"."""
    out: list[Span] = []
    told = tree.child(verb, "dobj", "dative") if verb.lemma == "tell" else None
    if told is not None and told.lemma not in reporting().listener_only and told.pos == "PROPN":
        out.append(tree.phrase_span(told))
    if told is not None and told.pos == "NOUN" and told.lemma in word_class("media_nouns"):
        out.append(tree.phrase_span(told))
    for above in tree.ancestors(verb):
        if above.lemma not in reporting().quoting:
            continue
        relay = tree.child(above, "nsubj") if tree.child(above, "nsubjpass") is None else None
        preps = [*tree.children(above, "prep", "agent"), *tree.children(verb, "prep")]
        objects = [tree.child(prep, "pobj") for prep in preps if prep.lemma in {"by", "in", "on"}]
        heads = [h for h in (relay, *objects) if h is not None and h.pos in {"PROPN", "NOUN"} and h.ent != "DATE"]
        out.extend(tree.phrase_span(head) for head in heads[:1])
        break
    return out


def _contents(tree: Tree, verb: Token, verbs: list[Token]) -> tuple[Span, ...]:
    if verb.lemma in reporting().blaming:
        return _blamed(tree, verb)
    clause = next((c for c in tree.children(verb, *CLAUSES) if _is_content(tree, verb, c)), None)
    if verb.lemma not in reporting().saying and clause is None:
        return ()
    subject = tree.subject(verb)
    edge = min(verb.index, tree.left_edge(subject).index if subject else verb.index)
    before = _trimmed(tree.tokens[:edge]) if _follows_speech(tree, verb, clause, edge) else None
    after = _trimmed(_after(tree, verb, subject, verbs))
    if before is None and clause is None and not _introduces(tree, verb):
        thing = tree.child(verb, "dobj")
        return (tree.phrase_span(thing),) if thing is not None and verb.lemma in word_class("reporting_things") else ()
    if before is not None and (after is None or not _goes_on(tree, verb, subject)):
        return (before,)
    return tuple(part for part in (before, after) if part is not None)


def _blamed(tree: Tree, verb: Token) -> tuple[Span, ...]:
    """What an accuser alleges: all that follows the verb in its clause."""
    inside = [t for child in tree.children(verb) if child.index > verb.index and child.dep != "conj"
              for t in tree.subtree(child)]  # fmt: skip
    content = _trimmed(tuple(sorted(inside, key=lambda t: t.index)))
    return (content,) if content is not None else ()


def _is_content(tree: Tree, verb: Token, clause: Token) -> bool:
    if clause.dep == "ccomp":
        return True
    if clause.dep == "xcomp":  # "is said to have", "claimed to have"
        return verb.lemma in {"claim", "deny", "admit"}
    return clause.dep == "parataxis" and clause.index < verb.index


def _follows_speech(tree: Tree, verb: Token, clause: Token | None, edge: int) -> bool:
    """Whether what is said stands before the speaker: "..., X said" or “...,” said X."""
    if edge < 3:
        return False
    left = [t for t in tree.tokens[:edge] if t.pos != "SPACE"]
    closed = bool(left) and left[-1].text[:1] in ",”\"?!'’–—"
    heads = [t for t in left if t.pos in {"VERB", "AUX"}]
    if verb.dep in {"conj", "relcl", "acl", "xcomp"} or (verb.dep == "advcl" and clause is not None):
        return False
    if clause is not None and clause.index > verb.index:
        return closed and any(t.text in '”"' for t in left[-2:])
    ends = all(t.pos in {"PUNCT", "SPACE"} for t in tree.tokens[verb.index + 1 :])
    unclosed_ok = ends or (clause is not None and clause.index < edge)
    return bool(heads) and (closed or unclosed_ok)


def _introduces(tree: Tree, verb: Token) -> bool:
    """Whether speech follows the verb at once: a colon, a quotation mark, or "that"."""
    right = [t for t in tree.tokens[verb.index + 1 : verb.index + 8] if t.pos != "SPACE"]
    return any(t.text in {":", "“", '"', "that", ","} and i < 6 for i, t in enumerate(right)) and (
        any(t.text in {":", "“", '"', "that"} for t in right)
    )


def _goes_on(tree: Tree, verb: Token, subject: Token | None) -> bool:
    """Whether the quotation goes on after the cue: “...,” he said, “...” or: ..., X said, adding that."""
    last = max(verb.index, tree.subtree(subject)[-1].index if subject and subject.index > verb.index else verb.index)
    right = [t for t in tree.tokens[last + 1 :] if t.pos != "SPACE"]
    return len(right) > 3 and right[0].text in {",", "–", "—"} and any(t.text in '“"' for t in right[:3])


def _after(tree: Tree, verb: Token, subject: Token | None, verbs: list[Token]) -> tuple[Token, ...]:
    """Tokens from after the cue to the end of the sentence, or to the next cue that is not part of what is said."""
    start = verb.index + 1
    if subject is not None and subject.index > verb.index:
        start = tree.subtree(subject)[-1].index + 1
    stop = len(tree.tokens)
    for other in verbs:
        if other.index > verb.index and _apart(tree, verb, other):
            stop = min(stop, _clause_start(tree, other))
    mark = next((t.index for t in tree.tokens[start : start + 9] if t.lemma == "that" and t.dep == "mark"), None)
    return tree.tokens[mark + 1 if mark is not None else start : max(stop, start)]


def _clause_start(tree: Tree, verb: Token) -> int:
    """The index at which the clause of `verb` begins: its conjunction, its subject, or itself."""
    own, mark = tree.subject(verb), tree.child(verb, "mark")
    starts = [verb.index, *(tree.left_edge(t).index for t in (own, mark) if t is not None)]
    return min(starts)


def _apart(tree: Tree, verb: Token, other: Token) -> bool:
    """Whether `other` reports beside `verb` rather than inside what it reports."""
    head, mark = tree.head(other), tree.child(other, "mark")
    if mark is not None and mark.lemma in word_class("contrasts"):
        return True
    return other.dep in {"conj", "advcl"} and head is not None and head.index == verb.index


def _trimmed(tokens: tuple[Token, ...]) -> Span | None:
    inner = list(tokens)
    drop = {"PUNCT", "SPACE", "CCONJ"}
    while inner and inner[-1].pos in drop:
        inner.pop()
    while inner and inner[0].pos in drop:
        inner.pop(0)
    return cover([t.span for t in inner]) if inner else None


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
    before = _trimmed(tree.tokens[: token.index])
    after = _trimmed(tree.tokens[phrase[-1].index + 1 :])
    contents = tuple(part for part in (before, after) if part is not None)
    spans = tuple(tree.phrase_span(head) for head in tree.conjuncts(source))
    words = Span(token.start, to.end)
    return Cue(token, spans, words, contents) if contents else None
