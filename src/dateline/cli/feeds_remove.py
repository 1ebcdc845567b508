"""`dateline feeds remove`: follows a feed no more."""

from __future__ import annotations

import click

from dateline.cli import feeds_running, options


@click.command(name="remove", short_help="Follow a feed no more.")
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@options.database
def command(names: tuple[str, ...], *, db: str | None) -> None:
    """Follow the feeds of these names no more, and forget their log. The articles that they brought stay."""
    with feeds_running.feed_store(db) as store:
        for feed in store.feeds(names):  # complains of a name that is none before anything is removed
            store.remove(feed.name)
            click.echo(f"{feed.name} is followed no more.")
