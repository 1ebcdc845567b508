"""Agency credits: whom the text is credited to, and what is no credit of the text."""

from __future__ import annotations

import pytest

from dateline.reconcile.agency import BYLINE, DATELINE, ENDING, SOURCE_LINE, agency_credits

BODY = "Shelling killed four people in Qarrah on Tuesday, the council said. It denied that guns had fired."
MORE = "Residents of Deir Sahl left their homes in the night and walked to the coast. Nobody stopped them on the way."

CREDITS = [
    (f"QARRAH (Reuters) - {BODY}", [("Reuters", "Reuters", DATELINE)]),
    (f"QARRAH/PORT ELDER (AFP) — {BODY}", [("AFP", "AFP", DATELINE)]),
    (f"Four killed\nQARRAH, March 3 (Xinhua) -- {BODY}", [("Xinhua", "Xinhua", DATELINE)]),
    (f"QARRAH (AP) {BODY}", [("Associated Press", "AP", DATELINE)]),
    (f"(dpa) - {BODY}", [("Deutsche Presse-Agentur", "dpa", DATELINE)]),
    (f"Four killed in Qarrah SANA - {BODY}", [("SANA", "SANA", DATELINE)]),
    (f"Qarrah, Anadolu Agency – {BODY}", [("Anadolu Agency", "Anadolu Agency", DATELINE)]),
    (f"Four killed in Qarrah\nBy AFP\n{BODY}", [("AFP", "AFP", BYLINE)]),
    (
        f"Four killed in Qarrah\nBy Ada Marsh, Associated Press\n{BODY}",
        [("Associated Press", "Associated Press", BYLINE)],
    ),
    (f"Four killed in Qarrah\nReuters\n{BODY}", [("Reuters", "Reuters", BYLINE)]),
    (f"Four killed in Qarrah AFP Sunday 3 Jul 2016 {BODY}", [("AFP", "AFP", BYLINE)]),
    (f"Four killed in Qarrah Reuters, July 3, 2016 {BODY}", [("Reuters", "Reuters", BYLINE)]),
    (f"Sunday 3 Jul 2016 AFP {BODY} {MORE}", [("AFP", "AFP", BYLINE)]),
    (f"{BODY}\n{MORE} — Reuters", [("Reuters", "Reuters", ENDING)]),
    (f"{BODY} {MORE}--Reuters", [("Reuters", "Reuters", ENDING)]),
    (f"{BODY} {MORE} -REUTERS\nShare this page", [("Reuters", "REUTERS", ENDING)]),
    (f"{BODY}\n{MORE} (AFP)", [("AFP", "AFP", ENDING)]),
    (f"{BODY}\n{MORE} (Reuters, AP)", [("Reuters", "Reuters", ENDING), ("Associated Press", "AP", ENDING)]),
    (f"{BODY}\n{MORE} (AFP/The Post)", [("AFP", "AFP", ENDING)]),
    (f"{BODY}\n{MORE}\nAgencies", [("agencies", "Agencies", ENDING)]),
    (f"{BODY}\n{MORE}\n- Reuters and agencies", [("Reuters", "Reuters", ENDING), ("agencies", "agencies", ENDING)]),
    (f"{BODY}\n{MORE}\nSource: Reuters", [("Reuters", "Reuters", SOURCE_LINE)]),
    (f"{BODY} {MORE} Source The Post and agencies Related News", [("agencies", "agencies", SOURCE_LINE)]),
    (f"QARRAH (Reuters) - {BODY}\n{MORE} — Reuters", [("Reuters", "Reuters", DATELINE)]),
]


@pytest.mark.parametrize(("text", "wanted"), CREDITS)
def test_a_credit_of_the_text(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(each.name, each.span.of(text), each.how) for each in agency_credits(text)] == wanted


NO_CREDITS = [
    f"{BODY} {MORE}",
    f"{BODY} A resident told AFP that he had seen it. {MORE}",
    f"Residents told Reuters on Tuesday - as they had before - that they would leave. {BODY}",
    f"A resident told Reuters Friday that he had seen it. {BODY}",
    f"Reuters reported on Tuesday that four people were killed. {BODY}",
    f"A burnt stall in Qarrah (Reuters) {BODY} {MORE}",
    f"{BODY}\n{MORE}\nA burnt stall in Qarrah. (Reuters Photo)",
    f"{BODY}\n{MORE}\nA burnt stall in Qarrah (Ada Marsh/AFP/Getty Images)",
    f"{BODY}\n{MORE}\nPhoto: AFP",
    f"{BODY} (The Post)\n{MORE}",
    f"{BODY}\n{MORE} (according to AFP)",
    f"{BODY}\n{MORE}\nRead the whole report of AFP on the talks",
    "",
]


@pytest.mark.parametrize("text", NO_CREDITS)
def test_no_credit_of_the_text(text: str) -> None:
    assert agency_credits(text) == ()


def test_an_agency_behind_the_title_is_the_byline() -> None:
    """Sources that lost their line breaks run the title, the agency and the text together."""
    title = "Four killed in Qarrah: monitor"
    text = f"Tuesday 2 Mar 2021 Four killed in Qarrah monitor AFP {BODY}"
    assert [(each.name, each.how) for each in agency_credits(text, title=title)] == [("AFP", BYLINE)]
    assert agency_credits(text) == ()
    assert agency_credits(f"Four killed in Qarrah monitor AFP reported. {BODY}", title=title) == ()
    assert agency_credits("Four killed in Qarrah monitor REUTERS Social Media Website Middle East", title=title) == ()
