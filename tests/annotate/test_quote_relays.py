"""Through whom it comes: outlets in all their places; who merely listens is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.cues import find_cues
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Footage posted by residents showed smoke over the port.", ["Footage", "residents"]),
        ("The mayor, in an interview with Reuters, said soldiers had fired.", ["The mayor", "Reuters"]),
        ("Soldiers had fired, the mayor said in remarks carried by the state news agency.",
         ["the mayor", "the state news agency"]),
        ("The mayor told the agency's reporter that soldiers had fired.", ["The mayor", "the agency's reporter"]),
        ("The mayor told Haddad that soldiers had fired.", ["The mayor"]),
        ("The mayor said in Damascus that soldiers had fired.", ["The mayor"]),
    ],
)  # fmt: skip
def test_the_chain_ends_with_the_outlet(parse: Parse, text: str, chain: list[str]) -> None:
    (tree,) = parse(text)
    cue = next(cue for cue in find_cues(tree) if cue.kind == "said")
    assert [span.of(text) for span in cue.chain] == chain
