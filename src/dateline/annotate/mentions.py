"""Mentions: names as the tagger marks them, and places that the tagger missed or took for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from dateline.lexicon.actors import named
from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Mention, Sentence, Token
from dateline.model.span import Span

NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "EVENT"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
BODIES = frozenset({"REB", "UAF", "MIL", "MED", "NGO", "IGO", "PTY"})
OPENING = 16  # tokens of the line that opens a dispatch, split off from its first sentence
LONGEST = 5  # tokens of a name


def find_mentions(sentences: Sequence[Sentence], known_place: Callable[[str], bool]) -> tuple[Mention, ...]:
    """Named mentions in text order; `known_place` says whether the gazetteer has a name.

    A run of capitalised words that stands where a place stands ("in X", "X province") and that the gazetteer holds is
    a GPE whatever the tagger made of it; other runs keep the tagger's label.
    """
    out: list[Mention] = []
    for sentence in sentences:
        entities = _entities(sentence)
        for run in _name_runs(sentence):
            span = Span(run[0].start, run[-1].end)
            labels = {kind for found, kind in entities if found.overlaps(span)}
            if labels & PLACES:
                continue
            if _is_place(sentence, run, person="PERSON" in labels) and known_place(span_text(run)):
                entities = [(s, k) for s, k in entities if not s.overlaps(span)] + [(span, "GPE")]
        out += [_inner(sentence, Mention(span, kind), known_place) for span, kind in sorted(entities)]
    return _one_sense(sentences, out)


def _one_sense(sentences: Sequence[Sentence], mentions: list[Mention]) -> tuple[Mention, ...]:
    """One name, one kind in an article: where most mentions of a name are places, the rest of them are too."""
    words = {t.start: t.text for s in sentences for t in s.tokens}
    ends = {t.end: t.start for s in sentences for t in s.tokens}
    single = {m for m in mentions if ends.get(m.span.end) == m.span.start}
    places = Counter(words[m.span.start] for m in single if m.kind in PLACES)
    others = Counter(words[m.span.start] for m in single if m.kind in {"NORP", "ORG", "PERSON"})
    firm = {name for name, count in places.items() if count >= others[name]}
    known = {m.span.start for m in mentions}
    out = [Mention(m.span, "GPE") if m in single and words[m.span.start] in firm and m.kind not in PLACES else m
           for m in mentions]  # fmt: skip
    covered = {at for m in mentions for at in range(m.span.start, m.span.end)}
    out += [
        Mention(t.span, "GPE")
        for s in sentences
        for t in s.tokens
        if t.text in firm and t.start not in known and t.start not in covered
    ]
    return tuple(sorted(out, key=lambda m: m.span))


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
        if run:
            found.append((Span(run[0].start, run[-1].end), _kind(run)))
        run = [token] if token is not None and token.ent in NAMED else []
    return found


def span_text(run: list[Token]) -> str:
    """The words of a run with the hyphens closed up: "Bab al-Nayrab"."""
    return " ".join(t.text for t in run).replace(" - ", "-")


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
    if cut is None or known_place(span_text(inside)):
        return mention
    tail = inside[cut + 1 :]
    known = bool(tail) and known_place(span_text(tail))
    return Mention(Span(tail[0].start, tail[-1].end), "GPE") if known else mention


def _is_place(sentence: Sentence, run: list[Token], *, person: bool) -> bool:
    """Whether a name is a place by where it stands; groups and acronyms are places somewhere too, but not meant."""
    if _opens_dispatch(sentence, run):
        return True
    if all(t.text.isupper() for t in run) or named(span_text(run)) is not None:
        return False
    return _stands_as_place(sentence, run, strict=person)


def _opens_dispatch(sentence: Sentence, run: list[Token]) -> bool:
    """Whether the capitals are a dispatch's place: "ALEPPO, Dec 8 (AGENCY) -"."""
    after = sentence.tokens[run[-1].index + 1 : run[-1].index + 2]
    return run[0].index == 0 and bool(after) and after[0].text in {",", "("} and len(sentence.tokens) < OPENING


def _stands_as_place(sentence: Sentence, run: list[Token], *, strict: bool) -> bool:
    """Whether the words around a name say that it is a place; `strict` asks for more where it looks like a person."""
    before = sentence.tokens[run[0].index - 1] if run[0].index else None
    after = sentence.tokens[run[-1].index + 1] if run[-1].index + 1 < len(sentence.tokens) else None
    before_that = sentence.tokens[run[0].index - 2] if run[0].index > 1 else None
    if before is not None and before.lemma == "the":
        before = before_that
    leading = word_class("locating_strictly") if strict else word_class("locating")
    return (before is not None and before.lemma in leading) or (
        after is not None and after.lemma in word_class("located")
    )
