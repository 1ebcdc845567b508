"""Which agency the text of an article is credited to: "BEIRUT (Reuters) -", "... in the talks. — AFP", "By AFP".

A credit of the text stands where an article begins or ends. A picture's credit ("(Reuters Photo)"), a caption's in
the middle of the text, and an agency that somebody spoke to ("told AFP") say nothing about who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.lexicon.agencies import agencies
from dateline.model.span import Span
from dateline.text.layout import lines
from dateline.text.shingles import split

HEAD: Final = 400  # characters in which a dispatch names its agency
LAST_LINES: Final = 3  # that may hold a credit in brackets
LONGEST: Final = 60  # characters of a credit
SOME: Final = 6  # words that tell whether a sentence begins
DATELINE: Final = "dateline"
BYLINE: Final = "byline"
ENDING: Final = "ending"
SOURCE_LINE: Final = "source line"

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_DATE = rf"(?:{_DAY}|{_MONTH} \d|\d{{1,2}} {_MONTH})"
_DASH = r"(?:--|[-–—―_])"
_NAMES = rf"(?P<names>[A-Za-z][^()\n:;|–—―]{{1,{LONGEST}}}?)"
_IN_BRACKETS = rf"\((?P<names>[^()\n]{{2,{LONGEST}}})\)"
_BRACKETED = re.compile(_IN_BRACKETS)
_AFTER_DATELINE = re.compile(rf" ?{_DASH}")
_BEFORE_DATELINE = re.compile(rf"(?:\b[A-Z]{{3,}}|\b{_MONTH} \d{{1,2}}),? ?$")
_PLACE_BEFORE = re.compile(r"(?:^|\n|\b[A-Z]\w+[,:]?) ?$")
_TEXT_AFTER = re.compile(rf" ?{_DASH} ?[\"“A-Z]")
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d ?$")
_DATE_AFTER = re.compile(rf",? ?\|? ?{_DATE}")
_BY = re.compile(rf"^By (?:[^\n]{{0,60}}?[,|/] ?)?{_NAMES}$")
_AT_END = re.compile(rf"(?:^|(?<=[.!?\"”'’)\w])) ?{_DASH} ?{_NAMES}\.?$")
_SOURCE = re.compile(rf"\bSources?:? {_NAMES}(?=$| Related| Tags|\. [A-Z]|\n)")
_PARTS = re.compile(r" ?(?:/|,| and | & |\+|\||, and ) ?")
_OTHER = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}")


@dataclass(frozen=True, slots=True)
class AgencyCredit:
    """An agency that the text is credited to, the words that say so, and where they stand.

    `name` is the agency's ("agencies" where the credit names none); `how` is "dateline", "byline", "ending" or
    "source line".
    """

    name: str
    span: Span
    how: str


def agency_credits(text: str, *, title: str | None = None) -> tuple[AgencyCredit, ...]:
    """The agencies that the text is credited to, each once, in the order in which they stand; often there is none.

    `title` helps where a text begins with its own title and byline on one line.
    """
    found: dict[str, AgencyCredit] = {}
    for credit in sorted(_all(text, title), key=lambda each: each.span):
        found.setdefault(credit.name, credit)
    return tuple(found.values())


def _all(text: str, title: str | None) -> Iterator[AgencyCredit]:
    for how, at, words in (*_datelines(text), *_bylines(text, title), *_endings(text)):
        for name, span in _named(words):
            yield AgencyCredit(name, span.shift(at), how)


_Found = Iterator[tuple[str, int, str]]  # how, where the words of a credit begin, the words


def _datelines(text: str) -> _Found:
    for found in _BRACKETED.finditer(text, 0, HEAD):
        before = text[max(0, found.start() - LONGEST) : found.start()]
        opens = not before.strip(" ") or before.rstrip(" ").endswith("\n")
        same_line = text[found.end() : found.end() + 2].strip(" ")[:1] not in {"", "\n"}
        if _AFTER_DATELINE.match(text, found.end()) or ((opens or _BEFORE_DATELINE.search(before)) and same_line):
            yield DATELINE, found.start("names"), found["names"]
    for found in agencies().pattern.finditer(text, 0, HEAD):
        if _TEXT_AFTER.match(text, found.end()) and _PLACE_BEFORE.search(
            text[max(0, found.start() - LONGEST) : found.start()]
        ):
            yield DATELINE, found.start(), found[0]


def _bylines(text: str, title: str | None) -> _Found:
    for line in lines(text[:HEAD]):
        words = line.of(text)
        if (by := _BY.match(words)) is not None:
            yield BYLINE, line.start + by.start("names"), by["names"]
        elif len(words) <= LONGEST:
            yield BYLINE, line.start, words
    ends_title = _end_of_title(text, title)
    for found in agencies().pattern.finditer(text, 0, HEAD):
        opened = found.start() == ends_title or _YEAR_BEFORE.search(text[: found.start()])
        if _DATE_AFTER.match(text, found.end()) or (opened and _opens_text(text[found.end() :])):
            yield BYLINE, found.start(), found[0]


def _end_of_title(text: str, title: str | None) -> int | None:
    """Where the word behind the title stands, if the text begins with it; behind the second, if it is told twice."""
    words, wanted = split(text[:HEAD]), split(title or "").folded
    ends = [n + len(wanted) for n in range(len(words)) if words.folded[n : n + len(wanted)] == wanted]
    return words.starts[ends[-1]] if wanted and ends and ends[-1] < len(words) else None


def _opens_text(after: str) -> bool:
    """Whether a sentence begins: words without capitals follow, as they do not in the credit of a picture."""
    following = after.split(maxsplit=SOME)[:SOME]
    return bool(following) and not following[0][0].islower() and sum(word.islower() for word in following) >= 2


def _endings(text: str) -> _Found:
    held = lines(text)
    for number, line in enumerate(held):
        if line.end <= len(text) // 2:
            continue
        words = line.of(text)
        if (dashed := _AT_END.search(words)) is not None:
            yield ENDING, line.start + dashed.start("names"), dashed["names"]
        if number >= len(held) - LAST_LINES:
            brackets = list(_BRACKETED.finditer(words))
            if brackets and not words[brackets[-1].end() :].strip(" ."):
                yield ENDING, line.start + brackets[-1].start("names"), brackets[-1]["names"]
            if number and len(words) <= LONGEST:
                yield ENDING, line.start, words
        for source in _SOURCE.finditer(words, max(0, len(text) // 2 - line.start)):
            yield SOURCE_LINE, line.start + source.start("names"), source["names"]


def _named(words: str) -> list[tuple[str, Span]]:
    """The agencies in a credit; none where it is a picture's or says anything beside names."""
    if not agencies().pictures.isdisjoint(re.findall(r"\w+", words.lower())):
        return []
    found, at = [], 0
    for part in _PARTS.split(words):
        start = words.index(part, at)
        at = start + len(part)
        name = agencies().names.get(part.strip(" ."))
        if name is not None:
            found.append((name, Span(start, at)))
        elif _OTHER.fullmatch(part) is None:
            return []
    return found
