"""Where a claim's words of place lie, on a made-up gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.ground.gazetteer import Gazetteer
from dateline.ground.gazetteer_additions import additions
from dateline.ground.gazetteer_build import build
from dateline.ground.gazetteer_schema import SourcePlace
from dateline.ground.gazetteer_user_schema import OWN
from dateline.ground.places import PlaceResolver
from dateline.ground.places_geo import kilometres
from dateline.ground.places_types import entry_place
from dateline.ground.sources.records import SourcePoint
from dateline.model.grounded import Parent, Place

PLACES = [
    SourcePlace(1, "Aleppo", "SYR", "09", 36.2, 37.16, 2_000_000),
    SourcePlace(2, "Idlib", "SYR", "12", 35.93, 36.63, 160_000),
    SourcePlace(3, "Sarmin", "SYR", "12", 35.9, 36.73, 15_000),
    SourcePlace(4, "Damascus", "SYR", "13", 33.51, 36.29, 1_700_000),
    SourcePlace(5, "Harasta", "SYR", "08", 33.56, 36.37, 68_000),
    SourcePlace(6, "Kirkuk", "IRQ", "13", 35.47, 44.39, 600_000),
    SourcePlace(7, "Tadmur", "SYR", "11", 34.56, 38.27, 55_000, ("Palmyra",)),
    SourcePlace(8, "Salhin", "EGY", "11", 30.0, 31.3, 9_000),
    SourcePlace(9, "Manbij", "SYR", "09", 36.53, 37.95, 99_000),
]
ALEPPO, IDLIB = (36.2, 37.16), (35.93, 36.63)


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    file = tmp_path_factory.mktemp("places") / "tiny.sqlite"
    build(file, PLACES, meta={"schema": "1"})
    opened = Gazetteer.open(file)
    yield opened
    opened.close()


def known(gazetteer: Gazetteer, name: str) -> Place:
    """The place of this name, towns first; unlocated where there is none."""
    lookup = {"Syrian": "Syria", "Japanese": "Japan"}.get(name, name)
    entries = sorted(gazetteer.lookup(lookup), key=lambda e: e.kind not in ("city", "capital"))
    return entry_place(entries[0]) if entries else Place(name, reason="not in the gazetteer")


def resolve(gazetteer: Gazetteer, words: str, names: str = "", *, main: str | None = "Aleppo") -> Place:
    """`names` are separated by bars; `main` is the article's main place."""
    toponyms = [(name, known(gazetteer, name)) for name in names.split("|") if name]
    context = known(gazetteer, main) if main else None
    return PlaceResolver(gazetteer).resolve_phrase(words, toponyms, context=context)


def away(place: Place, point: tuple[float, float]) -> tuple[float, float]:
    """Kilometres north and east of `point` (negative: south, west)."""
    assert place.lat is not None
    assert place.lon is not None
    north = kilometres(point[0], 0, place.lat, 0) * (1 if place.lat >= point[0] else -1)
    east = kilometres(point[0], point[1], point[0], place.lon) * (1 if place.lon >= point[1] else -1)
    return round(north, 1), round(east, 1)


@pytest.mark.parametrize(
    ("words", "names", "shift"),
    [
        ("eastern Aleppo", "Aleppo", (0, 2)),
        ("east Aleppo", "Aleppo", (0, 2)),
        ("Eastern Aleppo", "Eastern Aleppo", (0, 2)),
        ("the west of the city", "", (0, -2)),
        ("the rebel-held east", "", (0, 2)),
        ("the western half of Aleppo", "Aleppo", (0, -2)),
        ("Aleppo's northern suburbs", "Aleppo", (2, 0)),
        ("the southern outskirts of the city", "", (-2, 0)),
        ("the Old City", "", (0, 0)),
        ("the Old City", "Old City", (0, 0)),
        ("the outskirts of Aleppo", "Aleppo", (0, 0)),
        ("the Salhin district", "Salhin", (0, 0)),
        ("the neighbourhood of Nowhere", "Nowhere", (0, 0)),
        ("a suburb of Aleppo", "Aleppo", (0, 0)),
    ],
)
def test_a_part_of_a_city_is_a_neighbourhood_of_it(
    gazetteer: Gazetteer, words: str, names: str, shift: tuple[float, float]
) -> None:
    place = resolve(gazetteer, words, names)
    assert away(place, ALEPPO) == pytest.approx(shift, abs=0.1)
    radius = (
        15.0 if shift == (0, 0) else 7.5
    )  # where in the city is not known: as far as the city reaches; a side is half
    assert (place.precision, place.radius_km, place.country, place.id) == ("neighbourhood", radius, "SYR", None)
    assert place.parent == Parent("Aleppo", "geonames:1")


def test_a_known_quarter_keeps_its_own_point(gazetteer: Gazetteer) -> None:
    place = resolve(gazetteer, "the Damascus suburb of Harasta", "Damascus|Harasta")
    assert (place.id, place.precision) == ("geonames:5", "neighbourhood")


def test_a_quarter_keeps_its_name_at_its_city_s_point(gazetteer: Gazetteer) -> None:
    place = resolve(gazetteer, "the Salhin district", "Salhin")
    assert (place.name, place.reason) == ("Salhin", "a neighbourhood of Aleppo that the gazetteer lacks")


def test_a_quarter_that_the_user_gave_lies_where_they_said(tmp_path: Path) -> None:
    build(tmp_path / "tiny.sqlite", PLACES, meta={"schema": "1"})
    point = SourcePoint("alias:zone-one", "Zone One", "SYR", 33.5, 36.3, "neighbourhood", radius_km=2.0)
    with additions(tmp_path / "places.db", gazetteer=tmp_path / "tiny.sqlite") as writing:
        writing.start_own([])
        writing.insert(OWN, point)
    with closing(Gazetteer.open(tmp_path / "tiny.sqlite", added=tmp_path / "places.db")) as opened:
        for words in ("the district of Zone One", "the Zone One neighbourhood"):
            place = resolve(opened, words, "Zone One")  # of an article on Aleppo, far away
            assert (place.id, place.lat, place.radius_km) == ("alias:zone-one", 33.5, 2.0)


KIRKUK, PALMYRA = (35.47, 44.39), (34.56, 38.27)


@pytest.mark.parametrize(
    ("words", "origin", "shift", "radius"),
    [
        ("30 km south of Kirkuk", KIRKUK, (-30, 0), 15),
        ("some 10 miles north-east of Kirkuk", KIRKUK, (11.4, 11.4), 8),
        ("east of Palmyra", PALMYRA, (0, 10), 5),
        ("territory to the west of Palmyra", PALMYRA, (0, -10), 5),
    ],
)
def test_a_direction_from_a_place_is_computed(
    gazetteer: Gazetteer, words: str, origin: tuple[float, float], shift: tuple[float, float], radius: float
) -> None:
    place = resolve(gazetteer, words, words.rsplit(maxsplit=1)[-1])
    assert away(place, origin) == pytest.approx(shift, abs=0.2)
    assert place.radius_km == pytest.approx(radius, abs=0.1)
    assert place.precision == "region"


@pytest.mark.parametrize(
    ("words", "names", "point"),
    [
        ("a hospital in Idlib", "Idlib", IDLIB),
        ("the Sarmin Hotel in Idlib", "Sarmin|Idlib", IDLIB),  # called after a town, and in another
        ("the Salhin hotel", "Salhin", ALEPPO),  # called like a town abroad
        ("the camp", "", ALEPPO),
        ("Al Zahra Hospital", "", ALEPPO),
        ("a checkpoint near the northern Syrian city of Aleppo", "Syrian|Aleppo", ALEPPO),
        ("a Syrian air base", "Syrian", ALEPPO),
    ],
)
def test_a_site_is_exact_inside_its_town(
    gazetteer: Gazetteer, words: str, names: str, point: tuple[float, float]
) -> None:
    place = resolve(gazetteer, words, names)
    assert (place.precision, place.lat, place.lon) == ("exact", *point)
    assert place.radius_km == (10.0 if point == IDLIB else 15.0)  # somewhere in the town
    assert place.parent == (Parent("Idlib", "geonames:2") if point == IDLIB else Parent("Aleppo", "geonames:1"))
    assert place.name == words.removeprefix("a ").removeprefix("the ")


@pytest.mark.parametrize(
    ("words", "names", "reference", "precision"),
    [
        ("Idlib province", "Idlib", "geonames:SY.12", "admin1"),
        ("Syria's Idlib governorate", "Syria|Idlib", "geonames:SY.12", "admin1"),
        ("the Aleppo countryside", "Aleppo", "geonames:SY.09", "admin1"),
        ("the province", "", "geonames:SY.09", "admin1"),
        ("the Manbij district", "Manbij", "geonames:9", "admin2"),
        ("the country", "", "iso:SYR", "country"),
        ("across the country", "", "iso:SYR", "country"),
        ("Syria", "Syria", "iso:SYR", "country"),
        ("Syrian", "", "iso:SYR", "country"),
    ],
)
def test_divisions_and_countries_are_themselves(
    gazetteer: Gazetteer, words: str, names: str, reference: str, precision: str
) -> None:
    place = resolve(gazetteer, words, names)
    assert (place.id, place.precision) == (reference, precision)


@pytest.mark.parametrize(
    ("words", "names"),
    [("northern Syria", "Syria"), ("Syria's north", "Syria"), ("the north of the country", ""), ("northern Syria", "")],
)
def test_a_part_of_a_country_is_too_vague_for_a_point(gazetteer: Gazetteer, words: str, names: str) -> None:
    place = resolve(gazetteer, words, names, main="Syria")
    assert (place.precision, place.country, place.lat) == ("region", "SYR", None)
    assert place.reason == "a part of Syria without bounds"
    assert (place.parent, place.radius_km) == (Parent("Syria", "iso:SYR"), known(gazetteer, "Syria").radius_km)


@pytest.mark.parametrize(
    ("words", "names", "bearing"),
    [
        ("the east of the country", "", 90),
        ("Syria's troubled far north", "Syria", 0),
        ("the west of the province", "", 270),
    ],
)
def test_a_part_of_the_country_is_no_part_of_the_main_place(
    gazetteer: Gazetteer, words: str, names: str, bearing: int
) -> None:
    place = resolve(gazetteer, words, names)
    assert place.parent == (Parent("Aleppo", "geonames:SY.09") if "province" in words else Parent("Syria", "iso:SYR"))
    assert place.precision == "region"
    assert place.lat is None or bearing == 270


@pytest.mark.parametrize(
    ("words", "names", "reason"),
    [
        ("the border with Turkey", "Turkey", "along the border of Syria and Turkey"),
        (
            "an area near the border with Iraq and Jordan",
            "Iraq|Jordan",
            "along the border of Syria and Iraq and Jordan",
        ),
        ("the Syria-Turkey border", "", "along the border of Syria and Turkey"),
        ("the Syrian-Turkish border", "", "along the border of Syria and Turkey"),
        ("the border", "", "along the border of Syria"),
    ],
)
def test_a_border_lies_in_a_country_and_has_no_point(gazetteer: Gazetteer, words: str, names: str, reason: str) -> None:
    place = resolve(gazetteer, words, names)
    assert (place.lat, place.precision, place.reason) == (None, "region", reason)
    assert place.parent == Parent("Syria", "iso:SYR")


@pytest.mark.parametrize(
    "words", ["the border town of Manbij", "Manbij on the border with Turkey", "a border crossing"]
)
def test_a_place_by_the_border_is_that_place(gazetteer: Gazetteer, words: str) -> None:
    place = resolve(gazetteer, words, "Manbij|Turkey" if "Manbij" in words else "")
    assert place.lat is not None


@pytest.mark.parametrize(
    ("words", "names", "number"),
    [
        ("Sarmin, Idlib", "Sarmin|Idlib", 3),
        ("Sarmin in Idlib province", "Sarmin|Idlib", 3),
        ("the northern Syrian city of Aleppo", "Syrian|Aleppo", 1),
        ("the city", "", 1),
        ("there", "", 1),
        ("the area", "", 1),
        ("the Syrian city", "Syrian", 1),
        ("a town in northern Syria", "Syria", 1),
        ("near Sarmin", "Sarmin", 3),
        ("Sarmin", "", 3),
    ],
)
def test_the_finest_name_or_the_main_place_is_meant(gazetteer: Gazetteer, words: str, names: str, number: int) -> None:
    place = resolve(gazetteer, words, names)
    assert (place.id, place.precision) == (f"geonames:{number}", "settlement")


@pytest.mark.parametrize("main", ["Aleppo", "Sarmin", None])
@pytest.mark.parametrize("words", ["near Sarmin", "a village near Sarmin"])
def test_near_a_place_is_wider_than_the_place(gazetteer: Gazetteer, words: str, main: str | None) -> None:
    toponyms = [("Sarmin", context := known(gazetteer, "Sarmin"))]
    about = known(gazetteer, main) if main and main != "Sarmin" else context if main else None
    place = PlaceResolver(gazetteer).resolve_phrase(words, toponyms, context=about)
    assert (place.id, place.radius_km, place.reason) == ("geonames:3", 10.0, "near Sarmin")


@pytest.mark.parametrize(
    ("words", "names", "reason"),
    [
        ("the village of Kafr Xyz in Idlib province", "Kafr Xyz|Idlib", "not in the gazetteer; somewhere in Idlib"),
        ("Kafr Xyz in the Idlib countryside", "Kafr Xyz|Idlib", "not in the gazetteer; somewhere in Idlib"),
        ("the Xyz forest in Syria", "Xyz|Syria", "not in the gazetteer; somewhere in Syria"),
        ("the village of Kafr Xyz", "Kafr Xyz", "not in the gazetteer; somewhere in or near Aleppo"),
        ("Kafr Xyz village", "Kafr Xyz", "not in the gazetteer; somewhere in or near Aleppo"),
    ],
)
def test_an_unknown_name_has_no_point_where_only_its_province_is_known(
    gazetteer: Gazetteer, words: str, names: str, reason: str
) -> None:
    place = resolve(gazetteer, words, names)
    assert (place.lat, place.country, place.precision, place.reason) == (None, "SYR", "settlement", reason)
    assert place.parent is not None
    assert place.parent.name in reason
    assert place.radius_km == known(gazetteer, "Syria").radius_km or place.parent.id in (
        "geonames:SY.12",
        "geonames:SY.09",
    )


def test_an_unknown_village_by_a_town_lies_near_it(gazetteer: Gazetteer) -> None:
    place = resolve(gazetteer, "the village of Kafr Xyz near Idlib", "Kafr Xyz|Idlib")
    assert (place.name, place.precision, place.lat, place.id) == ("Kafr Xyz", "admin2", IDLIB[0], None)
    assert place.radius_km == 30.0


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("the towns", "several places that the text does not name here"),
        ("rebel-held areas", "several places that the text does not name here"),
        ("an area", "a place that the text does not name here"),
        ("a village", "a place that the text does not name here"),
    ],
)
def test_several_places_or_a_new_one_are_not_the_main_place(gazetteer: Gazetteer, words: str, reason: str) -> None:
    place = resolve(gazetteer, words, "")
    assert (place.lat, place.country, place.reason) == (None, "SYR", reason)
    assert (place.precision, place.parent) == ("region", Parent("Aleppo", "geonames:SY.09"))


def test_in_the_north_after_a_province_says_where_it_lies(gazetteer: Gazetteer) -> None:
    assert resolve(gazetteer, "Idlib province in the northwest", "Idlib").id == "geonames:SY.12"


@pytest.mark.parametrize(
    ("words", "names", "main", "reason"),
    [
        ("Foobarville", "Foobarville", "Aleppo", "not in the gazetteer"),
        ("the city", "", None, "the words name no place and the article has no main place"),
        ("the Japanese embassy", "Japanese", None, "the words name no place and the article has no main place"),
    ],
)
def test_what_cannot_be_located_says_why(
    gazetteer: Gazetteer, words: str, names: str, main: str | None, reason: str
) -> None:
    place = resolve(gazetteer, words, names, main=main)
    assert (place.lat, place.lon, place.precision, place.reason) == (None, None, None, reason)


def test_words_without_a_name_are_taken_to_be_in_the_main_place(gazetteer: Gazetteer) -> None:
    place = resolve(gazetteer, "residential blocks")
    assert (place.id, place.reason) == ("geonames:1", "taken to be in the article's main place")


def test_southern_countryside_lies_south_of_the_town(gazetteer: Gazetteer) -> None:
    place = resolve(gazetteer, "the southern Idlib countryside", "Idlib")
    north, east = away(place, IDLIB)
    assert north < -5
    assert east == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize(
    ("words", "names", "main", "number"),
    [
        ("Damascus", "", "Kirkuk", 4),  # a great city is meant whatever the article is about
        ("Salhin", "", "Kirkuk", None),  # a village is not
        ("Salhin in Idlib province", "Salhin|Idlib", "Aleppo", None),  # the only Salhin lies in Egypt
        ("Sarmin in Idlib province", "Sarmin|Idlib", "Kirkuk", 3),
        ("Harastta", "", "Damascus", 5),
        ("Hharasta", "", "Damascus", 5),
        ("Harastta", "", "Aleppo", None),  # another spelling is believed near what is known only
        ("the Harastta mosque", "", "Damascus", 4),  # a site's name is no town's
        ("Kurds", "", "Damascus", 4),
        ("the ISIL-held city", "", "Aleppo", 1),
        ("the vicinity of Umm Nowhere", "", "Aleppo", None),
    ],
)
def test_names_left_open_are_looked_up_near_what_the_phrase_is_about(
    gazetteer: Gazetteer, words: str, names: str, main: str, number: int | None
) -> None:
    place = resolve(gazetteer, words, names, main=main)
    assert place.id == (f"geonames:{number}" if number and "mosque" not in words else None)
    assert "mosque" not in words or place.parent == Parent("Damascus", "geonames:4")
    assert (place.lat is None) == (number is None)
