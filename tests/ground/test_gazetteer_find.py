"""What is known by a name, explained: which name matched and how, where it lies, what its score is made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.ground.gazetteer import Gazetteer
from dateline.ground.gazetteer_additions import additions
from dateline.ground.gazetteer_find import BUILT_IN, Known, find, near
from dateline.ground.gazetteer_user_schema import OWN
from dateline.ground.places import PlaceResolver
from dateline.ground.sources.aliases import read_aliases
from dateline.ground.sources.steps import read_steps
from dateline.model.grounded import Place
from dateline.model.span import Span
from tests.ground import made

OWN_NAMES = """name,lat,lon,radius_km,parent
East Aleppo,36.2,37.18,4,Aleppo
Paris,36.33,37.2,1,Aleppo
Halab al-Shahba,,,,geonames:170063
"""


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    folder = tmp_path_factory.mktemp("find")
    file = Path(folder / "places.db")
    shipped = Gazetteer.open()
    names = read_aliases(OWN_NAMES.splitlines(keepends=True), "own.csv", shipped)
    shipped.close()
    with additions(file) as writing:
        for step in read_steps({path: path.name for path in (*made.geonames(folder), *made.cod_ab(folder))}):
            writing.add(step)
        writing.start_own([("own.csv", "0" * 64)])
        for alias in names:
            writing.insert(OWN, alias.point, same=alias.same)
        writing.note_own()
    opened = Gazetteer.open(added=file)
    yield opened
    opened.close()


def first(gazetteer: Gazetteer, name: str, country: str | None = None) -> Known:
    return find(gazetteer, name, country=country)[0]


def test_the_likeliest_comes_first_and_says_where_it_lies(gazetteer: Gazetteer) -> None:
    found = find(gazetteer, "Aleppo")
    assert [(each.id, each.kind, each.precision) for each in found] == [
        ("geonames:170063", "city", "settlement"),
        ("geonames:SY.09", "admin1", "admin1"),
    ]
    assert [(division.name, division.code) for division in found[0].admin] == [
        ("Aleppo", "SY02"),
        ("Jebel Saman", "SY0200"),
    ]
    assert (found[0].source, found[0].radius_km) == (BUILT_IN, 15.0)


def test_without_bounds_the_division_is_named_without_a_code(gazetteer: Gazetteer) -> None:
    known = first(gazetteer, "Homs", "SYR")
    assert [(division.name, division.code) for division in known.admin] == [("Homs", None)]


@pytest.mark.parametrize(
    ("name", "country", "said"),
    [
        ("Tell Zeer", None, "main name “Tell Zeer” (geonames:SYR)"),
        ("TELL-ZEER", None, "main name “Tell Zeer”, both folded to “tell zeer” (geonames:SYR)"),
        ("Salihin", None, "alternate name “Salihin” (geonames:SYR)"),
        (
            "al-Tell Zeer",
            None,
            "main name “Tell Zeer”, folded to “tell zeer”, with or without the article (geonames:SYR)",
        ),
        ("Damascus", None, "main name “Damascus”"),
        ("Damascuss", None, "read as “Damascus”"),
        ("Tal Zir", "SYR", "another transliteration, taken only within its country"),
    ],
)
def test_it_says_which_name_matched_and_how(gazetteer: Gazetteer, name: str, country: str | None, said: str) -> None:
    assert any(said in each for known in find(gazetteer, name, country=country) for each in known.matched)


@pytest.mark.parametrize("name", ["Aleppo", "Damascus", "Syria", "Paris", "Salihin", "East Aleppo", "Zirr", "Gaza"])
def test_the_reasons_add_up_to_the_score(gazetteer: Gazetteer, name: str) -> None:
    for known in find(gazetteer, name):
        parts = sum(float(reason.rsplit(" ", 1)[1]) for reason in known.reasons)
        assert parts == pytest.approx(known.score, abs=0.03), known


def test_a_country_keeps_only_its_own(gazetteer: Gazetteer) -> None:
    assert {known.country for known in find(gazetteer, "Tripoli")} > {"LBN", "LBY"}
    assert {known.country for known in find(gazetteer, "Tripoli", country="LBN")} == {"LBN"}


def test_ones_own_name_is_preferred_and_says_so(gazetteer: Gazetteer) -> None:
    known = first(gazetteer, "Paris")
    assert (known.id, known.country) == ("alias:paris", "SYR")
    assert any(reason.startswith("your own name for it") for reason in known.reasons)
    assert first(gazetteer, "Halab al-Shahba").id == "geonames:170063"


@pytest.mark.parametrize(
    ("name", "hint"), [("Tell Zeeer", "tell zeer"), ("Damascsu", "damascus"), ("Qqqqqqqq", None), ("x", None)]
)
def test_names_that_resemble_an_unknown_one(gazetteer: Gazetteer, name: str, hint: str | None) -> None:
    assert find(gazetteer, name) == []
    alike = near(gazetteer, name)
    assert (hint in [each.lower() for each in alike]) if hint else alike == []


def resolved(gazetteer: Gazetteer, text: str, *names: str) -> list[Place]:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    places = PlaceResolver(gazetteer).resolve_article(text, spans)
    return [places[span] for span in spans]


def test_an_article_is_read_with_what_was_added(gazetteer: Gazetteer) -> None:
    """A neighbourhood, a village and one's own name, each with its own precision; a namesake abroad is not taken."""
    text = "Shells hit Salhin in Aleppo, Syria. Others fell on East Aleppo and Tell Zeer, and Paris was shelled."
    salhin, east, village, paris = resolved(gazetteer, text, "Salhin", "East Aleppo", "Tell Zeer", "Paris")
    assert (salhin.id, salhin.precision, salhin.radius_km) == ("geonames:900001", "neighbourhood", 3.0)
    assert (east.id, east.precision, east.radius_km) == ("alias:east-aleppo", "neighbourhood", 4.0)
    assert (village.id, village.precision) == ("geonames:900002", "settlement")
    assert (paris.id, paris.precision) == ("alias:paris", "exact")
    assert "your own name for it" in paris.reason


def test_a_bare_name_that_a_town_shares_with_a_district_means_the_town(gazetteer: Gazetteer) -> None:
    (aleppo,) = resolved(gazetteer, "Shells hit Aleppo in Syria.", "Aleppo")
    assert aleppo.id == "geonames:170063"


def test_the_district_of_a_name_is_its_own_where_it_is_known(gazetteer: Gazetteer) -> None:
    resolver = PlaceResolver(gazetteer)
    place = resolver.resolve_phrase(
        "Zirr district", [("Zirr", Place("Zirr"))], context=Place("Syria", "SYR", 35, 38, "country", 300.0, "iso:SYR")
    )
    assert (place.precision, place.id) in {("admin2", "pcode:SY0299"), ("admin2", "geonames:900004")}
