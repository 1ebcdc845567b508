"""`dateline export`: the record in the formats people use."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from dateline.cli import confidence, options
from dateline.errors import UsageError


@click.command(name="export", short_help="Write the record as JSON Lines or CSV.")
@click.option(
    "--format", "kind", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True, help="Which format."
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Where to; else standard output."
)
@options.filters
@options.database
def command(
    *,
    kind: str,
    out: Path | None,
    asked: options.Asked,
    db: str | None,
) -> None:
    """Write the record, or the claims that the filters want, as UTF-8.

    jsonl: one article a line with its claims, as `dateline read` writes them and can read them again. csv: one line a
    claim, for spreadsheets.
    """
    wanted = options.wanted(asked)
    sieve = confidence.Sieve(asked.least)
    from dateline.export.csv import write_csv
    from dateline.export.jsonl import write_jsonl

    with options.open_record(db) as record, _target(out) as file:
        if kind == "csv":
            written = f"{write_csv(sieve.rows(record.claims(wanted)), file)} claims"
        else:
            written = f"{write_jsonl(map(sieve.sifted, record.readings(wanted)), file)} articles"
    sieve.tell()
    if out:
        click.echo(f"{written} written to {out}", err=True)


@contextmanager
def _target(out: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears under its name only once it is complete."""
    if out is None:
        yield sys.stdout
        return
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(out)
    except OSError as error:
        raise UsageError(
            f"the file cannot be written ({error.strerror})", where=os.fspath(out), remedy="Choose another --out."
        ) from error
    finally:
        part.unlink(missing_ok=True)
