"""`dateline judge accept`: claims are checked and right."""

from __future__ import annotations

import click

from dateline.cli import judging


@click.command(name="accept", short_help="A person has checked these claims.")
@click.argument("keys", nargs=-1, required=True, metavar="ID…")
@judging.author_options
def command(keys: tuple[str, ...], *, asked: judging.Asked) -> None:
    """Mark claims as checked by a person and right; an id of an incident stands for all its claims."""
    from dateline.incorporate.judging import judge_claims
    from dateline.model.judgement import ACCEPT

    judging.judge(asked, lambda record, by: judge_claims(record, ACCEPT, keys, by))
