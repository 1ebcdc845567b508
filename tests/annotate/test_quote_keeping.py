"""An outlet that goes on relaying the same speaker, and where it is forgotten."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.quotes import find_quotes
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("A nurse told Al Karama News that shells had hit the ward. She said nine people were dead.",
         ["She", "Al Karama News"]),
        ("A rebel source told Al Karama News that shells had hit the ward. The source said nine people were dead.",
         ["The source", "Al Karama News"]),
        ("A nurse told Al Karama News that shells had hit the ward. The army said nine people were dead.",
         ["The army"]),
        (("A nurse told Al Karama News that shells had hit the ward. It rained. It was dark. Dogs barked. "
          "She said nine people were dead."), ["She"]),
        ("A nurse said that shells had hit the ward. She said nine people were dead.", ["She"]),
    ],
)  # fmt: skip
def test_a_speaker_who_goes_on_keeps_the_outlet(parse: Parse, text: str, chain: list[str]) -> None:
    said = [quote for quote in find_quotes(text, parse(text)) if quote.kind == "said"]
    assert [span.of(text) for span in said[-1].chain] == chain
