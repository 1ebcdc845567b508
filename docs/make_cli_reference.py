"""Writes docs/cli.md from the commands' own --help: ``python docs/make_cli_reference.py``.

With ``--check`` nothing is written, and the exit code is 1 where the file is not what the commands say.
"""  # noqa: INP001 (a folder of documents with two scripts)

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from dateline.cli.main import cli

TARGET: Final = Path(__file__).with_name("cli.md")
WIDTH: Final = 80
HEAD: Final = """# The commands

What `dateline COMMAND --help` says, all on one page. This page is made by `docs/make_cli_reference.py`: do not edit it.
For a walk through the commands with real outputs read the [tutorial](tutorial.md).
"""
TAIL: Final = """## Exit codes

| code | what it means |
| --- | --- |
| 0 | all went well |
| 1 | `dateline places find`: nothing is known by that name |
| 2 | the command or a setting was given wrongly |
| 3 | a document or a feed could not be had or read; the others were |
| 4 | the record, or the file of added places, could not be opened, read or written |
| 5 | a part of Dateline itself is missing or altered: install it again |
| 130 | stopped with Ctrl-C |
| 141 | the program that was reading the output went away |

## Settings

| variable | what it sets |
| --- | --- |
| `DATELINE_DB` | the record, where `--db` is not given: an SQLite file or `postgresql+psycopg://…` |
| `DATELINE_WHO` | who judges, where `dateline judge` is not given `--who` (your login name if not set) |
| `DATELINE_TOKEN` | what judging in `dateline serve` needs, where `--token` is not given |
| `DATELINE_PLACES` | the file of what was added to the gazetteer; by default `places.db` in your data folder |
| `DATELINE_ALLOW_PRIVATE` | `1`: web addresses may lead to machines of private networks and to this one |
| `DATELINE_MAX_CHARS` | the longest text that is read as one article, in characters (2,000,000 if not set) |
"""


def reference() -> str:
    """The whole page."""
    group = click.Context(cli, info_name="dateline", terminal_width=WIDTH, **cli.context_settings)
    sections = [HEAD, _section("dateline", cli.get_help(group))]
    for name in cli.list_commands(group):
        command = cli.get_command(group, name)
        if command is None or command.hidden:
            continue
        own = click.Context(command, parent=group, info_name=name, terminal_width=WIDTH)
        sections.append(_section(f"dateline {name}", command.get_help(own)))
        sections.extend(_inner(command, own))
    return "\n".join([*sections, TAIL])


def _inner(command: click.Command, context: click.Context) -> Iterator[str]:
    """The commands of a group, one heading lower than the group itself."""
    if not isinstance(command, click.Group):
        return
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        if inner is not None:
            own = click.Context(inner, parent=context, info_name=name, terminal_width=WIDTH)
            yield _section(f"{context.command_path} {name}", inner.get_help(own), level=3)


def _section(title: str, help_text: str, *, level: int = 2) -> str:
    plain = "\n".join(line.rstrip() for line in help_text.strip().split("\n"))
    return f"{'#' * level} {title}\n\n```text\n{plain}\n```\n"


def main(arguments: list[str]) -> int:
    """Writes the page, or with --check compares it; returns the exit code."""
    fresh = reference()
    if "--check" not in arguments:
        TARGET.write_text(fresh, encoding="utf-8")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == fresh:
        return 0
    sys.stderr.write("docs/cli.md is stale. Make it anew with: python docs/make_cli_reference.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
