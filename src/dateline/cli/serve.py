"""`dateline serve`: the record in a browser."""

from __future__ import annotations

import click

from dateline.cli import options
from dateline.settings import Settings

_PORT = 8765


@click.command(name="serve", short_help="Show the record in a browser: map, timeline, dossiers, review.")
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="Another name that it is reached by.")
@click.option("--read-only", is_flag=True, help="Show the record; nobody can judge.")
@click.option(
    "--token",
    envvar="DATELINE_TOKEN",
    show_envvar=True,
    metavar="TEXT",
    help="Judging needs it; without one, one is made where others can reach the server.",
)
@options.database
def command(  # noqa: PLR0913 (one a flag)
    *, port: int, host: str, names: tuple[str, ...], read_only: bool, token: str | None, db: str | None
) -> None:
    """Show the record in a browser, until it is stopped with Ctrl-C.

    Nothing leaves this machine, and no browser is opened: the address is printed. The same server answers programs:
    /api/openapi.json describes how. On loopback, which is the default, only this machine reaches it.
    """
    from dateline.serve.running import listen, serve
    from dateline.serve.security import Rules, is_loopback

    settings = Settings.from_environment(db=db)
    rules = Rules.of(host, read_only=read_only, token=token, names=names)
    with listen(host, port) as socket:
        click.echo(f"Dateline shows {settings.database_url()} at {address(host, socket.getsockname()[1])}")
        if not is_loopback(host):
            click.echo("Others can reach it and read everything in it: the connection is not encrypted.", err=True)
        if rules.token and not token:
            click.echo(f"Judging needs this token: {rules.token}", err=True)
        serve(settings, rules, socket)


def address(host: str, port: int) -> str:
    """What to type into a browser."""
    named = {"0.0.0.0": "localhost", "::": "localhost", "127.0.0.1": "localhost"}.get(host, host)  # noqa: S104
    return f"http://{f'[{named}]' if ':' in named else named}:{port}/"
