"""Mentions: names as the tagger marks them, and places that the tagger missed or took for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.annotate.mention_positions import is_place, stands_strictly, words_of
from dateline.annotate.mention_senses import PLACES, last_names, one_sense
from dateline.lexicon.actors import named
from dateline.model.annotation import Mention, Sentence, Token
from dateline.model.span import Span

NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "EVENT"})
BODIES = frozenset({"REB", "UAF", "MIL", "MED", "NGO", "IGO", "PTY"})
LONGEST = 5  # tokens of a name
ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az"})  # the Arabic one, as it sounds


KnownPlace = Callable[[str], bool]


def no_place(_name: str) -> bool:
    """That of names which none are known of."""
    return False


def find_mentions(
    sentences: Sequence[Sentence], known_place: KnownPlace, *, own_place: KnownPlace = no_place
) -> tuple[Mention, ...]:
    """Named mentions in text order; `known_place` says whether the gazetteer has a name.

    `own_place` says whether a name is one that the user gave to a place: it is a place wherever it stands.

    A run of capitalised words that stands where a place stands ("in X", "X province") and that the gazetteer holds is
    a GPE whatever the tagger made of it; other runs keep the tagger's label.
    """
    out: list[Mention] = []
    sure: set[str] = set()
    found = [(sentence, _entities(sentence)) for sentence in sentences]
    people = last_names(sentences, [Mention(*one) for _, each in found for one in each], known_place)
    for sentence, tagged in found:
        entities = tagged
        for run in _name_runs(sentence):
            span = Span(run[0].start, run[-1].end)
            labels = {kind for other, kind in entities if other.overlaps(span)}
            if len(run) == 1 and stands_strictly(sentence, run) and known_place(run[0].text):
                sure.add(run[0].text)
            known = run[-1].text in people
            if own_place(words_of(run)):
                place = True
            elif labels & PLACES:
                place = len(run) > 1 and run[0].text.lower() in ARTICLES  # no part of "Ash Shairat" is one by itself
            else:
                place = is_place(sentence, run, person="PERSON" in labels, known=known) and known_place(words_of(run))
            if place:
                entities = [(s, k) for s, k in entities if not s.overlaps(span)] + [(span, "GPE")]
        out += [_inner(sentence, Mention(span, kind), known_place) for span, kind in sorted(entities)]
    return one_sense(sentences, out, sure=sure, people=people)


def _entities(sentence: Sentence) -> list[tuple[Span, str]]:
    """Runs of tokens with one label, leading article and possessive ending left out."""
    found: list[tuple[Span, str]] = []
    run: list[Token] = []
    for token in (*sentence.tokens, None):
        if token is not None and run and token.ent == run[0].ent and token.index == run[-1].index + 1:
            run.append(token)
            continue
        while run and run[0].text.lower() in {"the", "a", "an"}:
            run = run[1:]
        while run and run[-1].tag in {"POS", "IN", ","}:
            run = run[:-1]
        if run and any(t.text[:1].isupper() for t in run):
            found.append((Span(run[0].start, run[-1].end), _kind(run)))
        run = [token] if token is not None and token.ent in NAMED else []
    return found


def _kind(run: list[Token]) -> str:
    """The tagger's label; ORG for armed groups, media and the like that it took for places."""
    if run[0].ent in PLACES and (actor := named(" ".join(t.text for t in run))) and actor.sector in BODIES:
        return "ORG"
    return run[0].ent


def _name_runs(sentence: Sentence) -> list[list[Token]]:
    """Runs of capitalised words, joined by hyphens and the Arabic article: "Bab al-Nayrab"."""
    runs: list[list[Token]] = []
    run: list[Token] = []
    for token in sentence.tokens:
        inside = bool(run) and token.start <= run[-1].end + 1
        opening = token.index == 0 and len(token.text) > 1 and token.text.isupper()
        name = token.text[:1].isupper() and (opening or token.pos in {"PROPN", "NOUN", "ADJ", "X"})
        link = inside and (token.text.lower() in {"-", "al", "el", "de", "da", "as", "ash", "an", "ar"})
        if inside and (name or link) and len(run) < LONGEST:
            run.append(token)
        else:
            runs.append(run)
            run = [token] if name else []
    runs.append(run)
    return [_closed(run) for run in runs if run]


def _closed(run: list[Token]) -> list[Token]:
    while len(run) > 1 and not run[-1].text[:1].isupper():
        run = run[:-1]
    return run


def _inner(sentence: Sentence, mention: Mention, known_place: Callable[[str], bool]) -> Mention:
    """Of a place that only its town is known of ("the Old City of Aleppo") the town."""
    if mention.kind not in PLACES:
        return mention
    start, end = mention.span.start, mention.span.end
    inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    cut = next((at for at, t in enumerate(inside) if t.lemma == "of"), None)
    if cut is None or known_place(words_of(inside)):
        return mention
    tail = inside[cut + 1 :]
    known = bool(tail) and known_place(words_of(tail))
    return Mention(Span(tail[0].start, tail[-1].end), "GPE") if known else mention
