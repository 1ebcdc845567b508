"""Copies of an article, found as it is added."""

from __future__ import annotations

from dateline.store.derived import Derived


def derive_copies(derived: Derived, article_id: str) -> None:
    """Placeholder until copies merge."""
    del derived, article_id
