"""The claims of one article as a table: eight columns where there is room, three stacked ones on narrow terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline import wording
from dateline.wording import Json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_QUOTED: Final = 160  # characters of the evidence that are shown; `dateline show` has all of it
# Headings with their widths, so that no usual word is broken; the last column takes what is left. A heading of
# several parts stacks them in one cell.
_Columns = tuple[tuple[tuple[str, ...], int], ...]
_LAYOUTS: Final[tuple[tuple[int, _Columns], ...]] = (
    (
        130,
        (
            (("claim",), 14),
            (("how many",), 11),
            (("who → whom",), 20),
            (("where",), 14),
            (("when",), 10),
            (("status",), 11),
            (("source",), 17),
            (("words",), 0),
        ),
    ),
    (
        100,
        (
            (("claim", "status"), 14),
            (("how many",), 11),
            (("who → whom",), 16),
            (("where", "when"), 14),
            (("source",), 14),
            (("words",), 0),
        ),
    ),
    (
        0,
        (
            (("how many", "claim", "status"), 16),
            (("who → whom", "where", "when"), 23),
            (("source", "words"), 0),
        ),
    ),
)


def print_claims(console: Console, article: Json) -> None:
    """Writes the headline, the claims as a table, and how many doubts there were."""
    from rich.text import Text

    console.print(Text(wording.headline(article), style="bold"))
    if article["claims"]:
        console.print(_table(article, console.width))
    else:
        console.print(Text("No claims found.", style="dim"))
    if article["issues"]:
        console.print(Text(f"{_doubts(article)}; --json lists them.", style="dim"))
    console.print()


def _doubts(article: Json) -> str:
    count = len(article["issues"])
    return f"{count} {'thing was' if count == 1 else 'things were'} doubted or could not be resolved"


def _table(article: Json, width: int) -> Table:
    from rich import box
    from rich.table import Table

    columns = next(columns for least, columns in _LAYOUTS if width >= least)
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), show_edge=False, show_lines=True)
    rest = width - sum(wide + 2 for _, wide in columns) + 1  # two blanks between columns, one after the last
    for parts, wide in columns:
        table.add_column(", ".join(parts), width=wide or rest, overflow="fold")
    for claim in article["claims"]:
        cells = _cells(claim, article)
        table.add_row(*(_stack(*(cells[part] for part in parts)) for parts, _ in columns))
    return table


def _cells(claim: Json, article: Json) -> dict[str, Text]:
    from rich.text import Text

    return {
        "claim": Text(wording.kind(claim), style="cyan"),
        "how many": Text(wording.figures(claim), style="bold"),
        "who → whom": Text(wording.who_to_whom(claim)),
        "where": Text(wording.places(claim)),
        "when": Text(wording.days(claim["time"])),
        "status": Text(wording.status(claim), style="yellow" if claim["aux"] or claim["hedge"] else ""),
        "source": _source(claim, article),
        "words": quoted(claim),
    }


def _stack(*parts: Text) -> Text:
    from rich.text import Text

    return Text("\n").join(part for part in parts if part)


def _source(claim: Json, article: Json) -> Text:
    from rich.text import Text

    named = wording.chain(claim)
    return Text(named, style="green") if named else Text(outlet(article), style="dim")


def outlet(article: Json) -> str:
    """Who speaks where a claim names no source: the publisher, or "the text itself" where even that is unknown."""
    return wording.plain(article["publisher"] or "the text itself")


def quoted(claim: Json, limit: int = _QUOTED) -> Text:
    """The evidence with the trigger in bold; cut, with an ellipsis, around the trigger where it is longer."""
    from rich.text import Text

    evidence, trigger = wording.plain(claim["evidence"]["text"]), wording.plain(claim["trigger"]["text"])
    ahead = claim["evidence"]["text"][: max(0, claim["trigger"]["start"] - claim["evidence"]["start"])]
    at = max(evidence.find(trigger, max(0, len(wording.plain(ahead)) - 1)), 0)
    cut = wording.clipped(evidence, limit, around=at)
    text = Text(f"“{cut}”")
    text.highlight_words([trigger], style="bold underline")
    return text
