"""Claims with their days, places and actors: from a text and its publication date to what the record holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.annotate.parser import Parser
from dateline.ground.times import is_historical
from dateline.model.claim import Claim
from dateline.model.grounded import When
from dateline.model.reading import Reading
from tests.extract.steps import pipeline_of
from tests.factories import article

Ground = Callable[..., Reading]
WEDNESDAY = "2019-03-13"

DAYS = [
    ("A bomb killed nine people on Monday.", ("2019-03-11", "2019-03-11")),
    ("A bomb killed nine people on Wednesday.", ("2019-03-13", "2019-03-13")),
    ("A bomb killed nine people on Thursday.", ("2019-03-07", "2019-03-07")),
    ("The rebels will free two pilots on Friday.", ("2019-03-15", "2019-03-15")),
    ("A bomb killed nine people overnight.", ("2019-03-12", "2019-03-13")),
    ("A bomb killed nine people yesterday.", ("2019-03-12", "2019-03-12")),
    ("A bomb killed nine people two days ago.", ("2019-03-11", "2019-03-11")),
    ("A bomb killed nine people last week.", ("2019-03-04", "2019-03-10")),
    ("A bomb killed nine people over the past week.", ("2019-03-07", "2019-03-13")),
    ("Bombs killed nine people in recent weeks.", ("2019-02-14", "2019-03-13")),
    ("Bombs killed nine people this month.", ("2019-03-01", "2019-03-13")),
    ("Bombs killed nine people in January.", ("2019-01-01", "2019-01-31")),
    ("Bombs killed nine people on 4 February.", ("2019-02-04", "2019-02-04")),
    ("Bombs have killed nine people since 2018.", ("2018-01-01", "2019-03-13")),
    ("A bomb killed nine people.", None),
]
ANCHORED = [
    (
        "A bomb exploded in Quetta on Monday. Later in the day, gunmen killed a guard.",
        ["2019-03-11", "2019-03-11"],
    ),
    (
        "Rebels attacked the base on 4 February. Two days later, the army killed nine rebels.",
        ["2019-02-04", "2019-02-06"],
    ),
    ("Rebels attacked the base on Monday. The next day, the army killed nine rebels.", ["2019-03-11", "2019-03-12"]),
]
HISTORICAL = [
    ("Soldiers killed 40 protesters in 2016.", "historical"),
    ("Soldiers killed 40 protesters in March 2015.", "historical"),
    ("Soldiers killed 40 protesters in May 2018.", None),
    ("Soldiers killed 40 protesters on Monday.", None),
    ("Soldiers have killed 40 protesters since 2012.", None),
    ("Soldiers killed 40 protesters.", None),
    ("Soldiers did not kill protesters in 2015.", "negation"),
]
PLACES = [
    ("A bomb killed nine people in Kirkuk.", [("at", "Kirkuk", "IRQ", "settlement")]),
    ("A bomb killed nine people in Yemen.", [("at", "Yemen", "YEM", "country")]),
    ("A bomb killed nine people in Helmand province.", [("at", "Helmand", "AFG", "admin1")]),
    ("Buses evacuated 90 patients from Kharkiv.", [("from", "Kharkiv", "UKR", "settlement")]),
    ("About 500 people fled to Chad.", [("to", "Chad", "TCD", "country")]),
    ("Gunmen killed a trader in Tripoli, Lebanon.", [("at", "Tripoli", "LBN", "settlement")]),
]
ACTORS = [
    ("The Taliban killed nine policemen in Kunduz.", [("Taliban", "AFG", "REB")], [(None, "AFG", "COP")]),
    ("Turkey deported two men.", [("Turkey", "TUR", "GOV")], []),
    ("French troops arrested a trader.", [(None, "FRA", "MIL")], []),
]


@pytest.fixture(scope="session")
def ground(parser: Parser) -> Ground:
    """A text, with its publication date, to its reading."""
    pipeline = pipeline_of(parser)
    return lambda text, published=WEDNESDAY: pipeline.read_one(article(text, published=published, origin="a.txt"))


def days(claim: Claim) -> tuple[str, str] | None:
    when = claim.time.when if claim.time else None
    return (when.start.isoformat(), when.end.isoformat()) if when else None


@pytest.mark.parametrize(("text", "wanted"), DAYS)
def test_days_are_counted_from_the_publication_date(ground: Ground, text: str, wanted: tuple[str, str] | None) -> None:
    (claim,) = ground(text).claims
    assert days(claim) == wanted


@pytest.mark.parametrize(("text", "wanted"), ANCHORED)
def test_later_in_the_day_counts_from_the_day_told_of_before(ground: Ground, text: str, wanted: list[str]) -> None:
    assert [days(claim) for claim in ground(text).claims] == [(day, day) for day in wanted]


@pytest.mark.parametrize(("text", "aux"), HISTORICAL)
def test_what_was_over_more_than_a_year_before_is_historical(ground: Ground, text: str, aux: str | None) -> None:
    (claim,) = ground(text).claims
    assert claim.aux == aux


@pytest.mark.parametrize(("text", "wanted"), PLACES)
def test_places_get_their_name_country_and_level(
    ground: Ground, text: str, wanted: list[tuple[str, str, str, str]]
) -> None:
    (claim,) = ground(text).claims
    found = [(ref.role, ref.place.name, ref.place.country, ref.place.precision) for ref in claim.places if ref.place]
    assert found == wanted


@pytest.mark.parametrize(("text", "who", "whom"), ACTORS)
def test_actors_get_their_country_and_sector(
    ground: Ground,
    text: str,
    who: list[tuple[str | None, str, str]],
    whom: list[tuple[str | None, str, str]],
) -> None:
    (claim,) = ground(text).claims
    for refs, wanted in ((claim.actors, who), (claim.recipients, whom)):
        found = [ref.actor for ref in refs if ref.actor]
        assert len(found) >= len(wanted)
        for actor, (name, country, sector) in zip(found, wanted, strict=False):
            assert (actor.country, actor.sector) == (country, sector)
            assert name is None or actor.name == name


def test_one_name_means_one_place_throughout_an_article(ground: Ground) -> None:
    text = "A bomb killed nine people in Tripoli, Lebanon. Gunmen killed a guard in Tripoli on Monday."
    places = [ref.place for claim in ground(text).claims for ref in claim.places]
    assert {place.country for place in places if place} == {"LBN"}


def test_a_facility_is_as_exact_as_the_text_and_lies_in_its_town(ground: Ground) -> None:
    (claim,) = ground("Nine people were killed in a hospital in Aleppo.").claims
    (ref,) = claim.places
    assert ref.place is not None
    assert (ref.place.country, ref.place.precision) == ("SYR", "exact")


def test_a_place_that_no_gazetteer_knows_becomes_an_issue_and_no_point(ground: Ground) -> None:
    reading = ground("A bomb killed nine people in the village of Qwxzabad.")
    (ref,) = reading.claims[0].places
    assert ref.place is None or ref.place.lat is None
    assert any(issue.stage == "ground" and "place not located" in issue.reason for issue in reading.issues)


def test_without_a_publication_date_a_weekday_stays_words_and_becomes_an_issue(ground: Ground) -> None:
    reading = ground("A bomb killed nine people on Monday.", published=None)
    (claim,) = reading.claims
    assert claim.time is not None
    assert claim.time.when is None
    (issue,) = [issue for issue in reading.issues if "time not resolved" in issue.reason]
    assert "--published" in (issue.remedy or "")


def test_without_a_publication_date_a_full_date_is_still_known(ground: Ground) -> None:
    (claim,) = ground("A bomb killed nine people on 4 February 2017.", published=None).claims
    assert days(claim) == ("2017-02-04", "2017-02-04")


def test_places_and_times_that_no_claim_uses_are_given_too(ground: Ground) -> None:
    reading = ground("The weather in Nairobi was mild on Monday.")
    assert reading.claims == ()
    assert [place.name for _, place in reading.places if place] == ["Nairobi"]
    assert [when.start.isoformat() for _, when in reading.times if when] == ["2019-03-11"]


@pytest.mark.parametrize(("end", "wanted"), [("2018-03-12", True), ("2018-03-13", False), ("2019-03-13", False)])
def test_a_year_is_counted_to_the_day(end: str, *, wanted: bool) -> None:
    day = date.fromisoformat(end)
    assert is_historical(When(day, day, "test"), date.fromisoformat(WEDNESDAY)) is wanted
