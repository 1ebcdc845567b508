"""`dateline judge undo`: a judgement no longer counts."""

from __future__ import annotations

import click

from dateline.cli import judging


@click.command(name="undo", short_help="Take a judgement back.")
@click.argument("number", type=click.IntRange(min=1), metavar="NUMBER")
@judging.author_options
def command(number: int, *, asked: judging.Asked) -> None:
    """Take back the judgement NUMBER, as `dateline judge list` numbers them; the row stays.

    An undoing can be undone: then the judgement counts again.
    """
    from dateline.incorporate.judging import judge_undo

    judging.judge(asked, lambda record, by: judge_undo(record, number, by), blindly=True)
