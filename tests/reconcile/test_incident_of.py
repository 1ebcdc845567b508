"""The incident of reports: reprints are one voice, the place and the days that most give."""

from __future__ import annotations

from datetime import date

from dateline.model.grounded import Actor, Place
from dateline.model.report import Report
from dateline.reconcile.incident import Incident
from dateline.reconcile.incident_of import Around, incident_of
from dateline.reconcile.reports import reports_of
from dateline.store.stored import StoredClaim
from tests.factories import claim, stored

DAY = "2021-03-02"
REGION = Place("Qarrah", "SYR", 34.4, 37.0, "admin1", 80.0, "geonames:1")
ACTIVISTS = Actor("The local council", kind="group")


def _told(outlet: str, *, published: str = "2021-03-03", agency: str | None = None, **rest: object) -> Told:
    fields: dict[str, object] = {"place": "Qarrah", "day": DAY, "killed": 14} | rest
    rows = stored(claim(**fields), name=outlet, publisher=outlet, published=published)  # type: ignore[arg-type]
    (report,) = reports_of(rows, agency=agency)
    return report, rows[0]


Told = tuple[Report, StoredClaim]


def _incident(*told: Told, reprints: bool = False) -> Incident:
    rows = {row.id: row for _, row in told}
    dispatch = {row.article_id: "one text" for _, row in told} if reprints else {}
    return incident_of([report for report, _ in told], Around(rows, (), dispatch))


def test_two_outlets_that_say_it_themselves_are_two_origins_and_one_where_they_reprint_one_text() -> None:
    told = (_told("The Post", published="2021-03-04"), _told("Evening News"))
    assert set(_incident(*told).sources) == {"The Post", "Evening News"}
    reprinted = _incident(*told, reprints=True)
    assert reprinted.sources == ("Evening News",)  # who printed it first
    assert reprinted.copies == (("Evening News", "The Post"),)
    assert reprinted.figures[0].positions[0].articles == ("Evening News", "The Post")


def test_reprints_have_the_agencys_voice_where_one_of_them_credits_it() -> None:
    told = (_told("The Post"), _told("Evening News", agency="AFP"))
    assert _incident(*told, reprints=True).sources == ("AFP",)


def test_a_nameless_speaker_of_a_reprint_is_that_of_the_text_that_it_reprints() -> None:
    told = tuple(_told(outlet, sources=[ACTIVISTS]) for outlet in ("The Post", "Evening News"))
    for _, row in told:
        row.claim["sources"][0] |= {"name": "activists", "text": "activists"}
    again = [(reports_of([row])[0], row) for _, row in told]
    assert set(_incident(*again).sources) == {"activists (The Post)", "activists (Evening News)"}
    assert _incident(*again, reprints=True).sources == ("activists (Evening News)",)


def test_the_place_is_what_most_give_and_the_finer_of_equals() -> None:
    incident = _incident(_told("A"), _told("B", place=REGION))
    assert incident.where is not None
    assert incident.where.precision == "settlement"


def test_the_days_are_those_that_most_give() -> None:
    incident = _incident(_told("A"), _told("B"), _told("C", day="2021-03-03"))
    assert (incident.start, incident.end) == (date(2021, 3, 2), date(2021, 3, 2))


def test_the_order_of_reports_changes_nothing() -> None:
    told = (_told("A"), _told("B", killed=20), _told("C", day="2021-03-03"))
    assert _incident(*told).to_json() == _incident(*reversed(told)).to_json()
