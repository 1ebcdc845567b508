"""`dateline places list`: what was added to the gazetteer."""

from __future__ import annotations

import click

from dateline.cli import options, places_sources, terminal


@click.command(name="list", short_help="List what was added to the gazetteer.")
@options.as_json
def command(*, as_json: bool | None) -> None:
    """List what was added to the gazetteer: from where, when, under which licence, and what it brought."""
    from dateline.ground.gazetteer_additions import sources

    found = sources(places_sources.places_file())
    if not found and not terminal.wants_json(as_json):
        click.echo("Nothing was added. `dateline places add SY` adds a country.")
    places_sources.write(found, as_json=as_json)
