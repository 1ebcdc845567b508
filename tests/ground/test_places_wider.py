"""Toponyms beyond those that claims use: peoples, and places in the names of bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.annotate.annotator import Annotator
from dateline.annotate.parser import Parser
from dateline.ground.gazetteer import Gazetteer
from dateline.ground.gazetteer_build import build
from dateline.ground.gazetteer_schema import SourcePlace
from dateline.ground.grounder import Grounder
from dateline.ground.places_wider import toponyms, wider
from dateline.model.annotation import Annotated
from dateline.text.fold import fold_name
from tests.factories import article

PLACES = [
    SourcePlace(1, "Oakfield", "USA", "OH", 40.1, -82.9, 90_000),
    SourcePlace(2, "Smallton", "USA", "OH", 40.2, -82.5, 900),
    SourcePlace(3, "Columbus", "USA", "OH", 39.96, -83.0, 850_000),
    SourcePlace(4, "Damascus", "SYR", "13", 33.51, 36.29, 1_700_000),
    SourcePlace(5, "March", "GBR", "ENG", 52.5, 0.1, 22_000),
    SourcePlace(7, "Mobile", "USA", "AL", 30.69, -88.04, 190_000),
    SourcePlace(8, "Nice", "FRA", "93", 43.7, 7.27, 340_000),
    SourcePlace(9, "Reading", "GBR", "ENG", 51.46, -0.97, 170_000),
    SourcePlace(10, "Split", "HRV", "15", 43.51, 16.45, 160_000),
    SourcePlace(11, "Of", "TUR", "61", 40.95, 40.27, 42_000),
    SourcePlace(6, "Fire", "ALB", "44", 40.7, 19.5, 60_000),
]
Wider = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    file: Path = tmp_path_factory.mktemp("places") / "tiny.sqlite"
    build(file, PLACES, meta={"schema": "1"})
    opened = Gazetteer.open(file)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def annotate(gazetteer: Gazetteer, parser: Parser) -> Callable[[str], Annotated]:
    annotator = Annotator(parser, lambda name: gazetteer.contains_name(fold_name(name)))
    return lambda text: annotator.annotate(article(text))


@pytest.fixture(scope="module")
def found(gazetteer: Gazetteer, annotate: Callable[[str], Annotated]) -> Wider:
    def names(text: str) -> list[str]:
        annotated = annotate(text)
        return [span.of(text) for span in wider(gazetteer, annotated, toponyms(annotated))]

    return names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Syrian army denied it.", ["Syrian"]),
        ("Iraqis and Jordanians marched.", ["Iraqis", "Jordanians"]),
        ("The Oakfield Fire Department came at once.", ["Oakfield"]),
        ("Oakfield Police Chief Anna Berg resigned.", ["Oakfield"]),
        ("An Oakfield man was charged with arson.", ["Oakfield"]),
        ("Oakfield police were called twice.", ["Oakfield"]),
        ("She teaches at Ohio State University.", ["Ohio"]),
        ("The Oakfield County School Board met.", ["Oakfield County"]),
        ("Fires broke out in Smallton. Smallton High School was closed.", ["Smallton", "Smallton"]),
    ],
)
def test_places_inside_other_words_are_toponyms(found: Wider, text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Smallton High School was closed.",  # a village that nothing else speaks for
        "The meeting on March 7 was closed.",
        "The Nowhere Police Department was closed.",
        "The Fire Department came at once.",
        "Anna Oakfield said nothing.",
    ],
)
def test_words_that_need_not_be_places_are_none(found: Wider, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nice people came, and a bomb went off in Nice.", ["Nice"]),
        ("Nice man that he is, he fled.", []),
        ("Mobile home parks burned on Monday.", []),
        ("A fire broke out in Mobile. A Mobile man was arrested.", ["Mobile", "Mobile"]),
        ("Reading was not taught; fighting broke out in Reading.", ["Reading"]),
        ("Split the money, the gunmen said.", []),
        ("The bomb in Split killed two.", ["Split"]),
        ("Of the dead, ten were soldiers.", []),
        ("Gains in Mobile Phone Use", []),
    ],
)
def test_names_that_are_common_words_are_places_where_a_place_stands(found: Wider, text: str, names: list[str]) -> None:
    assert found(text) == names


def test_annotations_hold_them_and_claims_do_not(gazetteer: Gazetteer, annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate("Syrian jets hit Damascus.")
    read = Grounder(gazetteer).ground(annotated, ())
    text = annotated.article.text
    assert [(span.of(text), place and place.id) for span, place in read.places] == [
        ("Syrian", "iso:SYR"),
        ("Damascus", "geonames:4"),
    ]
    assert [span.of(text) for span in toponyms(annotated)] == ["Damascus"]
