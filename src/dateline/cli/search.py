"""`dateline search`: articles and claims by their words."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from dateline import wording
from dateline.cli import confidence, options, terminal

if TYPE_CHECKING:
    from dateline.store.record import Record
    from dateline.store.stored import Hit


@click.command(name="search", short_help="Find articles and claims by their words.")
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most N finds."
)
@options.min_confidence
@options.database
@options.as_json
def command(words: tuple[str, ...], *, limit: int, least: float | None, db: str | None, as_json: bool | None) -> None:
    """Find articles and claims that hold all the words, the latest first.

    Case and accents do not matter; words in quotation marks are looked for as they follow one another.
    """
    with options.open_record(db) as record:
        hits, sieve = _find(record, words, limit + 1, least)
    sieve.tell()
    shown = hits[:limit]
    if terminal.wants_json(as_json):
        for hit in shown:
            terminal.write_json(asdict(hit) | {"published": hit.published.isoformat() if hit.published else None})
    else:
        _print(shown, words)
    if len(hits) > limit:
        click.echo(f"There are more than {limit}; --limit N lists more.", err=True)


def _find(
    record: Record, words: tuple[str, ...], count: int, least: float | None
) -> tuple[list[Hit], confidence.Sieve]:
    """Up to `count` finds that pass, and what was left out among them; more are asked for until there are enough."""
    asked = count
    while True:
        hits, sieve = record.search(*words, limit=asked), confidence.Sieve(least)
        kept = _sure(record, hits, sieve) if least else hits
        if len(kept) >= count or len(hits) < asked:
            return kept[:count], sieve
        asked *= 2


def _sure(record: Record, hits: list[Hit], sieve: confidence.Sieve) -> list[Hit]:
    """The articles among the finds, and the claims that pass."""
    confidences = {
        claim["id"]: claim["confidence"]
        for article_id in {hit.article_id for hit in hits if hit.claim_id}
        for claim in record.article(article_id)["claims"]
    }
    return [hit for hit in hits if hit.claim_id is None or sieve.passes(confidences[hit.claim_id])]


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
