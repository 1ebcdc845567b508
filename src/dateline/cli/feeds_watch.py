"""`dateline feeds watch`: polls the feeds again and again, until it is stopped."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import feeds_running, options, terminal
from dateline.errors import UsageError
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.feeds import Poller

    _EveryType = click.ParamType[timedelta]
else:
    _EveryType = click.ParamType  # takes no type before click 8.2

_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_NAP = 60  # seconds between two looks at what is due: feeds may be added meanwhile


class Every(_EveryType):
    """A length of time such as 15m, 2h or 1d: from a minute to a week."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:  # noqa: ANN401
        """The length; fails with the form that is wanted."""
        if isinstance(value, timedelta):
            return value
        said = re.fullmatch(r"([0-9]{1,4})([mhd])", value)
        length = int(said[1]) * _UNITS[said[2]] if said else timedelta(0)
        if not _UNITS["m"] <= length <= timedelta(weeks=1):
            self.fail(f"{value!r} is no time from 1m to 7d, such as 15m, 2h or 1d.", param, ctx)
        return length


@click.command(name="watch", short_help="Poll the feeds again and again.")
@click.argument("names", nargs=-1, metavar="[NAME]…")
@click.option("--every", type=Every(), default="15m", show_default=True, metavar="TIME", help="Such as 15m, 2h or 1d.")
@options.allow_private
@options.database
@options.as_json
def command(
    names: tuple[str, ...], *, every: timedelta, allow_private: bool, db: str | None, as_json: bool | None
) -> int:
    """Poll the feeds of these names, or all, again and again until it is stopped with Ctrl-C (or SIGTERM).

    A feed that fails is asked less and less often, once a day at last, and again at its pace once it answers. Feeds
    that are added meanwhile are polled too. Stopping loses nothing: what was not finished is met again.
    """
    settings = Settings.from_environment(db=db, allow_private=allow_private)
    machine = terminal.wants_json(as_json)
    with _stopping_quietly(), feeds_running.poller(settings) as poller:
        if not poller.store.feeds(names):
            raise UsageError("no feeds are followed", remedy="Follow one with: dateline feeds add URL")
        while True:
            _round(poller, names, every, machine=machine)
            time.sleep(_NAP)
    return 0


def _round(poller: Poller, names: tuple[str, ...], every: timedelta, *, machine: bool) -> None:
    """Polls what is due."""
    from dateline.feeds import next_poll

    now = datetime.now(tz=UTC)
    for feed in poller.store.feeds(names):
        if next_poll(feed, every=every) <= now:
            feeds_running.show(poller.poll(feed), machine=machine)


@contextmanager
def _stopping_quietly() -> Iterator[None]:
    """To be stopped is how a watch ends: Ctrl-C and SIGTERM end it without an error."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
    finally:
        signal.signal(signal.SIGTERM, before)
