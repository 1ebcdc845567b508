"""Issues: what was dropped or doubted, where, and why. Nothing is lost in silence."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that could not be read, resolved or trusted.

    `stage` is one of read, annotate, extract, ground, store; `where` names the file and place in it for a person;
    `remedy` says what to do about it, where anything can be done; `fatal` means the document gave no article.
    """

    stage: str
    reason: str
    where: str = ""
    span: Span | None = None
    remedy: str | None = None
    fatal: bool = False
