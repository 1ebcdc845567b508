"""`dateline places alias`: a user's own names of places."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path

import click

from dateline import wording
from dateline.cli import options, places_sources, terminal
from dateline.errors import InputError, UsageError

_COLUMNS = ("name", "lang", "lat", "lon", "radius_km", "country", "kind", "same", "note")


@click.command(name="alias", short_help="Add names of your own from a CSV.")
@click.argument("file", required=False)
@click.option("--list", "listed", is_flag=True, help="List your own names.")
@click.option(
    "--remove", "removed", multiple=True, metavar="NAME", help="Take out this name; may be given several times."
)
@options.as_json
def command(file: str | None, *, listed: bool, removed: tuple[str, ...], as_json: bool | None) -> None:
    """Add names of your own from FILE (`-` for standard input): "East Aleppo", camps, front-line names.

    FILE is a CSV with the columns name, lang, lat, lon, radius_km, parent, note, in any order; only name is needed, and
    a point or a parent. The parent is a name in the gazetteer or an id such as geonames:170063. Without a point and a
    radius the name is another name of its parent. A name that means one place of yours is preferred to other places of
    that name. Names that FILE holds replace those of the same name.
    """
    if bool(file) + listed + bool(removed) != 1:
        raise UsageError("give a file, or --list, or --remove NAME", remedy="Such as: dateline places alias own.csv.")
    if file:
        _add(file, as_json=as_json)
    elif removed:
        _remove(removed)
    else:
        _list(as_json=as_json)


def _add(file: str, *, as_json: bool | None) -> None:
    from dateline.ground.gazetteer import Gazetteer
    from dateline.ground.gazetteer_additions import additions, sources
    from dateline.ground.gazetteer_user_schema import OWN
    from dateline.ground.sources.aliases import read_aliases

    target = places_sources.places_file()
    raw = _read(file)
    name = "standard input" if file == "-" else Path(file).name
    try:
        lines = io.StringIO(raw.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InputError("it is not UTF-8 text", where=f"{name} line {line}", remedy="Save it as UTF-8.") from error
    gazetteer = Gazetteer.open(added=target)
    try:
        found = read_aliases(lines, name, gazetteer)
    finally:
        gazetteer.close()
    with additions(target) as writing:
        writing.forget_names([alias.point.name for alias in found])
        writing.start_own([(name, hashlib.sha256(raw).hexdigest())])
        for alias in found:
            writing.insert(OWN, alias.point, lang=alias.lang, note=alias.note, same=alias.same)
        writing.note_own()
    places_sources.write([each for each in sources(target) if each.id == OWN], as_json=as_json)


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror}", where=file, remedy="Check the name.") from error


def _remove(names: tuple[str, ...]) -> None:
    from dateline.ground.gazetteer_additions import additions

    file = places_sources.places_file()
    if not file.exists():
        raise UsageError("you have no names of your own", remedy="Add some: dateline places alias FILE.csv.")
    with additions(file) as writing:
        for name in names:
            if not writing.forget_names([name]):
                raise UsageError(f"no name of your own is {name!r}", remedy="See: dateline places alias --list.")
        writing.note_own()
    click.echo(f"{', '.join(names)}: taken out.", err=True)


def _list(*, as_json: bool | None) -> None:
    from dateline.ground.gazetteer_additions import own_names

    found = own_names(places_sources.places_file())
    if terminal.wants_json(as_json):
        for each in found:
            terminal.write_json(each)
    elif found:
        from rich import box
        from rich.table import Table

        table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
        for column in _COLUMNS:
            table.add_column(column, overflow="fold")
        for each in found:
            table.add_row(*("" if each[column] is None else wording.plain(str(each[column])) for column in _COLUMNS))
        terminal.console().print(table)
    else:
        click.echo("You have no names of your own. `dateline places alias FILE.csv` adds them.")
