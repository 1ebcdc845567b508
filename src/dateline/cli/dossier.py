"""An incident as a dossier: numbers by origin, what else is said, how it became known, what merged it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dateline import wording
from dateline.cli.incident_table import DISAGREE, numbers, what

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from dateline.reconcile.agreement import FigureRange
    from dateline.reconcile.incident import Incident
    from dateline.reconcile.related import Related

_VALUES: Final = 6  # values of a field that are listed
_LINKS: Final = 12  # mergers that are listed; --json has all


def print_dossier(console: Console, incident: Incident, beside: Sequence[tuple[Related, Incident]] = ()) -> None:
    """The whole of an incident but its claims; `beside` are the incidents that are related to it."""
    from rich.text import Text

    first, last = (day.isoformat() if day else None for day in (incident.start, incident.end))
    place = ", ".join(filter(None, (incident.place, incident.country)))
    parts = (numbers(incident), what(incident), wording.plain(place), wording.between(first, last))
    console.print(Text(" · ".join(filter(None, parts)), style="bold").append(f"  {incident.id}", style="not bold dim"))
    console.print(Text(f"  {counted(incident)}", style="dim"))
    for figure in incident.figures:
        _print_figure(console, figure)
    _print_fields(console, incident)
    _print_history(console, incident)
    for group in incident.copies:
        console.print(Text("  one text: ", "dim").append(wording.plain(", ".join(group))))
    for relation, other in beside:
        line = Text(f"  {relation.kind} ", style="yellow").append(wording.plain(_brief(other)))
        console.print(line.append(f"  {other.id[: wording.SHORT_ID]}  ({wording.plain(relation.reason)})", "dim"))
    _print_links(console, incident)
    if incident.note:
        console.print(Text(f"  {incident.note}", style="dim"))
    console.print()


def _brief(incident: Incident) -> str:
    first, last = (day.isoformat() if day else None for day in (incident.start, incident.end))
    said = f"according to {', '.join(incident.sources[:3])}"
    parts = (numbers(incident), what(incident), incident.place, wording.between(first, last), said)
    return " · ".join(part for part in parts if part)


def counted(incident: Incident) -> str:
    """Such as "3 independent origins in 5 articles"."""
    origins, articles = len(incident.origins), len(incident.articles)
    return (
        f"{origins} independent origin{'' if origins == 1 else 's'} in {articles} article{'' if articles == 1 else 's'}"
    )


def _print_figure(console: Console, figure: FigureRange) -> None:
    """Who says how many: one line an origin, the largest number first."""
    from rich.text import Text

    head = Text(f"\n  {figure.measure}", style="bold")
    if figure.disagree:
        head.append(f"  {DISAGREE} the origins disagree", style="red")
    console.print(head)
    table = _grid()
    for one in figure.positions:
        carried = f"{len(one.articles)} article{'' if len(one.articles) == 1 else 's'}: {', '.join(one.articles)}"
        last = one.last.isoformat() if one.last else ""
        said = wording.interval(one.low, one.high)
        table.add_row(said, Text(wording.plain(one.origin.name), "green"), last, Text(wording.plain(carried), "dim"))
    console.print(table)


def _grid() -> Table:
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", min_width=12)
    table.add_column(overflow="fold", min_width=20)
    table.add_column(width=10)
    table.add_column(overflow="fold")
    return table


def _print_fields(console: Console, incident: Incident) -> None:
    from rich.text import Text

    for field in incident.fields:
        line = Text(f"\n  {field.name}", style="bold")
        if field.disagree:
            line.append(f"  {DISAGREE} the origins disagree", style="red")
        console.print(line)
        for value in field.values[:_VALUES]:
            origins = ", ".join(value.origins)
            console.print(
                Text(f"    {wording.plain(value.text)}").append(f"  {len(value.origins)}: ", "dim")
                + Text(wording.clipped(wording.plain(origins), 70), "green")
            )
        if len(field.values) > _VALUES:
            console.print(Text(f"    and {len(field.values) - _VALUES} more", "dim"))


def _print_history(console: Console, incident: Incident) -> None:
    """How the numbers became known; nothing where one day brought all of it."""
    from rich.text import Text

    if len({known.day for known in incident.history}) < 2:
        return
    console.print(Text("\n  known by", style="bold"))
    for known in incident.history:
        mark = f" {DISAGREE}" if known.disagree else ""
        said = wording.interval(known.low, known.high)
        origins = f"{known.origins} origin{'' if known.origins == 1 else 's'}"
        console.print(Text(f"    {known.day.isoformat()}  {said} {known.measure}{mark}").append(f"  {origins}", "dim"))


def _print_links(console: Console, incident: Incident) -> None:
    from rich.text import Text

    if not incident.links:
        return
    names = {str(row.claim["id"]): row.article_name for row in incident.claims}
    console.print(Text("\n  merged by", style="bold"))
    for link in incident.links[:_LINKS]:
        told = " and ".join(names.get(each, each[: wording.SHORT_ID]) for each in link.claims)
        console.print(Text(f"    {wording.plain(told)}  {link.score:+.1f}"))
        for sign in sorted(link.signs, key=lambda one: -abs(one.weight)):
            console.print(Text(f"      {sign.weight:+.1f}  {wording.plain(sign.reason)}", "dim"))
    if len(incident.links) > _LINKS:
        console.print(Text(f"    and {len(incident.links) - _LINKS} more; --json has all", "dim"))
