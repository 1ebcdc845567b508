"""`dateline places`: the gazetteer, and what a user adds to it."""

from __future__ import annotations

from typing import Final

import click

from dateline.cli.lazy import LazyGroup

COMMANDS: Final = ("add", "alias", "find", "list", "remove")


@click.group(
    name="places",
    cls=LazyGroup,
    modules={name: f"dateline.cli.places_{name}" for name in COMMANDS},
    short_help="Deepen the gazetteer, and see what it knows.",
)
def command() -> None:
    """Deepen the gazetteer, and see what it knows.

    Dateline knows the world's countries, first-level divisions and towns of 500 people and more. Villages,
    neighbourhoods, camps, districts and their p-codes are added a country at a time. What is added is kept in a file in
    your data folder, or in the one that DATELINE_PLACES names.
    """
