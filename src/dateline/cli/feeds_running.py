"""What `feeds poll` and `feeds watch` share: a poller on the record, and how its work is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import reading, terminal
from dateline.cli.add import progress
from dateline.model.feed import OUTCOMES
from dateline.settings import Settings
from dateline.wording import plain

if TYPE_CHECKING:
    from dateline.feeds import EntryDone, FeedDone, Poller
    from dateline.store.feeds import FeedStore

_WIDTH = 9  # of the column that says what became of an entry


@contextmanager
def feed_store(db: str | None, *, create: bool = False) -> Iterator[FeedStore]:
    """The feeds of the record that --db, the environment or the default names."""
    from dateline.store.feeds import FeedStore

    with FeedStore.open(Settings.from_environment(db=db).database_url(), create=create) as store:
        yield store


@contextmanager
def poller(settings: Settings) -> Iterator[Poller]:
    """A poller on the record, with progress on a terminal's standard error."""
    from dateline.feeds import Poller
    from dateline.store.feeds import FeedStore
    from dateline.store.record import Record

    url = settings.database_url()
    with Record.open(url, create=False) as record, FeedStore.open(url, create=False) as store, progress() as tick:
        fetcher, reader = reading.web_fetcher(settings), reading.kept_reader(settings)
        yield Poller(store, record, fetcher, settings, reader, tick)


def show(events: Iterable[EntryDone | FeedDone], *, machine: bool) -> list[FeedDone]:
    """Writes each event as it comes: a line of JSON for a `machine`, else of words; returns how each feed fared."""
    from dateline.feeds import FeedDone

    fared: list[FeedDone] = []
    for event in events:
        if isinstance(event, FeedDone):
            fared.append(event)
        if machine:
            terminal.write_json(_feed_json(event) if isinstance(event, FeedDone) else _entry_json(event))
        else:
            click.echo(feed_line(event) if isinstance(event, FeedDone) else entry_line(event))
    return fared


def entry_line(done: EntryDone) -> str:
    """Such as "  read      Shelling in Qarrah, 3 claims"."""
    fate, entry = done.fate, done.entry
    named = entry.title or entry.url or "an entry without a title"
    said = [f", {done.claims} claim{'' if done.claims == 1 else 's'}"] if fate.outcome == "read" else []
    said += [f" ({entry.url})"] if fate.reason and entry.title and entry.url else []
    said += [f": {fate.reason}"] if fate.reason else []
    return f"  {fate.outcome:<{_WIDTH}} " + plain(f"{named}{''.join(said)}")


def feed_line(done: FeedDone) -> str:
    """Such as "qarrah-post: polled; 2 read, 1 refused"."""
    reason = f": {done.reason}" if done.reason else ""
    counts = f"; {counted(done.counts)}" if done.counts else "" if reason else "; nothing new"
    return plain(f"{done.feed}: {done.outcome}{reason}{counts}")


def counted(counts: Mapping[str, int]) -> str:
    """Such as "2 read, 1 put off"; "" for nothing."""
    return ", ".join(f"{counts[outcome]:,} {outcome}" for outcome in OUTCOMES if counts.get(outcome))


def _entry_json(done: EntryDone) -> dict[str, Any]:
    entry, fate = done.entry, done.fate
    return {
        "feed": done.feed,
        "url": entry.url,
        "title": entry.title,
        "published": entry.published.isoformat() if entry.published else None,
        "outcome": fate.outcome,
        "reason": fate.reason,
        "article": fate.article_id,
        "claims": done.claims,
    }


def _feed_json(done: FeedDone) -> dict[str, Any]:
    return {"feed": done.feed, "poll": done.outcome, "reason": done.reason, "counts": dict(done.counts)}
