"""`dateline judge`: what a person decides about claims and incidents, and the way back."""

from __future__ import annotations

from typing import Final

import click

from dateline.cli.lazy import LazyGroup

COMMANDS: Final = ("same", "split", "accept", "reject", "correct", "undo", "list")


@click.group(
    name="judge",
    cls=LazyGroup,
    modules={name: f"dateline.cli.judge_{name}" for name in COMMANDS},
    short_help="Decide about claims and incidents, and take it back.",
)
def command() -> None:
    """Decide about claims and incidents, and take it back.

    A judgement is a row of its own with who, when and why: nothing is overwritten, and `dateline judge undo` takes
    any of them back. Judgements name claims, so they hold while incidents change around them. Ids may be cut to the
    first digits that no other has.
    """
