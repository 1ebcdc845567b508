"""Options that several commands share, checked where they come in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from dateline.cli.confidence import Sieve
from dateline.errors import UsageError
from dateline.model.codebook import EVENTS
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.store.filters import Filters
    from dateline.store.record import Record

Result = TypeVar("Result")
_FORM: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


if TYPE_CHECKING:
    _DayType = click.ParamType[date]
else:
    _DayType = click.ParamType  # takes no type before click 8.2


class Day(_DayType):
    """A day of the form YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """The day; fails with the form that is wanted."""
        if isinstance(value, date):
            return value
        try:
            if _FORM.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass  # the right form, but no such day
        return self.fail(f"{value!r} is no day of the form YYYY-MM-DD, such as 2016-12-09.", param, ctx)


DAY: Final = Day()

published = click.option("--published", type=DAY, metavar="DATE", help="Day of publication where the input has none.")
database = click.option(
    "--db",
    metavar="FILE|URL",
    envvar="DATELINE_DB",
    show_envvar=True,
    help="The record: an SQLite file or postgresql+psycopg://…; by default a file in your data folder.",
)
as_json = click.option(
    "--json/--table", "as_json", default=None, help="JSON Lines or tables; by default tables on a terminal only."
)
allow_private = click.option(
    "--allow-private",
    is_flag=True,
    help="Let web addresses lead to machines of private networks and to this one.",
)
as_of = click.option(
    "--as-of", type=DAY, metavar="DATE", help="What had been told by the end of this day: articles published by then."
)
min_confidence = click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    metavar="X",
    help="Leave out claims of a confidence below X (0 to 1); how many is told.",
)


def sifting(command: Callable[..., Result]) -> Callable[..., Result]:
    """Adds --min-confidence and --as-of, which come as a `sieve`."""

    @wraps(command)
    def sifted(*, least: float | None, **rest: Any) -> Result:  # noqa: ANN401 (the command's own)
        return command(sieve=Sieve(least, as_of=rest.pop("as_of")), **rest)

    return min_confidence(as_of(sifted))


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters as they were given; `wanted` checks them. `least` is for `confidence.Sieve`."""

    events: tuple[str, ...]
    place: str | None
    since: date | None
    until: date | None
    least: float | None = None


def filters(command: Callable[..., Result]) -> Callable[..., Result]:
    """Adds the filters on claims (--type, --place, --since, --until, --min-confidence), which come as `asked`."""

    @wraps(command)
    def filtered(
        *,
        events: tuple[str, ...],
        place: str | None,
        since: date | None,
        until: date | None,
        least: float | None,
        **rest: Any,  # noqa: ANN401 (the command's own)
    ) -> Result:
        return command(asked=Asked(events, place, since, until, least), **rest)

    return _with_filters(filtered)


def _with_filters(command: Callable[..., Result]) -> Callable[..., Result]:
    for option in (
        min_confidence,
        click.option("--until", type=DAY, metavar="DATE", help="Happened on or before this day."),
        click.option("--since", type=DAY, metavar="DATE", help="Happened on or after this day."),
        click.option("--place", metavar="NAME", help="Part of a place's name, or a country as ISO code (SYR)."),
        click.option(
            "--type",
            "events",
            multiple=True,
            metavar="TYPE",
            type=click.Choice(EVENTS, case_sensitive=False),
            help="Event type, such as ASSAULT; may be given several times.",
        ),
    ):
        command = option(command)
    return command


def wanted(asked: Asked) -> Filters:
    """The filters as the record takes them; raises UsageError where they can match nothing."""
    from dateline.store.filters import Filters
    from dateline.text.fold import fold_name

    if asked.since and asked.until and asked.since > asked.until:
        raise UsageError(f"--since {asked.since} lies after --until {asked.until}", remedy="Exchange the two.")
    if asked.place is not None and not fold_name(asked.place):
        raise UsageError("--place is empty", remedy="Give part of a name, or leave it out.")
    return Filters(events=asked.events, place=asked.place, since=asked.since, until=asked.until)


def open_record(db: str | None, *, create: bool = False) -> Record:
    """The record that --db, the environment or the default names."""
    from dateline.store.record import Record

    return Record.open(Settings.from_environment(db=db).database_url(), create=create)
