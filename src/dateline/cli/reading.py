"""Where the commands meet the pipeline: inputs to articles, articles to readings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.model.article import Article
    from dateline.model.given import GivenByArticle
    from dateline.model.issue import Issue
    from dateline.model.reading import Reading


def read_articles(
    inputs: Sequence[str], *, settings: Settings, published: date | None = None
) -> Iterator[Article | Issue]:
    """The articles in files, folders and standard input ("-"); an Issue for each document that gives none."""
    from dateline.read.inputs import read_inputs

    return read_inputs(inputs, stdin=sys.stdin.buffer, settings=settings, published=published)


def read_claims(
    items: Iterable[Article | Issue], *, settings: Settings, given: GivenByArticle | None = None
) -> Iterator[Reading | Issue]:
    """Each article read by the pipeline (loaded now: a second or two); issues pass through.

    With `given` events, only what belongs to them is read.
    """
    from dateline.pipeline import Pipeline

    pipeline = Pipeline.load(settings)
    return (pipeline if given is None else pipeline.with_given(given)).read(items)


def sentence(issue: Issue) -> str:
    """An issue as a plain sentence: "FILE: what. remedy"."""
    where = f"{issue.where}: " if issue.where else ""
    stop = "" if issue.reason.endswith((".", "!", "?")) else "."
    return f"{where}{issue.reason}{stop}" + (f" {issue.remedy}" if issue.remedy else "")
