"""What speaks for and against a place: how it is named, what leads to it, what else is offered beside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.party_features import Offer
from dateline.extract.place_signs import place_signs
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from dateline.model.claim import ActorRef, Claim
from tests.factories import span

Annotate = Callable[[str], Annotated]


def signs(annotate: Annotate, text: str, trigger: str, *places: str, source: str | None = None) -> set[str]:
    """The names of the signs of the first place that are there; the others are offered beside it."""
    sources = (ActorRef(span(text, source)),) if source else ()
    claim = Claim("ASSAULT", span(text, trigger), span(text, text), sources=sources)
    offers = [Offer("at", span(text, place), by_rule=False) for place in places]
    return {name for name, value in place_signs(Scene(annotate(text)), claim, offers[0], offers).items() if value}


def test_a_place_in_the_event_s_own_words(annotate: Annotate) -> None:
    found = signs(annotate, "Gunmen shot two men in Kirkuk.", "shot", "Kirkuk")
    assert {"of ASSAULT", "role at", "named name", "level 0", "by in", "hangs from it"} <= found
    assert not {"another", "before", "in source"} & found


def test_a_country_beside_a_town(annotate: Annotate) -> None:
    text = "In Iraq, masked gunmen shot two men in Kirkuk."
    found = signs(annotate, text, "shot", "Iraq", "Kirkuk")
    assert {"named country", "another", "another nearer", "smaller beside", "before"} <= found
    assert "smaller beside" not in signs(annotate, text, "shot", "Kirkuk", "Iraq")


def test_a_place_in_the_words_of_the_source(annotate: Annotate) -> None:
    text = "Officials in Amman said gunmen shot two men."
    assert "in source" in signs(annotate, text, "shot", "Amman", source="Officials in Amman")


@pytest.mark.parametrize(
    ("text", "place", "led"),
    [
        ("Gunmen shot two men near Kirkuk.", "Kirkuk", "by near"),
        ("Gunmen shot two men in Kirkuk and Mosul.", "Mosul", "by in"),
        ("Shelling hit Kirkuk.", "Kirkuk", "by dobj"),
        ("Kirkuk saw shelling.", "Kirkuk", "by nsubj"),
    ],
)
def test_what_leads_to_a_place(annotate: Annotate, text: str, place: str, led: str) -> None:
    trigger = "shot" if "shot" in text else "helling"
    assert led in signs(annotate, text, trigger, place)


def test_a_place_in_another_sentence(annotate: Annotate) -> None:
    text = "Kirkuk was calm. Gunmen shot two men."
    found = signs(annotate, text, "shot", "Kirkuk")
    assert "sentences 1" in found
    assert not {name for name in found if name.startswith(("level", "by "))}
