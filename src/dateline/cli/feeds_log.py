"""`dateline feeds log`: what was read, skipped and why."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from dateline.cli import feeds_running, options, terminal
from dateline.model.feed import FAILED, OUTCOMES
from dateline.wording import SHORT_ID, plain

if TYPE_CHECKING:
    from dateline.store.feeds import LogLine


@click.command(name="log", short_help="List what the feeds brought, and what was not read and why.")
@click.argument("names", nargs=-1, metavar="[NAME]…")
@click.option(
    "--outcome",
    "outcomes",
    multiple=True,
    type=click.Choice((*OUTCOMES, FAILED)),
    help="Only lines of this outcome; may be given several times.",
)
@click.option(
    "--limit", type=click.IntRange(min=0), default=50, show_default=True, metavar="N", help="The last N; 0 lists all."
)
@options.database
@options.as_json
def command(
    names: tuple[str, ...], *, outcomes: tuple[str, ...], limit: int, db: str | None, as_json: bool | None
) -> None:
    """List what became of each entry of the feeds, the latest last, and the polls that failed.

    read: its article came into the record. known: the article was there already. skipped: the entry names no page.
    refused: its page gave no article, and why. put off: the page could not be had and is tried again. failed: the feed
    itself could not be had or read.
    """
    with feeds_running.feed_store(db) as store:
        lines = store.log(names, outcomes=outcomes, limit=limit or None)
    machine = terminal.wants_json(as_json)
    for line in lines:
        if machine:
            terminal.write_json(asdict(line) | {"at": line.at.isoformat()})
        else:
            click.echo(_words(line))
    if not lines and not machine:
        click.echo("The log is empty. Fill it with: dateline feeds poll")


def _words(line: LogLine) -> str:
    at = line.at.astimezone().strftime("%Y-%m-%d %H:%M")
    where = f" ({line.url})" if line.title and line.url else ""
    reason = f": {line.reason}" if line.reason else ""
    article = f"  {line.article_id[:SHORT_ID]}" if line.article_id else ""
    named = line.title or line.url or "an entry without a title"
    return f"{at}  {plain(line.feed)}  {line.outcome:<8} " + plain(f"{named}{where}{reason}") + article
