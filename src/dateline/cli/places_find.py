"""`dateline places find`: what the gazetteer knows by a name, and why it would be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline import wording
from dateline.cli import options, places_sources, terminal
from dateline.cli.places_add import country_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.ground.gazetteer_find import Known

NOTHING = 1  # the exit code


@click.command(name="find", short_help="Explain what is known by a name.")
@click.argument("words", nargs=-1, required=True, metavar="NAME")
@click.option("--country", metavar="CODE", help="Only in this country (SY, SYR or Syria); other spellings count too.")
@options.as_json
def command(words: tuple[str, ...], *, country: str | None, as_json: bool | None) -> None:
    """Explain what is known by NAME: every entry, how the name matched, and the score it has by itself.

    An article adds evidence to these scores: other places it names, countries, the outlet. The exit code is 1 where
    nothing is known by that name.
    """
    from dateline.ground.gazetteer import Gazetteer
    from dateline.ground.gazetteer_find import find, near

    name = " ".join(words)
    gazetteer = Gazetteer.open(added=places_sources.places_file())
    found = find(gazetteer, name, country=country_code(country) if country else None)
    alike = [] if found else near(gazetteer, name)
    gazetteer.close()
    if not found:
        hint = f" Similar: {', '.join(alike)}." if alike else ""
        more = "" if alike else " `dateline places add` adds a country's villages, neighbourhoods and camps."
        where = f" in {country}" if country else ""
        click.echo(f"Nothing is known by the name {name!r}{where}.{hint}{more}", err=True)
        click.get_current_context().exit(NOTHING)
    if terminal.wants_json(as_json):
        for known in found:
            terminal.write_json(known.to_json())
    else:
        _print(found)


def _print(found: list[Known]) -> None:
    console = terminal.console()
    for known in found:
        path = [each.name + (f" ({each.code})" if each.code else "") for each in reversed(known.admin)]
        head = " · ".join(filter(None, (known.name, known.kind, ", ".join((*path, known.country or "")))))
        terminal.print_card(console, f"{wording.plain(head)}  {known.id or ''}", _rows(known))


def _rows(known: Known) -> Iterator[tuple[str, str]]:
    people = f"; population {known.population:,}" if known.population else ""
    yield "point", f"{known.lat:.5g}, {known.lon:.5g}, within {known.radius_km:g} km ({known.precision}){people}"
    yield "name", "; ".join(known.matched)
    yield "source", known.source
    yield "score", f"{known.score:.2f}: {', '.join(known.reasons)}"
