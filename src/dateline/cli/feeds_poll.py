"""`dateline feeds poll`: reads what is new, once."""

from __future__ import annotations

import click

from dateline.cli import feeds_running, options, terminal
from dateline.errors import InputError
from dateline.model.feed import FAILED
from dateline.settings import Settings


@click.command(name="poll", short_help="Read what is new in the feeds, once.")
@click.argument("names", nargs=-1, metavar="[NAME]…")
@options.allow_private
@options.database
@options.as_json
def command(names: tuple[str, ...], *, allow_private: bool, db: str | None, as_json: bool | None) -> int:
    """Read the new entries of the feeds of these names, of all feeds where none is given.

    Each entry's page is fetched and read into the record. A page that cannot be had now is tried again at the next
    polls; one that gives no article is not, and `dateline feeds log` says why. The exit code is 3 where a feed itself
    could not be had or read; pages that give no article are no failure.
    """
    settings = Settings.from_environment(db=db, allow_private=allow_private)
    machine = terminal.wants_json(as_json)
    with feeds_running.poller(settings) as poller:
        feeds = poller.store.feeds(names)
        if not feeds:
            click.echo("No feeds are followed. Follow one with: dateline feeds add URL", err=True)
        fared = feeds_running.show((event for feed in feeds for event in poller.poll(feed)), machine=machine)
    return InputError.exit_code if any(done.outcome == FAILED for done in fared) else 0
