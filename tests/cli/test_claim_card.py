"""A claim in full: the place that was chosen, what else its name could mean, and what it lies in."""

from __future__ import annotations

from typing import Any

import pytest
from rich.console import Console

from dateline.cli.claim_card import print_claim
from dateline.model.grounded import Candidate, Parent, Place
from tests.factories import QARRAH, claim, reading

Json = dict[str, Any]
RIVALS = (
    Candidate("geonames:1", "Qarrah", "SYR", 5.394, ("well known by itself", "the text names its country")),
    Candidate("geonames:2", "Qarrah", "EGY", 2.0),
    Candidate("geonames:3", "Qarrah", "IRQ", 1.0),
    Candidate("geonames:4", "Qarrah", "LBN", 0.5),
)


def shown(place: Place) -> str:
    article: Json = reading(claim("ASSAULT", place=place)).to_json()
    console = Console(width=160)
    with console.capture() as captured:
        print_claim(console, article["claims"][0], article)
    return captured.get()


def place(**fields: Any) -> Place:  # noqa: ANN401 (a place's fields)
    values = {name: getattr(QARRAH, name) for name in ("name", "country", "lat", "lon", "precision", "radius_km", "id")}
    return Place(**(values | fields))


def test_the_best_places_that_a_name_could_mean_are_shown_with_score_and_reasons() -> None:
    out = shown(place(candidates=RIVALS))
    assert "could be Qarrah, SYR, geonames:1: score 5.4 (well known by itself; the text names its country)" in out
    assert "could be Qarrah, EGY, geonames:2: score 2.0" in out
    assert "geonames:4" not in out


def test_a_name_that_could_mean_one_place_only_has_no_rivals() -> None:
    assert "could be" not in shown(place(candidates=RIVALS[:1]))


@pytest.mark.parametrize(
    ("reason", "said"), [("told by hand", True), ("a neighbourhood of Homs that the gazetteer lacks", False)]
)
def test_what_a_place_lies_in_is_said_once(reason: str, *, said: bool) -> None:
    assert ("; in Homs" in shown(place(parent=Parent("Homs", "geonames:9"), reason=reason))) is said
