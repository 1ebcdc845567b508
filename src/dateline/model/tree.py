"""A parsed sentence as a tree: children, phrases, clauses. Pure look-ups; what they mean is for the stages to say."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.annotation import Sentence, Token
from dateline.model.span import Span

# labels that end a noun phrase: what hangs from them says more about the thing, it does not name it
OUTSIDE = frozenset({"relcl", "appos", "cc", "conj", "punct", "preconj", "advcl", "parataxis", "ccomp", "advmod", "dep",
                     "acl", "npadvmod"})  # fmt: skip
NAMING = frozenset({"of", "for"})  # prepositions that go on naming the thing ("Observatory for Human Rights")


class Tree:
    """The tokens of one sentence with their children by index."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                self._children[token.head].append(token)

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The children of `token` in text order; with `deps`, those with one of these labels."""
        found = self._children[token.index]
        return [child for child in found if child.dep in deps] if deps else found

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first child of `token` with one of `deps`, or None."""
        return next((child for child in self._children[token.index] if child.dep in deps), None)

    def head(self, token: Token) -> Token | None:
        """The syntactic head, or None for a root."""
        return None if token.head == token.index else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads from the nearest up to the root."""
        at = self.head(token)
        while at is not None:
            yield at
            at = self.head(at)

    def within(self, span: Span) -> list[Token]:
        """The tokens that lie in `span` as a whole, in text order."""
        start, end = span.start, span.end
        return [token for token in self.tokens if token.start >= start and token.end <= end]

    def subtree(self, token: Token) -> list[Token]:
        """`token` and all below it, in text order."""
        found, stack = [token], list(self._children[token.index])
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(self._children[at.index])
        return sorted(found, key=lambda t: t.index)

    def conjuncts(self, token: Token) -> list[Token]:
        """`token` and all that is coordinated with it, directly or in a chain."""
        found = [token]
        for at in found:
            found.extend(self.children(at, "conj"))
        return found

    def first_conjunct(self, token: Token) -> Token:
        """The first of the list that `token` is coordinated in, else itself."""
        at = token
        while at.dep == "conj" and (head := self.head(at)) is not None:
            at = head
        return at

    def phrase(self, head: Token, *, whole: bool = False) -> list[Token]:
        """The tokens of the noun phrase of `head`: what names it, without appositions, relative clauses, conjuncts.

        Prepositional phrases with "of" or "for" and those inside a name stay; with `whole`, all of them do ("a
        hospital in the Old City").
        """
        kept = [head]
        for child in self._children[head.index]:
            titled = child.dep == "appos" and child.pos == "PROPN" and self.left_edge(child).index == head.index + 1
            outside = child.dep in OUTSIDE and not (child.dep == "advmod" and child.index < head.index) and not titled
            said_of = child.dep == "prep" and not whole and child.lemma not in NAMING and not child.ent
            if not outside and not said_of:
                kept.extend(self.phrase(child, whole=whole))
        return sorted(kept, key=lambda t: t.index)

    def phrase_span(self, head: Token, *, whole: bool = False) -> Span:
        """The characters of the noun phrase of `head`, one unbroken run around the head without stray punctuation."""
        tokens = self._run(self.phrase(head, whole=whole), head)
        while len(tokens) > 1 and tokens[-1].pos in {"PUNCT", "SPACE", "CCONJ", "ADP"} and tokens[-1] is not head:
            tokens.pop()
        while len(tokens) > 1 and tokens[0].pos in {"PUNCT", "SPACE", "CCONJ", "ADP"} and tokens[0] is not head:
            tokens.pop(0)
        return Span(self._hyphenated(tokens[0]).start, tokens[-1].end)

    def _hyphenated(self, first: Token) -> Token:
        """The first token of the hyphenated word that `first` ends: of "held" in "rebel-held" the "rebel"."""
        at = first
        while at.index >= 2:
            before, hyphen = self.tokens[at.index - 2 : at.index]
            if hyphen.text not in {"-", "–"} or before.end != hyphen.start or hyphen.end != at.start:
                break
            at = before
        return at

    def _run(self, tokens: list[Token], head: Token) -> list[Token]:
        """The part of `tokens` that surrounds `head` without a gap of more than one (a hyphen, a bracket)."""
        at = next(i for i, token in enumerate(tokens) if token.index == head.index)
        left = right = at
        while left > 0 and self._hyphenated(tokens[left]).index - tokens[left - 1].index <= 2:
            left -= 1
        while right + 1 < len(tokens) and self._hyphenated(tokens[right + 1]).index - tokens[right].index <= 2:
            right += 1
        return tokens[left : right + 1]

    def left_edge(self, token: Token) -> Token:
        """The first token below `token`."""
        return self.subtree(token)[0]

    def subject(self, verb: Token) -> Token | None:
        """The grammatical subject of `verb` itself, active or passive."""
        return self.child(verb, "nsubj", "nsubjpass", "csubj")

    def token_at(self, position: int) -> Token | None:
        """The token that holds the character at `position` of the article, or None."""
        return next((token for token in self.tokens if token.start <= position < token.end), None)

    def head_of(self, span: Span) -> Token | None:
        """The token inside `span` whose head lies outside it (the span's own head), or None."""
        inside = [token for token in self.tokens if token.start < span.end and span.start < token.end]
        indexes = {token.index for token in inside}
        loose = [token for token in inside if token.head not in indexes or token.head == token.index]
        named = [token for token in loose if token.pos not in {"PUNCT", "SPACE", "DET", "ADP"}]
        return next(iter(named or loose), None)
