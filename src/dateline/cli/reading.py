"""Where the commands meet the pipeline: inputs to articles, articles to readings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.model.article import Article
    from dateline.model.issue import Issue
    from dateline.model.reading import Reading


def read_articles(
    inputs: Sequence[str], *, settings: Settings, published: date | None = None
) -> Iterator[Article | Issue]:
    """The articles in files, folders and standard input ("-"); an Issue for each document that gives none."""
    from dateline.read.inputs import read_inputs

    return read_inputs(inputs, stdin=sys.stdin.buffer, settings=settings, published=published)


def read_claims(items: Iterable[Article | Issue], *, settings: Settings) -> Iterator[Reading | Issue]:
    """Each article read by the pipeline (loaded now: a second or two); issues pass through."""
    from dateline.pipeline import Pipeline

    return Pipeline.load(settings).read(items)


def sentence(issue: Issue) -> str:
    """An issue as a plain sentence: "FILE: what. remedy"."""
    where = f"{issue.where}: " if issue.where else ""
    stop = "" if issue.reason.endswith((".", "!", "?")) else "."
    return f"{where}{issue.reason}{stop}" + (f" {issue.remedy}" if issue.remedy else "")
