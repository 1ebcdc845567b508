"""`dateline places remove`: takes out again what a source brought."""

from __future__ import annotations

import click

from dateline.cli import places_sources


@click.command(name="remove", short_help="Take out what was added.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
def command(sources: tuple[str, ...]) -> None:
    """Take out all that was added from a source, such as geonames:SYR; `dateline places list` names them.

    Your own names are the source alias; `dateline places alias --remove NAME` takes out one of them.
    """
    from dateline.errors import UsageError
    from dateline.ground.gazetteer_additions import additions

    file = places_sources.places_file()
    if not file.exists():
        raise UsageError("nothing was added", remedy="`dateline places add SY` adds a country.")
    with additions(file) as writing:
        gone = [writing.remove(source) for source in dict.fromkeys(sources)]
    for source in gone:
        click.echo(f"{source.id}: {source.places:,} places and {source.names:,} names taken out.", err=True)
