"""Articles a second that Dateline reads, against the spaCy pipeline inside it alone, in one process after loading.

python bench/throughput.py [--articles PATH] [--rounds N] [--count N]

Both read the same texts, one after the other in turns, with the same batch size and on the threads that
`load_language` sets; spaCy gets whole texts and splits them itself.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import corpus

from dateline.model.article import Article
from dateline.pipeline import Pipeline
from dateline.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

TARGET = 0.8  # of the parser's own speed
WARM = 10  # articles before the clock starts: caches and memory pools fill once in a process


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one round."""

    wall: float
    cpu: float


def main() -> None:
    """Prints a line for each of the two, in articles a second, and one for their ratio."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=Path, help="JSON Lines or a folder (default: the examples, varied)")
    asked.add_argument("--rounds", type=int, default=3, help="rounds of each (default 3)")
    asked.add_argument("--count", type=int, default=corpus.COUNT, help=f"articles (default {corpus.COUNT})")
    given = asked.parse_args()
    if given.rounds < 1 or given.count < 1:
        asked.error("--rounds and --count must be 1 or more")
    if given.articles and not given.articles.exists():
        asked.error(f"there is no {given.articles}")
    articles = corpus.load(given.articles, count=given.count)
    if not articles:
        asked.error(f"there are no articles in {given.articles}")
    report(articles, given.rounds)


def report(articles: Sequence[Article], rounds: int) -> None:
    """Measures and prints."""
    settings = Settings()
    pipeline = Pipeline.load(settings)
    language = parser_of(pipeline)
    texts = [article.text for article in articles]

    def dateline(count: int) -> None:
        for _ in pipeline.read(articles[:count]):
            pass

    def spacy(count: int) -> None:
        for _ in language.pipe(texts[:count], batch_size=settings.batch):
            pass

    alternating = measure(dateline, spacy, rounds=rounds, count=len(articles))
    characters = sum(map(len, texts))
    print(f"throughput: {len(articles)} articles, {characters:,} characters, median of {rounds} rounds")
    for name, rows in zip(("dateline", "spacy"), alternating, strict=True):
        print(line(name, rows, len(articles)))
    wall, cpu = (ratio(alternating, clock) for clock in ("wall", "cpu"))
    print(f"throughput: dateline is at {wall:.2f} of spacy's speed by wall time, {cpu:.2f} by CPU (target {TARGET})")


def parser_of(pipeline: Pipeline) -> Language:
    """The very spaCy pipeline that Dateline uses: a second one would share no cache with it."""
    language: Language = pipeline.annotator._parser._language  # noqa: SLF001 (a benchmark may look inside)
    return language


def measure(
    first: Callable[[int], None], second: Callable[[int], None], *, rounds: int, count: int
) -> tuple[list[Took], list[Took]]:
    """Runs the two in turns, so that a slow minute of the machine falls on both."""
    first(WARM)
    second(WARM)
    took: tuple[list[Took], list[Took]] = ([], [])
    for _ in range(rounds):
        for run, rows in zip((first, second), took, strict=True):
            wall, cpu = time.perf_counter(), time.process_time()
            run(count)
            rows.append(Took(time.perf_counter() - wall, time.process_time() - cpu))
    return took


def line(name: str, rows: Sequence[Took], count: int) -> str:
    """One of the two in words."""
    wall, cpu = (statistics.median(getattr(row, clock) for row in rows) for clock in ("wall", "cpu"))
    spread = "–".join(f"{count / seconds:.1f}" for seconds in (max(r.wall for r in rows), min(r.wall for r in rows)))
    return f"throughput: {name} {count / wall:.1f} articles/s wall ({spread}), {count / cpu:.1f} articles/s CPU"


def ratio(took: tuple[Sequence[Took], Sequence[Took]], clock: str) -> float:
    """The speed of the first as a share of the second's: median of the rounds' own ratios."""
    ratios: list[float] = [getattr(b, clock) / getattr(a, clock) for a, b in zip(*took, strict=True)]
    return statistics.median(ratios)


if __name__ == "__main__":
    main()
