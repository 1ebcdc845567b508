"""The terminal: whether there is one, and how things are written to it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from dateline.export.jsonl import json_line
from dateline.wording import plain

if TYPE_CHECKING:
    from rich.console import Console


def wants_json(as_json: bool | None) -> bool:  # noqa: FBT001 (the value of --json/--table)
    """Whether to write JSON Lines: as --json/--table say, else wherever standard output is no terminal."""
    return not sys.stdout.isatty() if as_json is None else as_json


def write_json(value: dict[str, Any]) -> None:
    """One object on a line of standard output."""
    click.echo(json_line(value))


def console(*, stderr: bool = False) -> Console:
    """A console that writes text as it is: nothing in an article is taken for markup or emoji."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


def print_card(to: Console, title: str, rows: Iterable[tuple[str, str]]) -> None:
    """A bold title with labelled lines below it."""
    from rich.table import Table

    to.print(title, style="bold")
    table = Table.grid(padding=(0, 2))
    table.add_column(width=10, style="dim")
    table.add_column(overflow="fold")
    for label, value in rows:
        table.add_row(f"  {label}", plain(value))
    to.print(table)
