"""What the reader says of documents that it refuses or doubts."""

from __future__ import annotations

from dateline.errors import InputError
from dateline.model.issue import Issue

STAGE = "read"


def refusal(error: InputError, where: str) -> Issue:
    """The issue for a document that gives no article."""
    return Issue(STAGE, error.what, error.where or where, remedy=error.remedy or None, fatal=True)


def doubt(reason: str, where: str, *, remedy: str | None = None) -> Issue:
    """The issue for an article that is read all the same; `where` is the article's `origin`."""
    return Issue(STAGE, reason, where, remedy=remedy)
