"""Copies: which articles reprint one text, whole, edited or in part.

What is compared is what an article tells: words alone, without what reading dropped. Two articles are a copy where a
third or more of one's account stands in the other word for word, in passages too long to be phrases that everybody
uses. What both end with and neither begins with (the background of a conflict, the foot of a page) is no account, and
two that quote one speaker at length are no copies. The same incident told in other words shares no such passages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dateline.model.article import Article
from dateline.reconcile.copy import EDITED, PARTIAL, VERBATIM, Copy
from dateline.reconcile.copy_index import CopyIndex
from dateline.text.passages import BRIDGE, Passage, Shared, align
from dateline.text.quotation import quoted_passages
from dateline.text.shingles import Words, shingles, split, winnow

SHARE: Final = 1 / 3  # of one's account
PASSAGE: Final = 10  # words: shorter passages are names and phrases ("the Observatory, which relies on a network ...")
SENTENCE: Final = 15  # words that at least one passage must have
CLOSING: Final = 1 / 2  # a passage that begins later than this in both and ends both is background
FOOT: Final = 1 / 3  # the same for one outlet's articles, and for those of different days: the foot of a page is long
QUOTED: Final = 2 / 3  # of the shared words: then it is a speaker's words that both have
LONG_QUOTE: Final = 100  # words: a longer passage between marks is none, a mark was lost
NEAR: Final = 10  # days: reprints are published within days of each other
MOST: Final = 0.6  # of one's account: asked of articles further apart than that, and of shared quotations
ALL: Final = 0.93  # of both: the rest are captions, datelines, a changed title
BOTH: Final = 0.42  # of both: one dispatch, edited; less of either and only a part was taken


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as it is compared: its id, its words, which of them (by position) are quotations, when and by whom."""

    id: str
    words: Words
    quoted: frozenset[int] = field(repr=False)
    fingerprints: frozenset[int] = field(repr=False)
    published: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class _Account:
    """What is shared of two accounts: the passages that count, their words, and the words of each account."""

    passages: tuple[Passage, ...]
    words: int
    a: int
    b: int

    @property
    def shares(self) -> tuple[float, float]:
        return self.words / max(1, self.a), self.words / max(1, self.b)


def printed(article: Article, *, name: str | None = None) -> Printed:
    """What is compared of an article; `name` stands for its id where the caller has another."""
    words = split(article.text, without=(dropped.span for dropped in article.dropped))
    return Printed(
        name or article.id,
        words,
        _quoted(article.text, words),
        winnow(shingles(words)),
        article.published,
        article.publisher,
    )


def fingerprints(text: str) -> frozenset[int]:
    """Numbers below 2**61 for a text, about one for every four or five words; texts that share 12 words share one."""
    return winnow(shingles(split(text)))


def compare(one: Printed, other: Printed) -> Copy | None:
    """The copy that two articles are, or None. The order of the two makes no difference."""
    a, b = sorted((one, other), key=lambda each: each.id)
    shared = align(a.words, b.words, fewest=PASSAGE)
    if not _has_sentence(shared.passages):
        return None
    days = abs((a.published - b.published).days) if a.published and b.published else None
    account = _account(shared, a, b, days)
    far = days is not None and days > NEAR
    if not _has_sentence(account.passages) or max(account.shares) < (MOST if far else SHARE):
        return None
    if max(account.shares) < MOST and _quotes(shared, a, b) >= QUOTED:
        return None
    kind = _kind(account)
    return Copy(a.id, b.id, kind, shared.share_a, shared.share_b, shared.passages, _reason(kind, account, shared, days))


def find_copies(articles: Iterable[Article | Printed]) -> list[Copy]:
    """All copies among `articles`, by their ids; the same whatever order the articles come in.

    Goes through an index of fingerprints: time grows with the pairs that share some, not with all pairs.
    """
    made = (each if isinstance(each, Printed) else printed(each) for each in articles)
    by_id = {each.id: each for each in sorted(made, key=lambda each: each.id)}
    index = CopyIndex()
    for each in by_id.values():
        index.add(each.id, each.fingerprints)
    pairs = {tuple(sorted((name, near))) for name in by_id for near in index.candidates(name)}
    found = (compare(by_id[a], by_id[b]) for a, b in sorted(pairs))
    return [copy for copy in found if copy is not None]


def _quoted(text: str, words: Words) -> frozenset[int]:
    """The positions of the words between quotation marks."""
    found: set[int] = set()
    for span in quoted_passages(text, 0, len(text)):
        first, end = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        if end - first <= LONG_QUOTE:
            found.update(range(first, end))
    return frozenset(found)


def _quotes(shared: Shared, a: Printed, b: Printed) -> float:
    """How much of what is shared both have as a quotation, 0 to 1."""
    return min(len(shared.a & a.quoted), len(shared.b & b.quoted)) / max(1, len(shared.a))


def _has_sentence(passages: Iterable[Passage]) -> bool:
    return any(passage.words >= SENTENCE for passage in passages)


def _account(shared: Shared, a: Printed, b: Printed, days: int | None) -> _Account:
    """What is left when the passages that close both articles are taken out of both, unless they end a longer copy."""
    one_page = a.publisher is not None and a.publisher == b.publisher
    late = FOOT if one_page or (days or 0) > 1 else CLOSING
    before = _counted(shared, tuple(each for each in shared.passages if not _closes(each, a.words, b.words, late)))
    return _counted(shared, shared.passages) if max(before.shares) >= SHARE / 2 else before


def _counted(shared: Shared, kept: tuple[Passage, ...]) -> _Account:
    words = sum(passage.words for passage in kept)
    closing = len(shared.a) - words
    return _Account(kept, words, shared.a_words - closing, shared.b_words - closing)


def _closes(passage: Passage, a: Words, b: Words, late: float) -> bool:
    """Whether a passage begins late in both articles and ends both, but for a few words."""
    return all(
        span.start > words.starts[int(len(words) * late)] and span.end >= words.ends[max(0, len(words) - 1 - BRIDGE)]
        for span, words in ((passage.a, a), (passage.b, b))
    )


def _kind(account: _Account) -> str:
    lower = min(account.shares)
    if lower >= ALL:
        return VERBATIM
    return EDITED if lower >= BOTH else PARTIAL


def _reason(kind: str, account: _Account, shared: Shared, days: int | None) -> str:
    """Why two articles are a copy: how much is shared, in what, and how far apart they were published."""
    first, second = (f"{share:.0%}" for share in account.shares)
    how_much = (
        f"{first} of the words of each" if first == second else f"{first} of one's words and {second} of the other's"
    )
    longest = max(passage.words for passage in account.passages)
    count = len(account.passages)
    where = "in one passage" if count == 1 else f"in {count} passages, the longest"
    background = len(shared.passages) - count
    parts = [
        f"{kind}: {how_much} stand {where} of {longest} words",
        "what both end with left out" if background else "",
        {None: "", 0: "published the same day", 1: "published a day apart"}.get(days, f"published {days} days apart"),
    ]
    return ", ".join(part for part in parts if part)
