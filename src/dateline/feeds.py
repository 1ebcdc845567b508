"""Polling feeds: each new entry's page is fetched and read into the record as `dateline add` reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Final

from dateline.errors import InputError
from dateline.incorporate.update import update
from dateline.model.article import Article
from dateline.model.feed import FAILED, KNOWN, PUT_OFF, READ, REFUSED, SKIPPED, Entry, Fate
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.read.feed import FEED, Feed, parse_feed
from dateline.read.fetch import Fetcher
from dateline.read.fetch_error import FetchError
from dateline.read.issues import refusal
from dateline.read.web import Told, read_address
from dateline.settings import Settings
from dateline.store.feeds import FeedStore, Followed
from dateline.store.record import Record
from dateline.store.stored import Added

POLLED: Final = "polled"
UNCHANGED: Final = "unchanged"
WAITS: Final = "waits"
MOST_TRIES: Final = 5  # of a page that could not be had
_LONGEST_BACKOFF: Final = timedelta(days=1)
_DOUBLINGS: Final = 10

ReadClaims = Callable[[Iterable[Article | Issue]], Iterator[Reading | Issue]]


@dataclass(frozen=True, slots=True)
class EntryDone:
    """What became of one entry of a feed; `claims` is how many came with an article that was read."""

    feed: str
    entry: Entry
    fate: Fate
    claims: int = 0


@dataclass(frozen=True, slots=True)
class FeedDone:
    """What a poll of one feed came to: POLLED, UNCHANGED, WAITS (its server asked for that) or FAILED, and why.

    `counts` says how many entries came to each outcome in this poll.
    """

    feed: str
    outcome: str
    reason: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Poller:
    """Polls feeds into a record. `read` makes readings of articles; `tick` is told each address before it is fetched.

    A feed counts as polled only once every entry has its outcome: what an interruption leaves is met again.
    """

    store: FeedStore
    record: Record
    fetcher: Fetcher
    settings: Settings
    read: ReadClaims
    tick: Callable[[str], None] = lambda _: None

    def poll(self, feed: Followed) -> Iterator[EntryDone | FeedDone]:
        """What became of each entry that is new or was put off, and last what the poll came to; raises RecordError."""
        if feed.not_before and feed.not_before > _now():
            until = feed.not_before.astimezone().strftime("%Y-%m-%d %H:%M")
            yield FeedDone(feed.name, WAITS, f"its server asked to be left alone until {until}")
            return
        try:
            self.tick(feed.url)
            fetched = self.fetcher.get(feed.url, replace(FEED, etag=feed.etag, modified=feed.modified))
            came = parse_feed(fetched) if fetched.body is not None else None
        except InputError as error:
            yield self._failed(feed, error)
            return
        counts: Counter[str] = Counter()
        for done in self._entries(feed, self._todo(feed, came)):
            counts[done.fate.outcome] += 1
            yield done
        etag, modified = (fetched.etag, fetched.modified) if came else (feed.etag, feed.modified)
        self.store.succeeded(feed, etag=etag, modified=modified)
        left = f"{came.left_out} more entries than are taken from one feed" if came and came.left_out else None
        yield FeedDone(feed.name, POLLED if came else UNCHANGED, left, counts)

    def _failed(self, feed: Followed, error: InputError) -> FeedDone:
        wait = error.wait if isinstance(error, FetchError) else None
        until = _now() + timedelta(seconds=wait) if wait is not None else None
        self.store.failed(feed, _sentence(error), not_before=until)
        return FeedDone(feed.name, FAILED, _sentence(error))

    def _todo(self, feed: Followed, came: Feed | None) -> list[tuple[Entry, int]]:
        """The entries to be tried, each with how often it was: those put off before, then the new ones."""
        tries = self.store.tries(feed)
        fresh = [entry for entry in came.entries if entry.key not in tries] if came else []
        return [(entry, tries.get(entry.key, ("", 0))[1]) for entry in (*self.store.put_off(feed), *fresh)]

    def _entries(self, feed: Followed, todo: Iterable[tuple[Entry, int]]) -> Iterator[EntryDone]:
        run = _Run(self, feed)
        items = run.articles(todo)
        first = next(items, None)
        if first is not None:  # the pipeline is loaded only where there is something to read
            for item in self.read(chain([first], items)):
                run.take(item)
                yield from run.told()
        yield from run.told()


class _Run:
    """The entries of one poll on their way: some end before the pipeline, the others come out of it with a reading."""

    def __init__(self, poller: Poller, feed: Followed) -> None:
        self._to = poller
        self._feed = feed
        self._waiting: dict[str, tuple[Entry, Article]] = {}
        self._done: list[EntryDone] = []

    def articles(self, todo: Iterable[tuple[Entry, int]]) -> Iterator[Article | Issue]:
        """The articles that the record does not hold, each after its doubts; other entries are done at once."""
        for entry, tries in todo:
            article, doubts, fate = self._fetched(entry, tries)
            if fate is not None:
                self._end(entry, fate)
            if article is not None:
                self._waiting[article.id] = (entry, article)
                yield from doubts
                yield article

    def take(self, item: Reading | Issue) -> None:
        """Writes a reading into the record; an issue stands for an article that the pipeline could not read."""
        if isinstance(item, Reading):
            entry, article = self._waiting.pop(item.article.id)
            done = self._to.record.add(item)
            update(self._to.record)  # if this is interrupted, the next command goes on with it
            claims = done.claims if isinstance(done, Added) else 0
            self._end(entry, Fate(READ if isinstance(done, Added) else KNOWN, None, article.id), claims)
            return
        self._to.record.add_issue(item)
        failed = [key for key, (_, article) in self._waiting.items() if article.origin == item.where and item.fatal]
        for key in failed:
            self._end(self._waiting.pop(key)[0], Fate(REFUSED, _reason(item)))

    def told(self) -> Iterator[EntryDone]:
        """What is done since the last call."""
        done, self._done = self._done, []
        yield from done

    def _end(self, entry: Entry, fate: Fate, claims: int = 0) -> None:
        self._to.store.note(self._feed, entry, fate)
        self._done.append(EntryDone(self._feed.name, entry, fate, claims))

    def _fetched(self, entry: Entry, tries: int) -> tuple[Article | None, list[Issue], Fate | None]:
        """The entry's new article with its doubts, or else what became of the entry."""
        to = self._to
        if entry.url is None:
            return None, [], Fate(SKIPPED, "names no page")
        if held := to.store.article_at(entry.url):
            return None, [], Fate(KNOWN, "its address was read before", held)
        to.tick(entry.url)
        told = Told(entry.title, entry.publisher, entry.published)
        try:
            items = list(read_address(entry.url, to.fetcher, to.settings, told=told))
        except FetchError as error:
            if error.transient and tries + 1 < MOST_TRIES:
                return None, [], Fate(PUT_OFF, _sentence(error))
            items = [refusal(error, entry.url)]
        issues = [item for item in items if isinstance(item, Issue)]
        article = next((item for item in items if isinstance(item, Article)), None)
        if article is None:
            for issue in issues:
                to.record.add_issue(issue)
            return None, [], Fate(REFUSED, "; ".join(map(_reason, issues)))
        if article.id in self._waiting or to.record.has(article.id):
            held = article.id if article.id not in self._waiting else None
            return None, [], Fate(KNOWN, "its article came before", held)
        return article, issues, None


def next_poll(feed: Followed, *, every: timedelta) -> datetime:
    """When a feed that is watched is to be polled again: later and later where it fails, a day apart at most."""
    if feed.polled is None:
        return feed.added
    apart = min(every * (1 << min(feed.failures, _DOUBLINGS)), max(every, _LONGEST_BACKOFF))
    due = feed.polled + apart
    return max(due, feed.not_before) if feed.not_before else due


def _sentence(error: InputError) -> str:
    stop = "" if error.what.endswith((".", "!", "?")) else "."
    return f"{error.what}{stop} {error.remedy}".strip()


def _reason(issue: Issue) -> str:
    stop = "" if issue.reason.endswith((".", "!", "?")) else "."
    return f"{issue.reason}{stop} {issue.remedy or ''}".strip()


def _now() -> datetime:
    return datetime.now(tz=UTC)
