"""One name, one kind in an article: a place that the tagger once took for a person, a person taken for a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from dateline.model.annotation import Mention, Sentence, Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
_OTHERS = frozenset({"NORP", "ORG", "PERSON"})


def last_names(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], known_place: Callable[[str], bool]
) -> frozenset[str]:
    """The last words of people's names of two words and more: whom "Haddad" means once Omar Haddad was named.

    Of names that the gazetteer holds only those that stand as a place less often ("Homs" beside "Syrias Homs").
    """
    ends = {t.end: t for s in sentences for t in s.tokens}
    full = (m for m in mentions if m.kind == "PERSON")
    last = [(m, ends[m.span.end]) for m in full if m.span.end in ends]
    long = Counter(token.text for mention, token in last if token.start > mention.span.start)
    alone = {m.span for m in mentions if m.kind in PLACES}
    places = Counter(t.text for s in sentences for t in s.tokens if t.text in long and t.span in alone)
    return frozenset(name for name in long if not known_place(name) or long[name] > places[name])


def one_sense(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], *, sure: Collection[str], people: Collection[str]
) -> tuple[Mention, ...]:
    """The mentions with names of one word made alike, and those added that the tagger missed.

    A name is a place where it once surely is (`sure`) or where most of its mentions are; `people` are last names of
    the article's people, which are no places unless they are surely.
    """
    words = {t.start: t.text for s in sentences for t in s.tokens}
    ends = {t.end: t.start for s in sentences for t in s.tokens}
    single = {m for m in mentions if ends.get(m.span.end) == m.span.start}
    firm = _firm([(words[m.span.start], m.kind) for m in single], sure, people)
    out = [_alike(m, words[m.span.start], firm, people) if m in single else m for m in mentions]
    covered = {at for m in mentions for at in range(m.span.start, max(m.span.end, m.span.start + 1))}
    missed = (t for s in sentences for t in s.tokens if t.text in firm and t.start not in covered and _is_name(t))
    return tuple(sorted([*out, *(Mention(t.span, "GPE") for t in missed)], key=lambda m: m.span))


def _is_name(token: Token) -> bool:
    """Whether the capital is a name's, not that of the word that opens a sentence: "Nice people came to Nice"."""
    return token.index > 0 or token.pos == "PROPN"


def _firm(named: Sequence[tuple[str, str]], sure: Collection[str], people: Collection[str]) -> frozenset[str]:
    """The names that are places throughout the article."""
    places = Counter(word for word, kind in named if kind in PLACES)
    others = Counter(word for word, kind in named if kind in _OTHERS)
    return frozenset(w for w, n in places.items() if w in sure or (w not in people and n >= others[w]))


def _alike(mention: Mention, word: str, firm: Collection[str], people: Collection[str]) -> Mention:
    if word in firm and mention.kind not in PLACES:
        return replace(mention, kind="GPE")
    if word in people and word not in firm and mention.kind in PLACES:
        return replace(mention, kind="PERSON")
    return mention
