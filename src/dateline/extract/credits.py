"""Credits: the agency or photographer that ends a report or a caption ("... — Reuters", "(Omar Said/Reuters)")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.scene import Scene
from dateline.lexicon.actors import named
from dateline.lexicon.reporting import reporting
from dateline.lexicon.roles import role_of
from dateline.model.span import Span

DASHED = re.compile(r"(?<!\w)[—–-]\s*(?P<name>[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3})\s*$")
BRACKETED = re.compile(r"\((?P<name>[A-Z][\w.&'’-]*(?:[ /][\w.&'’-]+){1,5}|[A-Z][\w.&-]+)\)")
# a headline that lost its marks: "43 killed in shelling Monitor AFP Sunday 3 Jul 2016"
BYLINE = re.compile(r"(?P<name>[A-Z][a-z]+) (?P<agency>[A-Z]\w+) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d")
LONGEST_BYLINE = 40  # characters
HEADLINES = 2  # sentences at the top of an article
ENDING = frozenset(".!?\"”'’)")
CREDIT = tuple[Span, tuple[Span, ...]]  # the sentence that is credited, to whom


def find_credits(scene: Scene) -> Iterator[CREDIT]:
    """Sentences with whom they are credited to; at the very end of an article a credit is that of the whole of it."""
    trees = scene.trees
    for number, tree in enumerate(trees):
        span = tree.sentence.span
        words = span.of(scene.text)
        dashed = DASHED.search(words)
        if dashed is not None and number + 1 < len(trees) and _ended(words, dashed):
            alone = number > 0 and not words[: dashed.start()].strip()
            yield (
                trees[number - 1].sentence.span if alone else span,
                (Span(span.start + dashed.start("name"), span.start + dashed.end("name")),),
            )
        if number < HEADLINES and (name := _byline(scene.text, span)) is not None:
            yield Span(span.start, name.start), (name,)
        for at, sentence in _bracketed(scene, number):
            yield sentence, at


def _byline(text: str, headline: Span) -> Span | None:
    """The speaker between a headline and its byline, which may be read as the next sentence."""
    found = BYLINE.search(text, headline.start, headline.end + LONGEST_BYLINE)
    if found is None or found.start() >= headline.end or not _credits(found["agency"]):
        return None
    return Span(*found.span("name")) if role_of(found["name"].lower()) is not None else None


def _ended(words: str, dashed: re.Match[str]) -> bool:
    """Whether a sentence ends before the dash: "Joint Command - Operation Noble Shield." is a name."""
    before = words[: dashed.start()].rstrip()
    return not before or before[-1] in ENDING or _credits(dashed["name"])


def _bracketed(scene: Scene, number: int) -> Iterator[tuple[tuple[Span, ...], Span]]:
    """A credit in brackets that begins a sentence is that of the one before; one that ends it is its own."""
    span = scene.trees[number].sentence.span
    words = span.of(scene.text)
    opening = BRACKETED.match(words)
    if opening is not None and number and _credits(opening["name"]):
        yield _names(opening, span.start), scene.trees[number - 1].sentence.span
    for closing in BRACKETED.finditer(words):
        if closing.start() and words[closing.end() :].strip(" .") == "" and _credits(closing["name"]):
            yield _names(closing, span.start), span


def _credits(name: str) -> bool:
    """Whether words in brackets name an agency, alone or behind a photographer."""
    parts = re.split(r"/| and ", name)
    known = any((actor := named(part)) is not None and actor.sector == "MED" for part in parts)
    return known or any(word in reporting().agencies for word in parts[-1].lower().split())


def _names(found: re.Match[str], start: int) -> tuple[Span, ...]:
    """The names in a credit, parted by a stroke."""
    at = start + found.start("name")
    spans = []
    for part in found["name"].split("/"):
        spans.append(Span(at, at + len(part)))
        at += len(part) + 1
    return tuple(spans)
