"""What is said in forms of their own: passives, accusations, pictures, and "as the minister said"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.annotate.speakers import passive_agent
from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import Token
from dateline.model.span import Span, cover
from dateline.model.tree import Tree


def special_content(tree: Tree, verb: Token) -> tuple[Span, ...] | None:
    """What a verb reports in one of these forms; None where it has none of them."""
    mark = tree.child(verb, "mark")
    if mark is not None and mark.lemma == "as" and verb.dep == "advcl":
        return _as_told(tree, verb)
    if passive_agent(tree, verb):
        return passive_content(tree, verb)
    if verb.lemma in reporting().blaming or _shows(tree, verb) or counts(tree, verb):
        return _blamed(tree, verb)
    return None


def counts(tree: Tree, verb: Token) -> bool:
    """Whether somebody gives a number: "put the death toll at 45", "gave a toll of 12"."""
    thing = tree.child(verb, "dobj")
    return thing is not None and verb.lemma in word_class("counting") and thing.lemma in word_class("counts")


def passive_content(tree: Tree, verb: Token) -> tuple[Span, ...]:
    """What is said of the subject of a passive: all after the agent where there is a complement, else the subject."""
    agent = tree.child(verb, "agent")
    end = tree.subtree(agent)[-1].index if agent is not None else verb.index
    right = trimmed(tuple(t for t in tree.subtree(verb) if t.index > end))
    if right is not None and (verb.lemma in reporting().blaming or tree.child(verb, "ccomp", "xcomp") is not None):
        return (right,)
    subject = tree.child(verb, "nsubjpass") or (tree.head(verb) if verb.dep == "acl" else None)
    inside = tree.subtree(subject) if subject is not None else []
    return spanning(t for t in inside if t.index < verb.index)


def _shows(tree: Tree, verb: Token) -> bool:
    """Whether a picture or a paper shows a thing: "footage showed smoke over the port"."""
    head = tree.head(verb)
    posted = head if verb.dep == "conj" and head is not None and head.lemma in reporting().passing_on else None
    subject = tree.child(verb, "nsubj") or (tree.child(posted, "nsubj") if posted is not None else None)
    if subject is None or verb.lemma not in reporting().showing:
        return False
    return subject.lemma in reporting().documents or subject.lemma in word_class("media_nouns")


def _as_told(tree: Tree, verb: Token) -> tuple[Span, ...]:
    """What "as the minister said" stands beside, where the verb has nothing of its own."""
    inside = tree.subtree(verb)
    if verb.lemma in word_class("not_as_told") or any(t.dep in {"dobj", "ccomp", "xcomp"} for t in tree.children(verb)):
        return ()
    before, after = trimmed(tree.tokens[: inside[0].index]), trimmed(tree.tokens[inside[-1].index + 1 :])
    return tuple(part for part in (before, after) if part is not None)


def _blamed(tree: Tree, verb: Token) -> tuple[Span, ...]:
    """What an accuser alleges: all that follows the verb in its clause."""
    inside = [t for child in tree.children(verb) if child.index > verb.index and child.dep != "conj"
              for t in tree.subtree(child)]  # fmt: skip
    return spanning(inside)


def goes_on_saying(tree: Tree, token: Token) -> bool:
    """Whether a participle behind a comma is the speaker's next word: "..., calling it a trap", "..., adding that"."""
    if token.tag != "VBG" or not token.index or tree.tokens[token.index - 1].text != ",":
        return False
    return reporting().attributes(token.lemma)


def ensuing(tree: Tree, last: int) -> tuple[Span, ...]:
    """What came of it, behind the speaker who ends at token `last`: "..., a monitor said, bringing the toll to 45"."""
    start = next((t for t in tree.tokens[last + 1 :] if t.pos not in {"PUNCT", "SPACE"}), None)
    if start is None or start.lemma not in word_class("ensuing") or start.tag not in {"VBG", "IN"}:
        return ()
    return spanning(tree.tokens[start.index :])


def spanning(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The characters of `tokens` in text order as one span; empty where nothing is left of them."""
    content = trimmed(sorted(tokens, key=lambda t: t.index))
    return (content,) if content is not None else ()


def trimmed(tokens: Sequence[Token]) -> Span | None:
    """The characters of `tokens` without marks and conjunctions at the edges; None where nothing is left."""
    inner = list(tokens)
    drop = {"PUNCT", "SPACE", "CCONJ"}
    while inner and inner[-1].pos in drop:
        inner.pop()
    while inner and inner[0].pos in drop:
        inner.pop(0)
    return cover([t.span for t in inner]) if inner else None
