"""`dateline read`: the claims of articles, shown and not stored."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from dateline.cli import confidence, options, reading, terminal
from dateline.errors import InputError
from dateline.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.model.reading import Reading


@click.command(name="read")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|URL|-…")
@options.published
@options.as_json
@click.option("--annotations", is_flag=True, help="Add what was found whether or not a claim uses it (JSON only).")
@click.option("--max-chars", type=click.IntRange(min=1), metavar="N", help="Refuse articles longer than this.")
@options.allow_private
@options.min_confidence
def command(  # noqa: PLR0913 (one a flag)
    inputs: tuple[str, ...],
    *,
    published: date | None,
    as_json: bool | None,
    annotations: bool,
    max_chars: int | None,
    allow_private: bool,
    least: float | None,
) -> int:
    """Read articles and show their claims; nothing is stored.

    FILE may be plain text, HTML or JSON Lines; "-" is standard input; a web page is given by its address. What cannot
    be read is listed on standard error, and the exit code is then 3.
    """
    from dateline.model.issue import Issue

    settings = Settings.from_environment(max_chars=max_chars, allow_private=allow_private)
    machine = annotations if as_json is None and annotations else terminal.wants_json(as_json)
    console = None if machine else terminal.console()
    failed, sieve = 0, confidence.Sieve(least)
    articles = reading.read_articles(inputs, settings=settings, published=published)
    for item in reading.read_claims(articles, settings=settings):
        if isinstance(item, Issue):
            failed += item.fatal
            click.echo(reading.sentence(item), err=True)
        else:
            _show(sieve.reading(item), console, annotations=annotations)
    sieve.tell()
    return InputError.exit_code if failed else 0


def _show(read: Reading, console: Console | None, *, annotations: bool) -> None:
    if console is None:
        terminal.write_json(read.to_json(annotations=annotations))
        return
    from dateline.cli.claim_table import print_claims

    print_claims(console, read.to_json())
