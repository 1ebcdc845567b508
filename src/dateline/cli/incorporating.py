"""Incidents brought up to date before they are shown, with progress where it takes long enough to be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from dateline.cli import terminal

if TYPE_CHECKING:
    from dateline.store.record import Record

Tick = Callable[[str, int, int], None]
_MANY = 50  # articles: making their incidents takes a second or more


def up_to_date(record: Record) -> None:
    """Makes the incidents of all articles that are in none yet, and of all where an older version had made them."""
    from dateline.incorporate.update import is_pending, update

    waiting = is_pending(record)
    if not waiting:
        return
    if waiting < _MANY:
        update(record)
        return
    click.echo(f"Making the incidents of {waiting:,} articles, once.", err=True)
    with progress() as tick:
        update(record, tick=tick)


@contextmanager
def progress() -> Iterator[Tick]:
    """A bar on a terminal's standard error; nothing elsewhere."""
    console = terminal.console(stderr=True)
    if not console.is_terminal:
        yield lambda *_: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("articles", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)
