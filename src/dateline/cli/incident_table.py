"""Incidents as a table, one line each: the number first, the sources always."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dateline import wording

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from dateline.reconcile.agreement import FigureRange
    from dateline.reconcile.incident import Incident

_ROOMY: Final = 110  # characters; below it only the first of several days is shown
# Shares of the room that the day and the id leave.
_SHARES: Final = {"how many": 0.34, "what": 0.24, "where": 0.22, "says": 0.2}
DISAGREE: Final = "≠"  # origins that contradict each other
_BRIEF: Final = wording.STATUS | {"negation": "not"}


def incident_table(incidents: Sequence[Incident], width: int) -> Table:
    """A table for a terminal of `width` characters; what does not fit ends in an ellipsis (`dateline show` has all)."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False)
    roomy = width >= _ROOMY
    fixed = {"when": 18 if roomy else 11, "from": 8, "id": wording.SHORT_ID}
    headings = ("how many", "what", "where", "when", "from", "says", "id")
    room = width - sum(fixed.values()) - 2 * len(headings) + 1  # two blanks between columns, one after the last
    for heading in headings:
        wide = fixed.get(heading) or int(room * _SHARES[heading])
        table.add_column(heading, width=wide, no_wrap=True, overflow="ellipsis")
    for one in incidents:
        table.add_row(
            *(_numbers(one), _what(one), _where(one), _when(one, roomy=roomy), _counts(one), _sources(one)),
            one.id[: wording.SHORT_ID],
        )
    return table


def spread(figure: FigureRange) -> str:
    """Such as "14 killed", or with the bounds over all that is said where they say more: "14 (14–20) killed"."""
    share = figure.measure == "share"
    best = wording.interval(figure.best_low, figure.best_high, share=share)
    measure = "" if share else f" {figure.measure}"
    own = (figure.best_low, figure.best_high)
    if figure.low in own and figure.high in own and figure.open_above == (figure.best_high is None):
        return f"{best}{measure}"
    bounds = wording.interval(figure.low, figure.high, share=share) + ("+" if figure.open_above else "")
    return f"{best} ({bounds}){measure}"


def numbers(incident: Incident) -> str:
    """All figures of an incident: "14 (14–20) killed, 30 injured"."""
    return ", ".join(spread(figure) for figure in incident.figures)


def _numbers(incident: Incident) -> Text:
    from rich.text import Text

    text = Text(numbers(incident), style="bold")
    return Text(f"{DISAGREE} ", style="red") + text if incident.disagree else text


def what(incident: Incident) -> str:
    """Type, modes and, unless it simply happened, the status: "ASSAULT aerial · planned"."""
    kind = " ".join((incident.event, *incident.modes))
    return kind if incident.status == "happened" else f"{kind} · {wording.STATUS[incident.status]}"


def _what(incident: Incident) -> Text:
    from rich.text import Text

    text = Text(incident.event, style="cyan")
    if incident.status != "happened":  # before the modes: it must not be what the ellipsis hides
        text.append(f", {_BRIEF[incident.status]}", style="yellow")
    return text.append(" " + " ".join(incident.modes) if incident.modes else "")


def _where(incident: Incident) -> str:
    if incident.place is None:
        return ""
    place = wording.plain(incident.place)
    return place if incident.country is None or incident.precision == "country" else f"{place}, {incident.country}"


def _when(incident: Incident, *, roomy: bool) -> str:
    first, last = (day.isoformat() if day else None for day in (incident.start, incident.end))
    return wording.between(first, last) if roomy or first == last else f"{first or ''}…"


def _sources(incident: Incident) -> Text:
    from rich.text import Text

    return Text(", ".join(wording.plain(name) for name in incident.sources), style="green")


def _counts(incident: Incident) -> str:
    """Independent origins, then articles: "3 in 5"."""
    return f"{len(incident.origins)} in {len(incident.articles)}"
