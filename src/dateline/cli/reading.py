"""Where the commands meet the pipeline: inputs to articles, articles to readings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.model.article import Article
    from dateline.model.given import GivenByArticle
    from dateline.model.issue import Issue
    from dateline.model.reading import Reading
    from dateline.pipeline import Pipeline
    from dateline.read.fetch import Fetcher


def read_articles(
    inputs: Sequence[str], *, settings: Settings, published: date | None = None
) -> Iterator[Article | Issue]:
    """The articles of files, folders, web addresses and standard input ("-"); an Issue for a document without one."""
    from dateline.read.address import ADDRESS
    from dateline.read.inputs import read_inputs

    fetcher = web_fetcher(settings) if any(map(ADDRESS.match, inputs)) else None
    return read_inputs(inputs, stdin=sys.stdin.buffer, settings=settings, published=published, fetcher=fetcher)


def web_fetcher(settings: Settings) -> Fetcher:
    """What fetches web addresses, under Dateline's name and version."""
    from dateline import __version__
    from dateline.read.fetch import Fetcher

    return Fetcher(f"Dateline/{__version__} (news reader; respects robots.txt)", allow_private=settings.allow_private)


def read_claims(
    items: Iterable[Article | Issue], *, settings: Settings, given: GivenByArticle | None = None
) -> Iterator[Reading | Issue]:
    """Each article read by the pipeline (loaded now: a second or two); issues pass through.

    With `given` events, only what belongs to them is read.
    """
    from dateline.pipeline import Pipeline

    pipeline = Pipeline.load(settings)
    return (pipeline if given is None else pipeline.with_given(given)).read(items)


def kept_reader(settings: Settings) -> Callable[[Iterable[Article | Issue]], Iterator[Reading | Issue]]:
    """Like `read_claims`, for many calls: the pipeline is loaded at the first one and kept."""

    @cache
    def pipeline() -> Pipeline:
        from dateline.pipeline import Pipeline

        return Pipeline.load(settings)

    return lambda items: pipeline().read(items)


def sentence(issue: Issue) -> str:
    """An issue as a plain sentence: "FILE: what. remedy"."""
    where = f"{issue.where}: " if issue.where else ""
    stop = "" if issue.reason.endswith((".", "!", "?")) else "."
    return f"{where}{issue.reason}{stop}" + (f" {issue.remedy}" if issue.remedy else "")
