"""The overview in a real browser: the three questions that a newcomer has, filters, the map, and doing without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

Visit = Callable[..., "Page"]


def first_with(page: Page, *words: str) -> Locator:
    """The first incident of the list that has all these words."""
    found = page.locator("li.incident")
    for each in words:
        found = found.filter(has_text=each)
    return found.first


def titled(page: Page) -> str:
    return page.locator("#results-title").inner_text()


def test_how_many_were_evacuated_on_a_night_and_who_says_so(visit: Visit, served: str) -> None:
    """Choose the day; the number stands first, and beside it who says so in which words."""
    page = visit(served)
    page.get_by_label("From day").fill("2016-12-07")
    page.get_by_label("To day").fill("2016-12-07")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url(re.compile("since=2016-12-07.*until=2016-12-07|until=2016-12-07.*since=2016-12-07"))
    line = first_with(page, "evacuated", "Old City")
    assert line.locator(".number").inner_text() == "up to 150"
    said = line.locator(".says").inner_text()
    assert "International Committee of the Red Cross" in said
    assert "nearly 150" in said.lower()
    line.get_by_role("link").first.click()
    page.wait_for_url(re.compile("/incident/"))
    dossier = page.locator("main").inner_text()
    assert "150" in dossier
    assert "Syrian Arab Red Crescent" in dossier


def test_which_toll_is_disputed_and_by_whom(visit: Visit, served: str) -> None:
    """One link leads to the disputed numbers; each shows who says what."""
    page = visit(served)
    page.get_by_role("link", name="with a disputed number").click()
    page.wait_for_url(re.compile("disagree=1"))
    line = first_with(page, "61", "disputed: killed")
    said = line.locator(".says li").all_inner_texts()
    assert any(re.match(r"61\s+White Helmets", each) for each in said)
    assert any(re.match(r"45\+?\s+Syrian Observatory for Human Rights", each) for each in said)
    assert line.locator(".measure").inner_text() == "killed"


def test_which_two_articles_are_one_dispatch(visit: Visit, served: str) -> None:
    """The page of copies begins with the two that are the same word for word."""
    page = visit(served)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Copies").click()
    first = page.locator("main li").first.inner_text()
    assert "word for word" in first
    assert "harbour-courier-rescue" in first
    assert "levant-wire-old-city" in first


def test_a_filter_narrows_the_list_without_loading_the_page(visit: Visit, served: str) -> None:
    page = visit(served)
    before = titled(page)
    page.locator("html").evaluate("element => { element.dataset.kept = 'yes' }")
    page.get_by_label("Only where sources disagree").check()
    page.wait_for_url(re.compile(r"\?disagree=1$"))
    page.locator("li.incident .flag.dispute").first.wait_for()
    assert titled(page) != before
    assert page.locator("html").get_attribute("data-kept") == "yes"
    assert "fit the filters" in page.locator("#announce").inner_text()
    page.go_back()
    page.wait_for_url(f"{served}/")
    page.get_by_text(before, exact=True).wait_for()


def test_counts_beside_the_choices_follow_the_filters(visit: Visit, served: str) -> None:
    page = visit(f"{served}/?type=ASSAULT")
    count = page.locator("[data-count=happened]")
    before = int(count.inner_text())
    page.get_by_label("Only where sources disagree").check()
    page.wait_for_url(re.compile("disagree=1"))
    page.locator(".chips", has_text="disputed").wait_for()
    assert 0 < int(count.inner_text()) < before


def test_a_link_is_a_view(visit: Visit, served: str) -> None:
    """The address alone brings back the filters, as chips that can be taken away and in the form."""
    page = visit(f"{served}/?type=MOVE&place=Aleppo&sort=earliest")
    assert page.locator(".chips .chip").count() == 2
    assert page.get_by_label("Place", exact=True).input_value() == "Aleppo"
    assert page.get_by_label("Order").input_value() == "earliest"
    number = titled(page)
    page.locator(".chips .chip", has_text="Aleppo").click()
    page.wait_for_url(re.compile(r"type=MOVE&sort=earliest$"))
    assert titled(page) != number


def test_days_are_chosen_by_drawing_over_the_timeline(visit: Visit, served: str) -> None:
    page = visit(served)
    bars = page.locator("svg.bars")
    box = bars.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + 40, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile(r"since=2016-1[12]-\d\d&until=2016-12-\d\d"))
    page.locator(".chips").wait_for()
    assert page.get_by_label("From day").input_value() < page.get_by_label("To day").input_value()


def test_a_bar_of_the_timeline_is_a_link_to_its_day(visit: Visit, served: str) -> None:
    page = visit(served)
    page.locator("svg.bars a").last.click()
    page.wait_for_url(re.compile(r"since=(\d{4}-\d\d-\d\d)&until=\1$"))
    assert page.locator("svg.bars .bar.chosen").count() == 1


def test_the_map_comes_to_rest_and_tells_what_it_shows(visit: Visit, served: str) -> None:
    page = visit(served)
    page.wait_for_selector("html[data-map=idle]", state="attached")
    assert re.match(r"\d+ of the incidents have a known place", page.locator("#map-count").inner_text())
    assert page.locator("#map canvas").is_visible()
    page.locator("#map").click(position={"x": 8, "y": 120})
    page.locator("#map canvas").press("ArrowLeft")
    page.get_by_role("button", name="Only what lies in view").click()
    page.wait_for_url(re.compile("bbox="))
    page.locator(".chips", has_text="stretch of the map").wait_for()


def test_a_point_of_the_map_leads_to_its_incident(visit: Visit, served: str) -> None:
    """One incident at a spot is a link to it; several are a way to see them alone in the list."""
    page = visit(f"{served}/?place=Sarajevo&type=PROTEST")
    in_the_middle(page)
    page.locator(".maplibregl-popup a", has_text="Sarajevo").click()
    page.wait_for_url(re.compile("/incident/"))


def test_a_number_on_the_map_leads_to_its_incidents(visit: Visit, served: str) -> None:
    page = visit(f"{served}/?bbox=37.16,36.2,37.1625,36.2025")
    total = titled(page).split()[0]
    in_the_middle(page)
    page.get_by_role("button", name=f"{total} incidents here").click()
    page.wait_for_url(re.compile("bbox=37.1611"))
    page.locator(".chips").wait_for()
    assert titled(page).split()[0] == total
    assert page.locator(".maplibregl-popup").count() == 0


def in_the_middle(page: Page) -> None:
    """Clicks what stands in the middle of the map: it opens around what it shows."""
    page.wait_for_selector("html[data-map=idle]", state="attached")
    page.locator("#map").scroll_into_view_if_needed()
    page.locator("#map canvas").click()


def test_without_webgl_the_list_stays_and_says_why_there_is_no_map(visit: Visit, served: str) -> None:
    page = visit(served, webgl=False)
    page.wait_for_selector("html[data-map=none]", state="attached")
    assert "WebGL is off" in page.locator("#map-note").inner_text()
    assert page.locator("li.incident").count() == 50
    page.get_by_label("Only where sources disagree").check()
    page.wait_for_url(re.compile("disagree=1"))
    page.locator(".chips").wait_for()


def test_all_can_be_read_without_scripts(visit: Visit, served: str) -> None:
    """Filters are a form, bars and pages are links; an address without empty fields comes of it."""
    page = visit(served, java_script_enabled=False)
    page.get_by_label("Place", exact=True).fill("Sarajevo")
    page.get_by_role("button", name="Apply").click()
    assert page.url == f"{served}/?place=Sarajevo"
    assert page.locator("li.incident").count() == 1
    page.goto(served)
    total = int(titled(page).split()[0])
    page.get_by_role("link", name="Next page").click()
    assert page.url == f"{served}/?page=2"
    assert page.locator("li.incident").count() == total - 50


def test_a_phone_shows_the_number_without_scrolling(visit: Visit, served: str) -> None:
    """Nothing is wider than the screen, and the first incident's number and source are on it."""
    page = visit(served, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    box = page.locator("li.incident .says").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 740
    assert page.locator("html").evaluate("element => element.scrollWidth") <= 360


def test_an_empty_record_tells_how_to_fill_it(visit: Visit, served_empty: str) -> None:
    page = visit(served_empty)
    told = page.locator("main").inner_text()
    assert "The record is empty" in told
    assert "dateline add" in told
    assert "dateline demo" in told


def test_the_skip_link_is_the_first_stop_of_the_keyboard(visit: Visit, served: str) -> None:
    page = visit(served)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "main"


EVERY_PAGE = (
    "/",
    "/?disagree=1&place=Aleppo",
    "/?type=ASSAULT",
    "/?place=nowhere",
    "/copies",
    "/sources",
    "/source?name=White+Helmets",
    "/control",
    "/review",
    "/judgements",
    "/article/harbour-courier-rescue",
    "/article/saltmarsh-times-frost",
    "INCIDENT",
    "/?since=tomorrow",
    "/incident/none",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", EVERY_PAGE)
def test_an_audit_finds_no_serious_violation(look: Visit, served: str, path: str, scheme: str) -> None:
    page = look(f"{served}/?measure=killed" if path == "INCIDENT" else served + path, color_scheme=scheme)
    if path == "INCIDENT":
        page.locator("li.incident h3 a").last.click()
        page.wait_for_url(re.compile("/incident/"))
    assert serious(page) == []


def test_the_audit_finds_what_is_wrong(look: Visit, served: str) -> None:
    """Else an audit that finds nothing would say nothing."""
    page = look(served)
    page.locator("main").evaluate("element => { element.innerHTML = '<input><img src=\"/static/icon.svg\">' }")
    found = {each.split(":")[0] for each in serious(page)}
    assert {"image-alt", "label"} <= found


@pytest.fixture
def look(launch: Callable[..., Browser]) -> Iterator[Visit]:
    """Opens a page to be audited: scripts of the audit may run, and an answer of 400 or 404 is a page too."""
    contexts = []

    def opened(address: str, **options: Any) -> Page:  # noqa: ANN401 (those of playwright)
        context = launch().new_context(bypass_csp=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


def test_an_audit_of_the_empty_page_finds_no_serious_violation(look: Visit, served_empty: str) -> None:
    assert serious(look(served_empty)) == []


def serious(page: Page) -> list[str]:
    """What axe-core holds to be serious or critical, with the element it is about.

    It is evaluated as a script: the page's own policy, which forbids that, is passed by.
    """
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(page).response["violations"]
    grave = [one for one in found if one["impact"] in {"serious", "critical"}]
    return [f"{one['id']}: {node['html'][:200]} ({node['failureSummary']})" for one in grave for node in one["nodes"]]
