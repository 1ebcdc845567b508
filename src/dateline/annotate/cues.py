"""Cues in one sentence: who says or thinks it, the words of saying, and what is said."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.contents import MARKS, contents
from dateline.annotate.quote_attitudes import attitude
from dateline.annotate.quote_colon import marked
from dateline.annotate.quote_forms import counts, ensuing
from dateline.annotate.quote_nouns import Told, told_by_nouns
from dateline.annotate.quote_relays import cited, is_citing, relays
from dateline.annotate.quote_tail import tail
from dateline.annotate.speakers import can_speak, names, speaker, whole
from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import Token
from dateline.model.span import Span, cover
from dateline.model.tree import Tree

THINGS = frozenset({"it", "they"})  # pronouns that mostly stand for events and things beside verbs of showing


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its token, whose words, the words of saying, what is said.

    `chain` has the names of the sources, the speaker first; `sources` the words that stand for the speaker, as they
    stand ("Omar Haddad, the mayor", "who"). No contents: the sentence opens a statement that follows in the next
    paragraphs ("X said:"). `kind` is that of `Quote`.
    """

    verb: Token
    chain: tuple[Span, ...]
    words: Span
    contents: tuple[Span, ...]
    sources: tuple[Span, ...]
    kind: str = "said"


def find_cues(tree: Tree) -> list[Cue]:
    """All cues of a sentence in text order."""
    known = [t for t in tree.tokens if t.pos in {"VERB", "AUX"}]
    verbs = [t for t in known if t.lemma in reporting().verbs or counts(tree, t)]
    if next((t.text for t in reversed(tree.tokens) if t.pos != "SPACE"), "") == ":":  # "gave the following statement:"
        verbs += [t for t in tree.tokens if t.pos == "VERB" and t.dep == "ROOT" and t not in verbs]
    cues = _with_tail(tree, [cue for verb in verbs if (cue := _verb_cue(tree, verb, verbs))])
    said = {cue.verb.index for cue in cues}
    minded = [t for t in tree.tokens if t.pos == "VERB" and t.index not in said and reporting().attributes(t.lemma)]
    cues += [cue for verb in minded if (cue := _attitude_cue(tree, verb))]
    found = marked(tree) if not any(cue.kind == "said" and cue.verb.dep == "ROOT" for cue in cues) else None
    if found is not None:
        cues.append(Cue(found.mark, (found.name,), found.mark.span, (found.content,), (found.name,)))
    cues += [_noun_cue(tree, told) for told in told_by_nouns(tree)]
    return sorted(cues, key=lambda cue: cue.verb.index)


def _verb_cue(tree: Tree, verb: Token, verbs: list[Token]) -> Cue | None:
    kind = "private" if _unsaid(tree, verb) else "said"
    chain = speaker(tree, verb)
    opens = _opens_speech(tree, verb)
    said = () if opens else contents(tree, verb, verbs)
    if is_citing(tree, verb):
        return None  # "..., citing two officials" belongs to the cue beside it
    if not chain or not (said or opens) or not (can_speak(chain[0]) or _says(tree, verb, chain[0])):
        return None
    past = verb.tag == "VBD" and verb.lemma not in reporting().showing  # "it suggested that" is a body's word
    if verb.lemma in word_class("evincing") and chain[0].lemma in THINGS and not past:
        return None  # "it shows that the truce holds": what happened does
    return Cue(verb, _names(tree, verb, chain), verb.span, said, whole(tree, verb, chain), kind)


def _names(tree: Tree, verb: Token, chain: list[Token]) -> tuple[Span, ...]:
    """The whole chain: whom the speaker cites, the speakers, through whom they speak."""
    first = [name for head in (*cited(tree, verb, chain[0]), *chain) for name in names(tree, head)]
    return (*first, *(relay for relay in relays(tree, verb, chain[0]) if not any(relay.overlaps(s) for s in first)))


def _with_tail(tree: Tree, cues: list[Cue]) -> list[Cue]:
    """The cues with that of the speaker who ends the sentence, where the parse has not given all before to it."""
    found = tail(tree)
    if found is None or any(
        c.verb is found.verb and c.contents and c.contents[0].start <= found.content.start for c in cues
    ):
        return cues
    heads = [head for name in found.names if (head := tree.head_of(name))]
    first = [name for head in cited(tree, found.verb, heads[0]) for name in names(tree, head)]
    chain = (*first, *found.names, *relays(tree, found.verb, heads[0]))
    last = max(found.verb.index, heads[-1].index)
    said = (found.content, *ensuing(tree, last))
    cue = Cue(found.verb, chain, found.verb.span, said, (cover(list(found.names)),))
    return [*(c for c in cues if c.verb is not found.verb), cue]


def _says(tree: Tree, verb: Token, noun: Token) -> bool:
    """Whether a noun that is no known person or body says a clause all the same: "the lawsuit says that ..."."""
    if verb.lemma in word_class("evincing"):
        return False
    clause = verb.lemma in reporting().saying | reporting().act and tree.child(verb, "ccomp") is not None
    return clause and noun.pos == "NOUN" and noun.ent not in {"DATE", "TIME"}


def _unsaid(tree: Tree, verb: Token) -> bool:
    """Whether it was not said: "did not say that", "declined to say whether", "cannot claim to be"."""
    if verb.lemma not in reporting().saying:
        return False
    head = tree.head(verb)
    refused = verb.dep == "xcomp" and head is not None and head.lemma in word_class("refusing")
    return refused or tree.child(verb, "neg") is not None


def _attitude_cue(tree: Tree, verb: Token) -> Cue | None:
    content = attitude(tree, verb)
    chain = speaker(tree, verb) if content else []
    if not chain or not (can_speak(chain[0]) or (chain[0].pos == "NOUN" and verb.lemma in reporting().mind)):
        return None
    return Cue(verb, tuple(map(tree.phrase_span, chain)), verb.span, content, whole(tree, verb, chain), "private")


def _noun_cue(tree: Tree, told: Told) -> Cue:
    names_of = [name for head in told.heads for name in names(tree, head)]
    return Cue(told.token, tuple(names_of), told.words, told.contents, told.sources, told.kind)


def _opens_speech(tree: Tree, verb: Token) -> bool:
    """Whether the sentence ends "X said:", so that what is said follows in the next sentences."""
    rest = [t for t in tree.tokens[verb.index + 1 :] if t.pos != "SPACE"]
    if not rest or rest[-1].text != ":" or any(t.text in MARKS for t in rest):
        return False
    if verb.lemma in reporting().saying:
        return all(t.tag not in {"VBD", "VBP", "VBZ", "MD"} for t in rest)
    thing = tree.child(verb, "dobj")
    return thing is not None and thing.lemma in reporting().nouns
