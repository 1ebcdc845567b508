"""Triggers that name an event only together with other words: "came under fire", "sustained injuries"."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extract.wanted import Reader, Want, case, compared, want

NAMED = [
    case(
        "Three soldiers sustained injuries in a blast.",
        want("ASSAULT explosives", "sustained injuries", whom=["Three soldiers"], figures=["injured 3"]),
    ),
    case("The patrol came under fire near Goma.", want("ASSAULT", "came under fire", whom=["patrol"], places=["Goma"])),
    case("Gunmen threw grenades at a bar.", want("ASSAULT explosives", "threw", who=["Gunmen"], whom=["bar"])),
    case("Measles broke out in the camp.", want("CONDITION disease", "broke out", whom=[], places=["camp"])),
    case("Militants commandeered a ship.", want("ASSAULT abduct", "commandeered", who=["Militants"])),
    case("The town is in rebel hands.", want("CONTROL hold", "hands", who=["rebel"], places=["town"])),
    case(
        "The general was held in a prison in Cairo.",
        want("COERCE arrest", "held", whom=["general"], places=["prison in Cairo"]),
    ),
    case("Chad is a backer of the rebels.", want("SUPPORT", "backer", who=["Chad"], whom=["rebels"])),
    case("The police warned of more attacks.", want("THREATEN", "warned", who=["police"])),
    case("Refugees poured across the border into Uganda.", want("MOVE flee", "poured", whom=["Refugees"])),
]


@pytest.mark.parametrize(("text", "wants"), NAMED)
def test_words_that_name_an_event_only_with_others(read: Reader, text: str, wants: Sequence[Want]) -> None:
    assert compared(read(text), wants) == list(wants)
