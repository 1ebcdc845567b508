"""What grouping and export need of a claim that the record keeps. The record's own rows fit it without knowing it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from dateline.model.contract import Json


class ClaimRow(Protocol):
    """A claim in the contract's form, with what is known of its article."""

    @property
    def article_id(self) -> str:
        """Hash of the article."""

    @property
    def article_name(self) -> str:
        """The article's name, for people."""

    @property
    def title(self) -> str | None:
        """The headline."""

    @property
    def url(self) -> str | None:
        """Where the article was published."""

    @property
    def publisher(self) -> str | None:
        """The outlet."""

    @property
    def published(self) -> date | None:
        """The day of publication."""

    @property
    def claim(self) -> Json:
        """The claim as the contract has it."""
