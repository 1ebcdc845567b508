"""Speakers set off by a mark alone: "The mayor: “We hold the road.”", "ADLER: Who fired?", "Bridge is mined: army"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.contents import MARKS
from dateline.annotate.quote_forms import trimmed
from dateline.annotate.speakers import can_speak
from dateline.lexicon.roles import role_of
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

LONGEST_NAME = 9  # tokens before the mark
LONGEST_CREDIT = 4  # tokens after it in a headline
FEWEST_SAID = 3
HEADLINE = 3  # sentences at the top of an article that may be its headline
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Marked:
    """The mark, the token that heads the speaker, all words for the speaker, and what is said."""

    mark: Token
    speaker: Token
    name: Span
    content: Span


def marked(tree: Tree) -> Marked | None:
    """The speaker before or after a mark of the sentence, or None."""
    mark = next((t for t in tree.tokens[:-1] if t.text == ":" or (t.text in {"-", "–", "—"} and _apart(tree, t))), None)
    if mark is None:
        return None
    return _speaker_first(tree, mark) or _speaker_last(tree)


def is_shouted(name: str) -> bool:
    """Whether a name is all in capitals: a speaker of a transcript if it comes again, else the place of a dispatch."""
    return name.isupper()


def _apart(tree: Tree, mark: Token) -> bool:
    """Whether a dash stands between spaces."""
    return (
        mark.index > 0 and tree.tokens[mark.index - 1].end < mark.start < mark.end < tree.tokens[mark.index + 1].start
    )


def _speaker_first(tree: Tree, mark: Token) -> Marked | None:
    before, after = _words(tree.tokens[: mark.index]), _words(tree.tokens[mark.index + 1 :])
    if not before or mark.text != ":" or len(before) > LONGEST_NAME or len(after) < FEWEST_SAID:
        return None
    if any(t.pos in VERBAL for t in before):
        return None
    opened = tree.tokens[mark.index + 1].text in MARKS
    shouted = is_shouted("".join(t.text for t in before))
    headline = not shouted and tree.sentence.index < HEADLINE and any(t.pos in VERBAL for t in after)
    return _made(mark, before, after) if opened or shouted or headline else None


def _speaker_last(tree: Tree) -> Marked | None:
    """A headline's source: "Market shelled: police"."""
    if tree.sentence.index >= HEADLINE:
        return None
    mark = next((t for t in reversed(tree.tokens) if t.text in {":", "-", "–", "—"}), None)
    if mark is None or (mark.text != ":" and not (mark.index + 1 < len(tree.tokens) and _apart(tree, mark))):
        return None
    before, after = _words(tree.tokens[: mark.index]), _words(tree.tokens[mark.index + 1 :])
    if not 0 < len(after) <= LONGEST_CREDIT or len(before) < FEWEST_SAID or any(t.pos in VERBAL for t in after):
        return None
    role = role_of(after[-1].text.lower())
    named = after[-1].pos == "PROPN" and after[-1].ent in {"ORG", "PERSON", "GPE"}
    return _made(mark, after, before) if role is not None or named else None


def _made(mark: Token, name: list[Token], said: list[Token]) -> Marked | None:
    heads = [t for t in name if t.head not in {n.index for n in name} or t.head == t.index]
    nouns = [t for t in heads if t.pos in {"NOUN", "PROPN"}] or [t for t in name if t.pos in {"NOUN", "PROPN"}]
    content = trimmed(tuple(said))
    if not nouns or content is None or nouns[-1].ent in {"GPE", "LOC", "FAC", "DATE"}:
        return None
    if not can_speak(nouns[-1]) and not all(t.text.isupper() for t in name):
        return None
    return Marked(mark, nouns[-1], Span(name[0].start, name[-1].end), content)


def _words(tokens: tuple[Token, ...]) -> list[Token]:
    return [t for t in tokens if t.pos not in {"PUNCT", "SPACE"}]
