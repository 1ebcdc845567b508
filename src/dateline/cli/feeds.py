"""`dateline feeds`: RSS and Atom feeds, followed into the record."""

from __future__ import annotations

from typing import Final

import click

from dateline.cli.lazy import LazyGroup

COMMANDS: Final = ("add", "list", "poll", "watch", "log", "remove")


@click.group(
    name="feeds",
    cls=LazyGroup,
    modules={name: f"dateline.cli.feeds_{name}" for name in COMMANDS},
    short_help="Follow RSS and Atom feeds into the record.",
)
def command() -> None:
    """Follow RSS and Atom feeds into the record.

    Add feeds, then poll them now and then, or watch them. The page of each new entry is fetched and read as
    `dateline add` reads it. Sites are asked slowly, and only for what their robots.txt allows.
    """
