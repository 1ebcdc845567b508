"""Every page but the overview, audited by axe-core with all that can be opened open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline.incorporate import judging
from dateline.incorporate.update import update
from dateline.store.record import Record
from tests.serve.browser.test_dossier import incident_with
from tests.serve.browser.test_overview import serious

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visit = Callable[..., "Page"]

PAGES = [
    "TOLL",
    "COPIES",
    "/article/levant-wire-old-city",
    "/article/harbour-courier-complete",
    "/review",
    "/sources",
    "/source?name=White%20Helmets",
    "/control",
    "/judgements?judged=2",
]


@pytest.fixture
def judged(served_record: Path) -> dict[str, str]:
    """Some judgements, one of them undone; gives the addresses of two dossiers."""
    by = judging.Author("Ada", "read again")
    with Record.open(f"sqlite:///{served_record}") as record:
        claim = incident_with(served_record, event="ASSAULT", measure="killed")["claims"][0]
        first = judging.judge_claims(record, "accept", [claim], by)
        judging.judge_correct(record, claim, ("killed", {"low": 60.0, "high": None}), by)
        judging.judge_undo(record, first.number, by)
        update(record)
    toll = incident_with(served_record, event="ASSAULT", measure="killed")
    copies = incident_with(served_record, event="CONTROL", articles=3)
    return {"TOLL": f"/incident/{toll['id']}", "COPIES": f"/incident/{copies['id']}"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_an_audit_finds_no_serious_violation(
    visit: Visit, served: str, judged: dict[str, str], path: str, scheme: str
) -> None:
    page = visit(served + judged.get(path, path), color_scheme=scheme, bypass_csp=True)
    page.locator("body").evaluate("body => body.querySelectorAll('details').forEach(each => { each.open = true })")
    assert serious(page) == []
