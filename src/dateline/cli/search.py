"""`dateline search`: articles and claims by their words."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from dateline.cli import options, terminal, wording

if TYPE_CHECKING:
    from dateline.store.stored import Hit


@click.command(name="search", short_help="Find articles and claims by their words.")
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most N finds."
)
@options.database
@options.as_json
def command(words: tuple[str, ...], *, limit: int, db: str | None, as_json: bool | None) -> None:
    """Find articles and claims that hold all the words, the latest first.

    Case and accents do not matter; words in quotation marks are looked for as they follow one another.
    """
    with options.open_record(db) as record:
        hits = record.search(*words, limit=limit + 1)
    shown = hits[:limit]
    if terminal.wants_json(as_json):
        for hit in shown:
            terminal.write_json(asdict(hit) | {"published": hit.published.isoformat() if hit.published else None})
    else:
        _print(shown, words)
    if len(hits) > limit:
        click.echo(f"There are more than {limit}; --limit N lists more.", err=True)


def _print(hits: list[Hit], words: tuple[str, ...]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    if not hits:
        click.echo("Nothing found.")
        return
    console = terminal.console()
    for hit in hits:
        key = (hit.claim_id or hit.article_id)[: wording.SHORT_ID]
        about = (hit.event or "article", hit.article_name, hit.title, hit.publisher, hit.published)
        head = Text(" · ".join(wording.plain(str(part)) for part in about if part), style="bold")
        console.print(head.append(f"  {key}", style="not bold dim"))
        body = Text(wording.plain(hit.snippet))
        body.highlight_words([word for each in words for word in each.split()], "bold underline", case_sensitive=False)
        console.print(Padding(body, (0, 0, 1, 2)))
