"""Credits of captions and reports, and what is no credit."""

from __future__ import annotations

import pytest

from tests.extract.wanted import Reader

CREDITED = [
    ("Smoke rises after shells killed nine people in Homs. (Omar Said/Reuters)\n\nRebels freed two pilots.",
     [["Omar Said", "Reuters"], []]),
    ("Shells killed nine people in Homs. (BBC and agencies)\n\nRebels freed two pilots.", [["BBC and agencies"], []]),
    ("Smoke rises after shells killed nine people in Homs May 3 2015(AP Photo) Rebels freed two pilots.\n\nIt rained.",
     [["AP Photo"], []]),
    ("Shells killed nine people in Homs (Syria).\n\nRebels freed two pilots.", [[], []]),
    ("BEIRUT (Reuters) - Shells killed nine people in Homs.\n\nRebels freed two pilots.", [[], []]),
    ("Shells killed nine people in Homs Governor AFP Sunday 3 Jul 2016 It rained.\n\nRebels freed two pilots.",
     [["Governor"], []]),
    (("Rebels freed two pilots.\n\nIt rained.\n\nIt was dark.\n\nShells killed nine people near Joint Command - "
      "Operation Noble Shield.\n\nIt rained."), [[], []]),
    ("Shells killed nine people during a 48-Hour Truce.\n\nRebels freed two pilots.", [[], []]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chains"), CREDITED)
def test_a_credit_in_brackets_is_the_source_of_its_sentence(read: Reader, text: str, chains: list[list[str]]) -> None:
    deeds = [claim for claim in read(text) if claim["trigger"] in {"killed", "freed"}]
    assert [claim["sources"] for claim in deeds] == chains
