"""`dateline export`: the record in the formats people use."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from dateline.cli import confidence, options
from dateline.errors import UsageError
from dateline.export import formats

if TYPE_CHECKING:
    from dateline.store.filters import Filters
    from dateline.store.record import Record


@click.command(name="export", short_help="Write the record for other tools: CSV, XLSX, GeoJSON, …")
@click.option(
    "--format",
    "kind",
    type=click.Choice(list(formats.FORMATS)),
    default="jsonl",
    show_default=True,
    metavar="FORMAT",
    help=f"One of {', '.join(formats.FORMATS)}.",
)
@click.option(
    "--of",
    type=click.Choice(formats.OF),
    help="Claims, or the incidents that they tell of; by default claims where the format has them.",
)
@click.option(
    "--coarse",
    is_flag=True,
    help="For publishing without doing harm: districts instead of places, no private names, no words.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Where to; else standard output."
)
@options.filters
@options.database
def command(  # noqa: PLR0913 (one a flag)
    *,
    kind: str,
    of: str | None,
    coarse: bool,
    out: Path | None,
    asked: options.Asked,
    db: str | None,
) -> None:
    """Write the record, or what the filters want of it, for other tools.

    jsonl: one article a line with its claims, as `dateline read` writes them and can read them again; or one incident
    a line. csv, xlsx: for spreadsheets. geojson, geoparquet: for maps. hxl: CSV with the hashtags of humanitarian
    data. annotations: the claims as W3C Web Annotations. ucdp, acled: incidents in CSV that is shaped like those data
    sets, and is not theirs. docs/exports.md tells every column.
    """
    of = formats.check(kind, of, coarse=coarse)
    wanted = options.wanted(asked)
    sieve = confidence.Sieve(asked.least)
    form = formats.FORMATS[kind]
    from dateline.export.writing import write

    with options.open_record(db) as record:
        rows = _rows(record, form.of[of], wanted, sieve)
        with _target(out, binary=form.binary) as file:
            written = write(kind, of, rows, file, coarse=coarse)
    sieve.tell()
    if out:
        things = form.of[of] if kind == "jsonl" else of
        click.echo(f"{written} {things} written to {out}", err=True)


def _rows(record: Record, what: str, wanted: Filters, sieve: confidence.Sieve) -> Iterable[Any]:
    """The rows that a format is made of, one by one; incidents, which are made of all claims, at once."""
    if what == formats.CLAIMS:
        return sieve.rows(record.claims(wanted))
    if what == formats.ARTICLES:
        return map(sieve.sifted, record.readings(wanted))
    from dateline.cli.incidents import find
    from dateline.cli.incorporating import up_to_date
    from dateline.export.incident_rows import incident_rows

    up_to_date(record)
    found = find(record, wanted, sieve)
    return incident_rows((one.to_json() for one in found), (row for one in found for row in one.claims))


@contextmanager
def _target(out: Path | None, *, binary: bool) -> Iterator[IO[Any]]:
    """Standard output, or a file that appears under its name only once it is complete."""
    if out is None:
        yield _standard_output(binary=binary)
        return
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("wb") if binary else part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(out)
    except OSError as error:
        raise UsageError(
            f"the file cannot be written ({error.strerror})", where=os.fspath(out), remedy="Choose another --out."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _standard_output(*, binary: bool) -> IO[Any]:
    if not binary:
        return sys.stdout
    if sys.stdout.isatty():
        raise UsageError("this format is bytes, which a terminal cannot show", remedy="Give --out FILE.")
    return sys.stdout.buffer
