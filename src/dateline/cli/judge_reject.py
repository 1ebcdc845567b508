"""`dateline judge reject`: claims that the article does not make."""

from __future__ import annotations

import click

from dateline.cli import judging


@click.command(name="reject", short_help="These are no claims of the article.")
@click.argument("keys", nargs=-1, required=True, metavar="ID…")
@judging.author_options
def command(keys: tuple[str, ...], *, asked: judging.Asked) -> None:
    """Take claims out of all incidents: their articles do not say that. They stay in the record, marked as rejected."""
    from dateline.incorporate.judging import judge_claims
    from dateline.model.judgement import REJECT

    judging.judge(asked, lambda record, by: judge_claims(record, REJECT, keys, by))
