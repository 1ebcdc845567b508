"""Dossier, article and review queue in a real browser: judged, undone, corrected, downloaded."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline.store.record import Record

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visit = Callable[..., "Page"]


def incident_with(path: Path, *, event: str, articles: int = 1, measure: str | None = None) -> dict[str, Any]:
    """The first incident of a type that so many articles tell of, with a number of a measure if wanted."""
    with Record.open(f"sqlite:///{path}") as record:
        return next(
            each
            for each in record.incidents()
            if each["event"] == event
            and len(each["articles"]) >= articles
            and (measure is None or any(figure["measure"] == measure for figure in each["figures"]))
        )


def test_a_merge_is_undone_and_put_back(visit: Visit, served: str, served_record: Path) -> None:
    """The dossier says why two reports were merged; a click parts them, another brings them together again."""
    incident = incident_with(served_record, event="ASSAULT", articles=2, measure="killed")
    page = visit(f"{served}/incident/{incident['id']}")
    merge = page.locator(".merge").first
    assert merge.locator(".signs li").count() > 0
    merge.get_by_text("Undo this merge").click()
    merge.get_by_label("Why").fill("two different streets")
    merge.get_by_role("button", name="Set apart").click()
    page.wait_for_url(re.compile(r"judged=1"))
    assert page.locator(".judged").get_by_text("told of another incident than").is_visible()
    assert incident["id"] not in page.url
    page.locator(".judged").get_by_role("button", name="Undo").click()
    page.wait_for_url(re.compile(rf"/incident/{incident['id']}\?judged=2"))
    assert page.locator(".merge").count() == len(incident["merged_by"])
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Judgements").click()
    assert page.locator("tbody tr").count() == 2
    assert "two different streets" in page.locator("tbody").inner_text()


def test_a_claim_is_corrected_in_its_article(visit: Visit, served: str, served_record: Path) -> None:
    """From a number to its sentence, from there to the correction; the machine's reading stays beside it."""
    incident = incident_with(served_record, event="ASSAULT", articles=2, measure="killed")
    page = visit(f"{served}/incident/{incident['id']}")
    page.locator(".figure").first.get_by_text("word for word").click()
    page.locator(".figure .told a").first.click()
    page.wait_for_url(re.compile(r"/article/.*\?claim="))
    assert page.locator("a.hl.lit").first.is_visible()
    card = page.locator(".claim.lit").first
    card.get_by_text("Judge this claim").click()
    card.get_by_label("Field").select_option("killed")
    card.get_by_label("It says").fill("60..62")
    card.get_by_role("button", name="Correct").click()
    page.wait_for_url(re.compile("judged=1"))
    assert "60–62 killed" in page.locator(".claim.lit .what").inner_text()
    assert re.search(r"killed is 60\.\.62, was \d+", page.locator(".claim.lit").inner_text())


def test_an_export_is_downloaded_from_the_dossier(visit: Visit, served: str, served_record: Path) -> None:
    incident = incident_with(served_record, event="MOVE", measure="evacuated")
    page = visit(f"{served}/incident/{incident['id']}")
    with page.expect_download() as waiting:
        page.locator("#download p").nth(1).get_by_role("link", name="csv").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["claim"] for row in rows} == set(incident["claims"])


def test_a_reading_is_shown_on_hover_and_on_focus(visit: Visit, served: str) -> None:
    page = visit(f"{served}/article/levant-wire-old-city")
    mark = page.locator("a.hl").first
    mark.hover()
    hint = page.locator(".hint")
    assert "evacuated" in hint.inner_text()
    page.keyboard.press("Escape")
    assert hint.is_hidden()
    page.locator("a.hl").nth(1).focus()
    assert hint.is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#reading-"))


def test_the_queue_is_worked_off_by_keyboard(visit: Visit, served: str, served_record: Path) -> None:
    page = visit(f"{served}/review")
    first, second = (page.locator("#queue > li").nth(n).get_attribute("id") for n in (0, 1))
    page.keyboard.press("j")
    assert page.locator("li.now").get_attribute("id") == second
    page.keyboard.press("k")
    page.keyboard.press("a")
    page.wait_for_url(re.compile("judged=1"))
    assert page.locator("#queue > li").first.get_attribute("id") == second
    page.keyboard.press("r")
    page.wait_for_url(re.compile("judged=2"))
    page.keyboard.press("u")
    page.wait_for_url(re.compile("judged=3"))
    with Record.open(f"sqlite:///{served_record}") as record:
        accepted, rejected, undone = record.judgements()
    assert [accepted.kind, rejected.kind, undone.kind] == ["accept", "reject", "undo"]
    assert f"claim-{accepted.subjects[0].claim}" == first
    assert not rejected.in_force


def test_judging_needs_no_scripts(visit: Visit, served: str, served_record: Path) -> None:
    incident = incident_with(served_record, event="CONTROL", articles=3)
    page = visit(f"{served}/incident/{incident['id']}", java_script_enabled=False)
    page.get_by_label("another incident").first.check()
    page.get_by_role("button", name="Set them apart").click()
    assert "judged=1" in page.url
    page.locator(".judged").get_by_role("button", name="Undo").click()
    assert page.url == f"{served}/incident/{incident['id']}?judged=2"


@pytest.mark.parametrize("path", ["/review", "/control", "/sources", "/article/harbour-courier-complete", "INCIDENT"])
def test_nothing_is_wider_than_a_phone(visit: Visit, served: str, served_record: Path, path: str) -> None:
    incident = incident_with(served_record, event="CONTROL", articles=3)
    address = served + path.replace("INCIDENT", f"/incident/{incident['id']}")
    page = visit(address, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    assert page.locator("html").evaluate("element => element.scrollWidth") <= 360
