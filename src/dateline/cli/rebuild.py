"""`dateline rebuild`: copies and incidents made anew from articles, claims and judgements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.incorporating import progress

if TYPE_CHECKING:
    from dateline.incorporate.update import Changes

_LISTED = 10


@click.command(name="rebuild", short_help="Make copies and incidents anew.")
@options.database
def command(*, db: str | None) -> None:
    """Make copies and incidents anew from articles, claims and judgements, and say what came out different.

    They come out as they were, for it makes no difference in which order articles came; only a newer Dateline may
    find others. If it is stopped, all stays as it was.
    """
    from dateline.incorporate.update import rebuild

    with options.open_record(db) as record, progress() as tick:
        changes = rebuild(record, tick=tick)
    for line in _lines(changes):
        click.echo(line)


def _lines(changes: Changes) -> list[str]:
    whole = f"{_many(changes.incidents, 'incident')}, {_many(changes.copies, 'copy', 'copies')}"
    if changes.same:
        return [f"{whole}; the same as before."]
    counted = {
        "new": changes.new_incidents,
        "gone": changes.gone_incidents,
        "changed": changes.other_incidents,
    }
    said = [f"{_many(len(ids), 'incident')} {what}" for what, ids in counted.items() if ids]
    said += [f"{_many(changes.changed_copies, 'copy', 'copies')} changed"] if changes.changed_copies else []
    return [f"{whole}; {', '.join(said)}.", *(_listed(what, ids) for what, ids in counted.items() if ids)]


def _listed(what: str, ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - _LISTED:,} more" if len(ids) > _LISTED else ""
    return f"  {what}: {', '.join(each[:8] for each in ids[:_LISTED])}{more}"


def _many(count: int, one: str, more: str = "") -> str:
    return f"{count:,} {one if count == 1 else more or f'{one}s'}"
