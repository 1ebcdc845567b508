"""`dateline places add`: a country's depth for the gazetteer, downloaded or from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli import options, places_sources
from dateline.errors import InputError, UsageError

if TYPE_CHECKING:
    from dateline.ground.sources.records import Step

_DOWNLOADS = ("geonames", "cod-ab")


@click.command(name="add", short_help="Add a country's places, downloaded or from files.")
@click.argument("country", required=False)
@click.option(
    "--from",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Read this file, folder or zip, and download nothing; may be given several times.",
)
@click.option(
    "--source",
    "wanted",
    multiple=True,
    type=click.Choice(_DOWNLOADS),
    help="Download only this source; may be given several times. By default both.",
)
@options.as_json
def command(country: str | None, *, files: tuple[Path, ...], wanted: tuple[str, ...], as_json: bool | None) -> None:
    """Add the places of COUNTRY (SY, SYR or Syria) to the gazetteer.

    Downloads GeoNames' dump with its alternate names, and OCHA's administrative boundaries with p-codes (COD-AB) from
    HDX. With --from the same forms are read from files, and so are checkouts of Who's On First and Overture's
    divisions as GeoJSON; COUNTRY may then be left out. What was added from the same source before is replaced. A
    damaged file adds nothing.
    """
    code = country_code(country) if country else None
    if files and wanted:
        raise UsageError("--source is for downloads", remedy="Leave it out: --from says what is read.")
    if files:
        from dateline.ground.sources.steps import read_steps

        _add(read_steps({path: str(path) for path in files}, country=code), as_json=as_json)
    elif code:
        _download(code, wanted or _DOWNLOADS, as_json=as_json)
    else:
        raise UsageError("no country is given", remedy="Such as: dateline places add SY. Or give files with --from.")


def country_code(said: str) -> str:
    """The alpha-3 code of a country given by code or name; raises UsageError for none."""
    from dateline.ground.sources.records import alpha3
    from dateline.lexicon.countries import country_by_name

    code = alpha3(said) if len(said.strip()) in (2, 3) else country_by_name(said[:1].upper() + said[1:])
    if code is None:
        raise UsageError(f"{said!r} is no country", remedy="Give its ISO code, such as SY or SYR, or its name.")
    return code


def _add(steps: list[Step], *, as_json: bool | None) -> None:
    from dateline.ground.gazetteer_additions import additions

    with additions(places_sources.places_file()) as writing:
        added = [writing.add(step) for step in steps]
    places_sources.write(added, as_json=as_json)


def _download(code: str, wanted: tuple[str, ...], *, as_json: bool | None) -> None:
    """Each source by itself: one that cannot be had does not keep the others out, but the command ends with 3."""
    failed: list[InputError] = []
    for source in dict.fromkeys(wanted):
        try:
            _add(_downloaded(source, code), as_json=as_json)
        except InputError as error:
            failed.append(error)
            click.echo(f"{source}: {error}", err=True)
    if failed:
        click.get_current_context().exit(failed[0].exit_code)


def _downloaded(source: str, code: str) -> list[Step]:
    from tempfile import TemporaryDirectory

    from dateline.ground.sources import fetch
    from dateline.ground.sources.steps import read_steps

    with TemporaryDirectory(prefix="dateline-places-") as name:
        folder = Path(name)
        if source == "geonames":
            return read_steps(fetch.geonames(code, folder), country=code)
        paths, licence = fetch.cod_ab(code, folder)
        steps = read_steps(paths, country=code)
        for step in steps:
            step.licence = licence or step.licence
        return steps
