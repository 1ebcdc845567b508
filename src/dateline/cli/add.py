"""`dateline add`: articles into the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

import click

from dateline.cli import options, reading, terminal
from dateline.errors import InputError
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.model.article import Article
    from dateline.model.issue import Issue
    from dateline.store.record import Record

Tick = Callable[[str], None]


@click.command(name="add")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|FOLDER|URL…")
@options.database
@options.published
@options.allow_private
def command(inputs: tuple[str, ...], *, db: str | None, published: date | None, allow_private: bool) -> int:
    """Read articles into the record.

    An article that is there already is not read again. What cannot be read is listed, kept among the record's
    issues, and makes the exit code 3; everything else is added all the same.
    """
    settings = Settings.from_environment(db=db, allow_private=allow_private)
    with options.open_record(db, create=True) as record:
        outcome = add_all(record, inputs, settings=settings, published=published)
        click.echo(f"{outcome.summary()} ({record.where})")
    for failure in outcome.failures:
        click.echo(reading.sentence(failure), err=True)
    return InputError.exit_code if outcome.failures else 0


@dataclass(slots=True)
class Outcome:
    """What an addition came to, counted as it goes."""

    added: int = 0
    claims: int = 0
    known: int = 0
    failures: list[Issue] = field(default_factory=list)

    def summary(self) -> str:
        """Such as "2 articles added with 31 claims, 1 already there, 1 could not be read"."""
        articles = f"{self.added} article{'' if self.added == 1 else 's'} added"
        claims = f" with {self.claims} claim{'' if self.claims == 1 else 's'}" if self.added else ""
        return f"{articles}{claims}, {self.known} already there, {len(self.failures)} could not be read"


def add_all(record: Record, inputs: tuple[str, ...], *, settings: Settings, published: date | None = None) -> Outcome:
    """Adds every article of `inputs` to the record, with progress on a terminal's standard error."""
    outcome = Outcome()
    with progress() as tick:
        articles = reading.read_articles(inputs, settings=settings, published=published)
        new = _new(articles, record, outcome, tick)
        first = next(new, None)
        if first is not None:  # the pipeline is loaded only where there is something to read
            _add(reading.read_claims(chain([first], new), settings=settings), record, outcome)
    return outcome


def _new(items: Iterable[Article | Issue], record: Record, outcome: Outcome, tick: Tick) -> Iterator[Article | Issue]:
    """The articles that the record does not hold, each after the doubts about its file: the pipeline joins the two."""
    from dateline.model.issue import Issue

    doubts: list[Issue] = []
    for item in items:
        if isinstance(item, Issue):
            if item.fatal:
                _fail(item, record, outcome)
            else:
                doubts.append(item)
            continue
        own = [doubt for doubt in doubts if doubt.where == item.origin]
        doubts = [doubt for doubt in doubts if doubt.where != item.origin]
        if record.has(item.id):
            outcome.known += 1
        else:
            tick(item.name)
            yield from own
            yield item
    for doubt in doubts:
        record.add_issue(doubt)


def _add(items: Iterable[object], record: Record, outcome: Outcome) -> None:
    from dateline.incorporate.update import update
    from dateline.model.issue import Issue
    from dateline.model.reading import Reading
    from dateline.store.stored import Added

    for item in items:
        if isinstance(item, Issue):
            _fail(item, record, outcome)
        elif isinstance(item, Reading):
            done = record.add(item)
            update(record)  # if this is interrupted, the next command goes on with it
            if isinstance(done, Added):
                outcome.added += 1
                outcome.claims += done.claims
            else:  # the same article twice in one run
                outcome.known += 1


def _fail(issue: Issue, record: Record, outcome: Outcome) -> None:
    record.add_issue(issue)
    if issue.fatal:
        outcome.failures.append(issue)


@contextmanager
def progress() -> Iterator[Tick]:
    """A line that names what is being read; nothing where standard error is no terminal."""
    console = terminal.console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda name: progress.update(task, advance=1, description=f"reading {name[:60]}")
