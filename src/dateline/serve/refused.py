"""Errors of the page's own."""

from __future__ import annotations

from dateline.errors import DatelineError, UsageError


class NotFoundError(UsageError):
    """There is nothing of this address or id."""


class RefusedError(DatelineError):
    """The request may not do this: a form of another site, no token, a record that is only shown."""
