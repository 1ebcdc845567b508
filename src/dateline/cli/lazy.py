"""A group of commands that imports each one only when it is asked for, and guesses what a mistyped one meant."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click


class ReaderGoneError(Exception):
    """Nobody reads what we write any more (`dateline read … | head`). Not an error of the user's."""


class LazyGroup(click.Group):
    """A group whose commands are named, in the order of its help, by the modules that hold them as `command`."""

    def __init__(self, *args: Any, modules: dict[str, str] | None = None, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self._modules = modules or {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The names of the commands, in the order in which they are used."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (the same)
        """The command of this name, imported now; None where there is none."""
        if cmd_name not in self._modules:
            return None
        command = import_module(self._modules[cmd_name]).command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Click's own, but with the commands that a mistyped name resembles."""
        name = args[0] if args else ""
        if name and name not in self._modules and not name.startswith("-"):
            close = get_close_matches(name, self._modules, n=1)
            guess = f" Did you mean {close[0]}?" if close else f" There are: {', '.join(self._modules)}."
            ctx.fail(f"There is no command {name!r}.{guess}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command and writes out what is still waiting; a reader that went away ends it quietly."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise ReaderGoneError from error  # click would end the process on its own terms
        return result
