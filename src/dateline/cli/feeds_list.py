"""`dateline feeds list`: which feeds are followed, and how they fare."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import feeds_running, options, terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.store.feeds import Followed


@click.command(name="list", short_help="List the feeds that are followed, and how they fare.")
@options.database
@options.as_json
def command(*, db: str | None, as_json: bool | None) -> None:
    """List the feeds that are followed: when each was last polled, what came of its entries, what went wrong."""
    with feeds_running.feed_store(db) as store:
        found = store.feeds()
    if terminal.wants_json(as_json):
        for feed in found:
            terminal.write_json(_json(feed))
    elif found:
        console = terminal.console()
        for feed in found:
            terminal.print_card(console, feed.name, _rows(feed))
    else:
        click.echo("No feeds are followed. Follow one with: dateline feeds add URL")


def _rows(feed: Followed) -> Iterator[tuple[str, str]]:
    yield "feed", feed.url
    if feed.title:
        yield "title", feed.title
    yield "polled", f"{_shown(feed.polled)}{'' if feed.polled == feed.succeeded else ', failed'}"
    yield "entries", feeds_running.counted(feed.counts) or "none yet"
    if feed.failure:
        times = f"{feed.failures} time{'' if feed.failures == 1 else 's'} in a row"
        yield "failing", f"{times}, last good poll {_shown(feed.succeeded)}: {feed.failure}"


def _shown(moment: datetime | None) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else "never"


def _json(feed: Followed) -> dict[str, Any]:
    moments = {name: getattr(feed, name) for name in ("added", "polled", "succeeded", "not_before")}
    return {
        "name": feed.name,
        "url": feed.url,
        "title": feed.title,
        **{name: moment.isoformat() if moment else None for name, moment in moments.items()},
        "failures": feed.failures,
        "failure": feed.failure,
        "counts": dict(feed.counts),
    }
