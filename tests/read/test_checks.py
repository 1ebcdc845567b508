"""A publication date that lies after today."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from dateline.read.checks import dated
from tests.factories import DISPATCH, article
from tests.read.conftest import Reader

TODAY = date(2021, 3, 3)
FAR = "2999-03-03"


@pytest.mark.parametrize(
    ("published", "kept"), [(None, True), ("2021-03-03", True), ("2021-03-04", True), ("2021-03-05", False)]
)
def test_a_date_is_taken_up_to_tomorrow(published: str | None, *, kept: bool) -> None:
    given = article(published=published)
    found, doubt = dated(given, TODAY)
    assert found.published == (given.published if kept else None)
    assert (doubt is None) is kept


def test_today_is_that_of_the_machine() -> None:
    late = date.today() + timedelta(days=3)  # noqa: DTZ011 (days ahead in every time zone)
    _, doubt = dated(article(published=late.isoformat()))
    assert doubt == f"its publication date, {late}, lies after today; read without it"


@pytest.mark.parametrize(
    ("raw", "name", "given"),
    [
        (DISPATCH, "q.txt", FAR),
        (json.dumps({"text": DISPATCH, "published": FAR}), "q.jsonl", None),
        (json.dumps([{"text": DISPATCH, "published": FAR}]), "q.json", None),
    ],
)
def test_the_article_is_read_without_it_and_an_issue_tells(
    read: Reader, raw: str, name: str, given: str | None
) -> None:
    published = date.fromisoformat(given) if given else None
    [found], [issue] = read(raw.encode(), name, published=published)
    assert (found.published, issue.fatal, issue.where) == (None, False, found.origin)
    assert "lies after today" in issue.reason
