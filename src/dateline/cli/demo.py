"""`dateline demo`: the example dispatches, read into a fresh record and shown."""

from __future__ import annotations

import tempfile
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from dateline.cli import options, reading, terminal
from dateline.cli.add import add_all
from dateline.errors import InputError, InstallError
from dateline.settings import Settings

_SHOWN: Final = 25  # incidents

if TYPE_CHECKING:
    from dateline.store.record import Record


# the plain text among the examples tells its date only to people, as such texts do
LETTER = date(2016, 12, 19)


@click.command(name="demo", short_help="Read the example dispatches and show them.")
@click.option("--db", metavar="FILE", help="Keep the record in this file.")  # not DATELINE_DB: that is the user's own
def command(*, db: str | None) -> int:
    """Read the example dispatches into a fresh record and show what is in it.

    The record lies in a temporary folder unless --db names a file.
    """
    folder = examples()
    path = db or str(Path(tempfile.mkdtemp(prefix="dateline-demo-")) / "record.db")
    with options.open_record(path, create=True) as record:
        outcome = add_all(record, dispatches(folder), settings=Settings.from_environment(db=path), published=LETTER)
        _show(record)
    click.echo(f"{outcome.summary()}.")
    for failure in outcome.failures:
        click.echo(reading.sentence(failure), err=True)
    click.echo(_next_steps(path, folder))
    return InputError.exit_code if outcome.failures else 0


def examples() -> Path:
    """The folder of example dispatches: in the package, or beside it in a source tree."""
    shipped = Path(str(files("dateline") / "examples"))
    beside = Path(__file__).parents[3] / "examples"
    for folder in (shipped, beside):
        if folder.is_dir() and any(folder.iterdir()):
            return folder
    raise InstallError("the example dispatches are missing", where=str(shipped), remedy="Install Dateline again.")


def dispatches(folder: Path) -> tuple[str, ...]:
    """The files of `folder` that hold dispatches, in order; what explains them to people is none."""
    return tuple(str(path) for path in sorted(folder.iterdir()) if path.is_file() and path.suffix != ".md")


def _show(record: Record) -> None:
    from dateline.cli.claim_table import print_claims
    from dateline.cli.incident_table import incident_table
    from dateline.cli.incidents import find
    from dateline.store.filters import Filters

    console = terminal.console()
    incidents = find(record, Filters())
    console.print("Incidents", style="bold")
    console.print(incident_table(incidents[:_SHOWN], console.width))
    if len(incidents) > _SHOWN:
        console.print(f"and {len(incidents) - _SHOWN} more: dateline incidents lists them.", style="dim")
    console.print("\nClaims", style="bold")
    for article in sorted(record.readings(), key=lambda one: (one["published"] or "", one["id"])):
        print_claims(console, article)


def _next_steps(path: str, folder: Path) -> str:
    return f"""
The record is {path}. To go on:
  dateline incidents --db {path} --type ASSAULT
  dateline show ID --db {path}            an id from the lists above, in full
  dateline export --format csv --db {path}
  dateline read {folder}/…                one article, nothing stored
  dateline add FILE… --published DATE     your own articles, into your own record"""
