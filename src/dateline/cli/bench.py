"""`dateline bench`: how well claims are read, measured against claims coded by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.bench.kinds import KINDS
from dateline.cli import confidence, options, reading, terminal
from dateline.errors import InputError, UsageError
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.bench.bootstrap import Interval
    from dateline.bench.changes import Change
    from dateline.bench.items import Item
    from dateline.bench.reliability import Reliability
    from dateline.bench.score import Score


Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a run was asked for, as the options name it."""

    errors: bool
    against: Path | None
    interval: bool
    reliability: bool
    save: Path | None
    kinds: tuple[str, ...]
    article: str | None
    limit: int
    least: float | None
    given: str | None
    as_json: bool | None

    @property
    def lists(self) -> bool:
        """Whether single errors or changes are listed."""
        return self.errors or self.against is not None


@dataclass(frozen=True, slots=True)
class Result:
    """The scores with what was asked for beside them."""

    score: Score
    intervals: dict[str, Interval]
    reliability: Reliability | None

    def to_json(self) -> Json:
        """The scores; intervals and reliability only where they were asked for."""
        out = self.score.to_json()
        if self.intervals:
            out["intervals"] = {name: list(edges) for name, edges in self.intervals.items()}
        return out | ({"reliability": self.reliability.to_json()} if self.reliability else {})


@click.command(name="bench", short_help="Score claims against claims coded by hand.")
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD")
@click.option("--errors", is_flag=True, help="List everything that is missed, too much or wrong.")
@click.option("--against", type=click.Path(path_type=Path), metavar="OLD",
              help="List what was gained and lost since OLD, an output of `dateline read` or of --save.")  # fmt: skip
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), metavar="KIND",
              help=f"List only this kind; may be given several times. One of {', '.join(KINDS)}.")  # fmt: skip
@click.option("--article", metavar="ID", help="List only what is in this article.")
@click.option("--limit", type=click.IntRange(min=0), default=0, metavar="N",
              help="List at most N; 0, the default, is all.")  # fmt: skip
@click.option("--interval", is_flag=True, help="Add 95 % intervals (bootstrap over articles).")
@click.option("--reliability", is_flag=True,
              help="Add a table of confidence against the share of claims that is right.")  # fmt: skip
@click.option("--save", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Keep what was read, as `dateline read` writes it.")  # fmt: skip
@click.option("--given", type=click.Choice(["claims"]),
              help="Give the pipeline gold's events: scored is who, whom, where and when alone.")  # fmt: skip
@options.min_confidence
@click.option("--json/--table", "as_json", default=None, help="JSON or a table; by default a table on a terminal only.")
def command(gold: Path, **chosen: Any) -> int:  # noqa: ANN401 (the options: `Asked` has their types)
    """Read the articles of GOLD and score the claims against the ones coded by hand in it.

    GOLD is a file in the form that `dateline read` writes. The pipeline is given its articles, never its claims, unless
    --given claims asks for how well the rest is read once the events are known.

    The scores go to standard output: as a table, or as one JSON object where it is no terminal. With --errors or
    --against as JSON the list goes there, one item a line, and the scores go to standard error as a table.
    """
    asked = Asked(**chosen)
    from dateline.cli.bench_files import load_gold, save

    coded = load_gold(gold)
    _check(asked, coded)
    old = load_gold(asked.against) if asked.against else []
    predicted, failed = _read(gold, asked, coded)
    if asked.save:
        save(predicted, asked.save)
    _show(_measured(coded, predicted, asked), asked)
    if asked.lists:
        _list(coded, old, predicted, asked)
    return InputError.exit_code if failed else 0


def _check(asked: Asked, gold: Sequence[Json]) -> None:
    """Raises UsageError for options that do not go together and for an article that gold does not have."""
    if asked.errors and asked.against:
        raise UsageError("--errors and --against are two lists", remedy="Ask for one of them.")
    if (asked.kinds or asked.article or asked.limit) and not asked.lists:
        raise UsageError("--kind, --article and --limit narrow a list", remedy="Add --errors or --against OLD.")
    names = [str(article["id"]) for article in gold]
    if asked.article and asked.article not in names:
        close = get_close_matches(asked.article, names, n=1, cutoff=0.5)
        raise UsageError(
            f"the gold has no article {asked.article!r}",
            remedy=f"Did you mean {close[0]}?" if close else "Give the id of one of its articles.",
        )


def _read(gold: Path, asked: Asked, coded: list[Json]) -> tuple[list[Json], int]:
    """What the pipeline reads in gold's articles, and how many of them it could not read."""
    from dateline.bench.given import given_of
    from dateline.model.reading import Reading

    settings = Settings.from_environment()
    sieve = confidence.Sieve(asked.least)
    predicted, failed = [], 0
    articles = reading.read_articles((str(gold),), settings=settings)
    given = given_of(coded) if asked.given else None
    for item in reading.read_claims(articles, settings=settings, given=given):
        if isinstance(item, Reading):
            predicted.append(sieve.sifted(item.to_json()))
        else:
            failed += item.fatal
            click.echo(reading.sentence(item), err=True)
    sieve.tell()
    return predicted, failed


def _measured(gold: list[Json], predicted: list[Json], asked: Asked) -> Result:
    from dateline.bench.bootstrap import intervals
    from dateline.bench.reliability import judged, reliability
    from dateline.bench.score import score

    return Result(
        score(gold, predicted),
        intervals(gold, predicted) if asked.interval else {},
        reliability(judged(gold, predicted)) if asked.reliability else None,
    )


def _show(result: Result, asked: Asked) -> None:
    from dateline.cli.bench_tables import print_scores

    machine = terminal.wants_json(asked.as_json)
    if machine and not asked.lists:
        terminal.write_json(result.to_json())
    else:
        print_scores(terminal.console(stderr=machine), result.score, result.intervals, result.reliability)


def _list(gold: list[Json], old: list[Json], predicted: list[Json], asked: Asked) -> None:
    from dateline.cli.bench_tables import print_list

    found = _found(gold, old, predicted, asked)
    shown = found[: asked.limit] if asked.limit else found
    if terminal.wants_json(asked.as_json):
        for one in shown:
            terminal.write_json(one.to_json())
    else:
        print_list(terminal.console(), shown)
    if len(shown) < len(found):
        click.echo(f"{len(found) - len(shown)} more; --limit 0 lists all {len(found)}.", err=True)


def _found(gold: list[Json], old: list[Json], predicted: list[Json], asked: Asked) -> Sequence[Item | Change]:
    from dateline.bench.changes import changes
    from dateline.bench.errors import errors, is_wanted

    if asked.errors:
        return [one for one in errors(gold, predicted) if is_wanted(one, kinds=asked.kinds, article=asked.article)]
    moved = changes(gold, old, predicted)
    return [one for one in moved if is_wanted(one.item, kinds=asked.kinds, article=asked.article)]
