"""Speech that goes on in later sentences without quotation marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.quotes import find_quotes
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Omar Haddad said: | We regret the raid. | The road will be cleared. | Haddad left for the coast.",
         ["We regret the raid. | The road will be cleared."]),
        ("Omar Haddad gave the following statement: | We regret the raid. | This report shows that the road was mined.",
         ["We regret the raid. | This report shows that the road was mined."]),
        ("Speaking on Monday, Omar Haddad said: | We regret the raid.", ["We regret the raid."]),
        ("Omar Haddad said: We regret the raid. We will clear the road. | Rain fell.",
         ["We regret the raid. We will clear the road."]),
        ("Omar Haddad said: We regret the raid. | The road was mined. We will clear it. | Rain fell.",
         ["We regret the raid. | The road was mined. We will clear it."]),
        ("Omar Haddad said: We regret the raid. | LINA AZIZ: Our men cleared it.", ["We regret the raid"]),
        ("Omar Haddad said he regretted the raid. Rain fell on the road.", ["he regretted the raid"]),
    ],
)  # fmt: skip
def test_a_statement_goes_on_to_where_its_speaker_is_named_again(parse: Parse, text: str, said: list[str]) -> None:
    whole = text.replace(" | ", "\n\n")
    quotes = [q for q in find_quotes(whole, parse(whole)) if q.chain and q.chain[0].of(whole) == "Omar Haddad"]
    assert [c.of(whole).replace("\n\n", " | ") for q in quotes if q.kind == "said" for c in q.contents] == said
