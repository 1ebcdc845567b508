"""What a pronoun stands for: the nearest fitting actor before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.coreference import antecedent
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated

PRONOUNS = [
    ("The rebels retreated. They burned a bridge.", "They", "The rebels"),
    ("The minister visited Oslo. She met the king.", "She", "The minister"),
    ("Maria Lopez visited Oslo on Monday. She met the king.", "She", "Maria Lopez"),
    ("Norway condemned the raid. It expelled two diplomats.", "It", "Norway"),
    ("The army said it had bombed the port.", "it", "The army"),
    ("Villagers said that soldiers had beaten them.", "them", "Villagers"),
    ("The soldiers met the governor. He promised them money.", "them", "The soldiers"),
    ("The soldiers met the governor. He promised them money.", "He", "the governor"),
    ("The council said the road was shut. A mine hit the army. It added that rain fell.", "It", "The council"),
    ("Residents said shells fell. Soldiers met rebels. They added that nine had died.", "They", "Residents"),
    ("Omar Said said it rained. A boy fled to the coast. He added that nine had died.", "He", "Omar Said"),
    ("They burned a bridge.", "They", None),
    ("The rebels left. It rained. Snow fell. Nobody came. They returned.", "They", None),
    ("The rebels burned a bridge.", "bridge", None),
]


@pytest.mark.parametrize(("text", "pronoun", "wanted"), PRONOUNS)
def test_the_nearest_actor_that_fits(
    annotate: Callable[[str], Annotated], text: str, pronoun: str, wanted: str | None
) -> None:
    scene = Scene(annotate(text))
    (found,) = [(tree, token) for tree in scene.trees for token in tree.tokens if token.text == pronoun][-1:]
    span = antecedent(scene, *found)
    assert (span.of(text) if span else None) == wanted
