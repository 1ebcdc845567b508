"""The command `dateline`: the group, and what becomes of errors at the edge of the program."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import Final

import click

from dateline import __version__
from dateline.cli.lazy import LazyGroup, ReaderGoneError
from dateline.errors import DatelineError

INTERRUPTED: Final = 130  # what shells give for a program stopped with Ctrl-C
BROKEN_PIPE: Final = 141  # and for one whose reader went away

_COMMANDS: Final = (
    "read",
    "add",
    "feeds",
    "incidents",
    "control",
    "copies",
    "show",
    "search",
    "judge",
    "rebuild",
    "issues",
    "export",
    "serve",
    "places",
    "demo",
    "bench",
)


@click.group(
    cls=LazyGroup,
    modules={name: f"dateline.cli.{name}" for name in _COMMANDS},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "--version", prog_name="dateline")
def cli() -> None:
    """Read news of conflict and crisis into a record that can be checked.

    Who did what to whom, where, when, how many, and according to whom: each with the words that say it. Start with
    `dateline demo`, or read an article of your own: `dateline read article.txt --published 2016-12-09`.
    """


def main(args: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process with its exit code."""
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit code; what went wrong is said on standard error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # what we write is UTF-8 whatever the locale says
    try:
        code = cli.main(args, prog_name="dateline", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except DatelineError as error:
        click.echo(f"dateline: {error}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except ReaderGoneError:
        return _reader_gone()
    return code if isinstance(code, int) else 0


def _reader_gone() -> int:
    """Lets the interpreter close a pipe that nobody reads without a complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return BROKEN_PIPE


if __name__ == "__main__":
    main()
