"""`dateline bench`: how well claims are read, measured against claims coded by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import reading, terminal
from dateline.errors import InputError
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.bench.score import Error, Score

Json = dict[str, Any]


@click.command(name="bench", short_help="Score claims against claims coded by hand.")
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD")
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="List N missed and extra claims.")
@click.option("--json/--table", "as_json", default=None, help="JSON or a table; by default a table on a terminal only.")
def command(gold: Path, *, errors: int, as_json: bool | None) -> int:
    """Read the articles of GOLD and score the claims against the ones coded by hand in it.

    GOLD is a file in the form that `dateline read` writes. The pipeline is given its articles, never its claims.
    """
    from dateline.bench.score import score

    wanted = load_gold(gold)
    predicted, failed = _read(gold)
    result = score(wanted, predicted)
    if terminal.wants_json(as_json):
        terminal.write_json(result.to_json())
    else:
        _print(result)
    for error in result.errors[:errors]:
        click.echo(_line(error), err=True)
    return InputError.exit_code if failed else 0


def load_gold(path: Path) -> list[Json]:
    """The articles of a gold file with their claims; raises InputError with the line that cannot be used."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the gold cannot be read ({error})", where=str(path)) from error
    return [_article(line, f"{path} line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _article(line: str, where: str) -> Json:
    try:
        article = json.loads(line)
    except ValueError as error:
        raise InputError(f"this is no JSON ({error})", where=where, remedy="Give one article a line.") from error
    if not isinstance(article, dict) or not {"id", "text", "claims"} <= article.keys():
        raise InputError(
            "this is no article of gold", where=where, remedy="Each line needs an id, a text and its claims."
        )
    return article


def _read(gold: Path) -> tuple[list[Json], int]:
    from dateline.model.reading import Reading

    settings = Settings.from_environment()
    predicted, failed = [], 0
    articles = reading.read_articles((str(gold),), settings=settings)
    for item in reading.read_claims(articles, settings=settings):
        if isinstance(item, Reading):
            predicted.append(item.to_json())
        else:
            failed += item.fatal
            click.echo(reading.sentence(item), err=True)
    return predicted, failed


def _print(result: Score) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False)
    table.add_column("part")
    for heading in ("precision", "recall", "F1", "gold", "predicted"):
        table.add_column(heading, justify="right")
    for name, part in {"found": result.found, **result.parts}.items():
        table.add_row(
            name, f"{part.precision:.3f}", f"{part.recall:.3f}", f"{part.f1:.3f}", str(part.gold), str(part.predicted)
        )
    for name, label in result.labels.items():
        right = "–" if label.accuracy is None else f"{label.accuracy:.3f} right"
        table.add_row(name, right, "", "", str(label.asked), "")
    console = terminal.console()
    console.print(table)
    console.print(f"overall {result.overall:.3f}", style="bold")


def _line(error: Error) -> str:
    return f"{error.kind}\t{error.article}\t{error.event}\t{' '.join(error.words.split())}"
