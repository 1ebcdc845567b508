"""`dateline judge same`: two incidents or claims are one."""

from __future__ import annotations

import click

from dateline.cli import judging


@click.command(name="same", short_help="These tell of one incident.")
@click.argument("keys", nargs=-1, required=True, metavar="A B…")
@judging.author_options
def command(keys: tuple[str, ...], *, asked: judging.Asked) -> None:
    """Judge that incidents or claims are one incident.

    A and B are ids of incidents, which stand for all their claims, or of single claims.
    """
    from dateline.incorporate.judging import judge_same

    judging.judge(asked, lambda record, by: judge_same(record, keys, by))
