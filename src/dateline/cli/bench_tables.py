"""What `dateline bench` shows on a terminal: scores, reliability, and lists of errors or changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dateline import wording
from dateline.bench.changes import Change
from dateline.bench.items import Item

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from dateline.bench.bootstrap import Interval
    from dateline.bench.reliability import Reliability
    from dateline.bench.score import Score

_QUOTED: Final = 200  # characters of a sentence that are shown; the JSON has all of it


def print_scores(
    console: Console, result: Score, intervals: Mapping[str, Interval], reliability: Reliability | None
) -> None:
    """Writes the scores, with a column for the intervals where there are any, and the reliability."""
    table = _table("part", "precision", "recall", "F1", *(["95 %"] if intervals else []), "gold", "predicted")

    def edges(name: str) -> list[str]:
        return [between(intervals.get(name))] if intervals else []

    for name, part in {"found": result.found, **result.parts}.items():
        ratios = (f"{part.precision:.3f}", f"{part.recall:.3f}", f"{part.f1:.3f}")
        table.add_row(name, *ratios, *edges(name), str(part.gold), str(part.predicted))
    for name, label in result.labels.items():
        right = "–" if label.accuracy is None else f"{label.accuracy:.3f} right"
        table.add_row(name, right, "", "", *edges(name), str(label.asked), "")
    console.print(table)
    overall = between(intervals.get("overall"))
    console.print(f"overall {result.overall:.3f}" + (f" ({overall})" if overall else ""), style="bold")
    if reliability is not None:
        _print_reliability(console, reliability)


def between(edges: Interval | None) -> str:
    """An interval such as "0.412–0.503"; "" for none."""
    return f"{edges[0]:.3f}–{edges[1]:.3f}" if edges else ""


def _print_reliability(console: Console, found: Reliability) -> None:
    table = _table("confidence", "claims", "mean", "right")
    for one in found.bins:
        table.add_row(f"{one.low:g}–{one.high:g}", str(one.count), f"{one.confidence:.3f}", f"{one.right:.3f}")
    console.print()
    console.print(table)
    error = "–" if found.error is None else f"{found.error:.3f}"
    console.print(f"expected calibration error {error}", style="bold")


def print_list(console: Console, found: Sequence[Item | Change]) -> None:
    """Writes errors or changes as a table; says so where there are none."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console.print()
    if not found:
        console.print("Nothing to list.")
        return
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False, show_lines=True)
    for heading, share in (("article, kind", 3), ("gold", 4), ("predicted", 4), ("words", 8)):
        table.add_column(heading, ratio=share, overflow="fold")
    for one in found:
        item = one if isinstance(one, Item) else one.item
        kind = item.kind if isinstance(one, Item) else " ".join(dict.fromkeys((*one.change.split(), item.kind)))
        head = Text(f"{wording.plain(item.article)}\n").append(kind, style="cyan")
        sides = (Text("–" if said is None else wording.plain(said)) for said in (item.gold, item.predicted))
        table.add_row(head, *sides, _quoted(item))
    console.print(table)
    console.print(f"{len(found)} listed", style="dim")


def _quoted(item: Item) -> Text:
    from rich.text import Text

    said = wording.plain(item.sentence)
    text = Text(wording.clipped(said, _QUOTED, around=max(said.find("⟦"), 0)))
    text.highlight_regex(r"⟦[^⟧]*⟧", style="bold")
    return text


def _table(first: str, *numbers: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False)
    table.add_column(first)
    for heading in numbers:
        table.add_column(heading, justify="right")
    return table
