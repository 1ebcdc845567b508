"""The articles that the benchmarks read: those of a file or folder, or varied copies of the example dispatches."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dateline.cli.demo import dispatches, examples
from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.read.inputs import read_inputs
from dateline.settings import Settings

COUNT = 200
SEED = 2016


def load(path: Path | None, *, count: int = COUNT) -> list[Article]:
    """The first `count` articles of `path`, or `count` copies of the examples with their sentences in random order.

    Shuffled sentences keep a cache of whole articles from being measured instead of the reading.
    """
    if path is not None:
        return list(articles(str(path)))[:count]
    rng = random.Random(SEED)  # noqa: S311 (the same articles in every run)
    originals = list(articles(*dispatches(examples())))
    return [shuffled(originals[n % len(originals)], rng, n) for n in range(count)]


def articles(*paths: str) -> Iterator[Article]:
    """The articles of files and folders; those that cannot be read are named on standard error."""
    for item in read_inputs(paths, stdin=sys.stdin.buffer, settings=Settings()):
        if isinstance(item, Article):
            yield item
        elif isinstance(item, Issue) and item.fatal:
            print(f"{item.where}: {item.reason}", file=sys.stderr)


def shuffled(article: Article, rng: random.Random, number: int) -> Article:
    """A copy of its own name, the sentences of each paragraph in another order."""
    paragraphs = [re.split(r"(?<=[.!?”]) (?=[A-Z“])", paragraph) for paragraph in article.text.split("\n\n")]
    for sentences in paragraphs:
        rng.shuffle(sentences)
    text = "\n\n".join(" ".join(sentences) for sentences in paragraphs)
    return replace(article, name=f"{article.name}-{number}", text=text, dropped=())
