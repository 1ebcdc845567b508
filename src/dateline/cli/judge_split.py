"""`dateline judge split`: claims tell of another incident than the others."""

from __future__ import annotations

import click

from dateline.cli import judging


@click.command(name="split", short_help="These tell of different incidents.")
@click.argument("key", metavar="A")
@click.argument("others", nargs=-1, required=True, metavar="B…")
@judging.author_options
def command(key: str, others: tuple[str, ...], *, asked: judging.Asked) -> None:
    """Judge that the claims B are not of the incident A, or that two claims or incidents are not one.

    What B names is set apart from all other claims of A. Whether the claims of B stay together is left to what they
    say.
    """
    from dateline.incorporate.judging import judge_split

    judging.judge(asked, lambda record, by: judge_split(record, key, others, by))
