"""What the commands of `dateline judge` share: who judges and why, and what is said of a judgement once it is made."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dateline.cli import options, terminal
from dateline.cli.incorporating import up_to_date
from dateline.errors import UsageError
from dateline.model.judgement_words import sentence
from dateline.wording import plain

if TYPE_CHECKING:
    from dateline.incorporate.judging import Author
    from dateline.model.judgement import Judgement
    from dateline.store.record import Record

Result = TypeVar("Result")
Make = Callable[["Record", "Author"], "Judgement"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Who judges and why, in which record, and how the answer is wanted."""

    author: Author
    db: str | None
    as_json: bool | None


def author_options(command: Callable[..., Result]) -> Callable[..., Result]:
    """Adds --who, --why, --db and --json, which come as `asked`."""

    @wraps(command)
    def judged(
        *,
        who: str | None,
        why: str | None,
        db: str | None,
        as_json: bool | None,
        **rest: Any,  # noqa: ANN401 (the command's own)
    ) -> Result:
        from dateline.incorporate.judging import Author

        return command(asked=Asked(Author(who or login_name(), why), db, as_json), **rest)

    for option in (
        options.as_json,
        options.database,
        click.option("--why", metavar="TEXT", help="The reason, for those who read it later."),
        click.option(
            "--who",
            metavar="NAME",
            envvar="DATELINE_WHO",
            show_envvar=True,
            help="Who judges; by default your login name.",
        ),
    ):
        judged = option(judged)
    return judged


def login_name() -> str:
    """The name of the user who runs the command."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:  # KeyError before Python 3.13: no such user is known
        raise UsageError("who judges is not known", remedy="Give --who NAME, or set DATELINE_WHO.") from error


def judge(asked: Asked, make: Make, *, blindly: bool = False) -> None:
    """Makes a judgement, brings the incidents up to date and says what came of it.

    `blindly`: without looking at the incidents first, so that what keeps them from being made can be undone.
    """
    with options.open_record(asked.db) as record:
        if not blindly:
            up_to_date(record)
        made = make(record, asked.author)
        up_to_date(record)
        if terminal.wants_json(asked.as_json):
            terminal.write_json(made.to_json())
        else:
            click.echo(f"{made.number}: {plain(sentence(made))}.")
        _tell(record, made)


def _tell(record: Record, made: Judgement) -> None:
    """Where the claims are now, and what stands against the judgement."""
    from dateline.incorporate.judging import held_together

    claims = [subject.claim for subject in made.subjects]
    now = sorted({found for found in map(record.incident_of, claims) if found})
    named = ", ".join(each[:8] for each in now[:10]) + (" …" if len(now) > 10 else "")
    click.echo(f"They are in incident{'' if len(now) == 1 else 's'} {named}." if now else "In no incident.", err=True)
    against = held_together(record, made)
    if against:
        numbers = " and ".join(str(each.number) for each in against)
        click.echo(f"Some are still together, by judgement {numbers}: undo it to part them.", err=True)
