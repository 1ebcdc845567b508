"""Who acts and whom, where the words stand further off: possessors, plans, causes, what is demanded, given, praised."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extract.wanted import Reader

Wanted = Sequence[tuple[str, list[str], list[str]]]  # trigger, actors, recipients

# text, and of some of its claims: trigger, actors, recipients
ACTORS: list[tuple[str, Wanted]] = [
    ("The envoy has repeatedly urged Chad to free them.", [("urged", ["envoy"], ["Chad"])]),
    ("Three nurses were killed in a US missile strike.", [("killed", ["US"], ["Three nurses"])]),
    ("Two nurses were killed in army shelling near Marib.", [("killed", ["army"], ["Two nurses"])]),
    ("The raid was one of many Turkish government attacks on Idlib.", [("attacks", ["government"], ["Idlib"])]),
    ("Thousands died at the hands of the junta.", [("died", [], ["Thousands"])]),
    ("Thousands were tortured at the hands of the junta.", [("tortured", ["junta"], ["Thousands"])]),
    ("Rebel fire killed a nurse near Goma.", [("killed", ["Rebel"], ["nurse"])]),
    ("Six people were killed when rebels shelled the market.", [("killed", ["rebels"], ["Six people", "market"])]),
    ("The minister praised the army's efforts to free the hostages.", [("free", ["army's"], ["hostages"])]),
    ("Trade unions continued their strike in Lagos.", [("strike", ["Trade unions"], [])]),
    ("He said our protest was peaceful.", [("protest", ["our"], [])]),
    ("Student protests spread to Lyon.", [("protests", ["Student"], [])]),
    ("Talks among the parties resumed in Geneva.", [("Talks", ["parties"], [])]),
]
RECIPIENTS: list[tuple[str, Wanted]] = [
    ("A car bomb killed 40 in Mosul.", [("killed", [], ["40"])]),
    ("The union urged voters to stay at home.", [("urged", ["union"], ["voters"])]),
    ("Protesters demanded the release of the editors.", [("demanded", ["Protesters"], [])]),
    ("Protesters called for the resignation of the mayor.", [("called", ["Protesters"], ["mayor"])]),
    ("The bishop's murder shocked the town.", [("murder", [], ["bishop's"])]),
    ("The president expressed her condolences to the families.", [("condolences", ["president"], ["families"])]),
    ("Japan welcomed the steps taken by Iran.", [("welcomed", ["Japan"], ["Iran"])]),
    ("The army destroyed three depots near Homs.", [("destroyed", ["army"], ["three depots"])]),
    ("The suspect was taken into custody in Accra.", [("custody", [], ["suspect"])]),
    ("The rebels gave observers access to the mine.", [("access", ["rebels"], ["observers"])]),
    ("The minister reiterated support for Kenya.", [("support", ["minister"], ["Kenya"])]),
]


@pytest.mark.parametrize(("text", "wanted"), [*ACTORS, *RECIPIENTS])
def test_parties_further_off(read: Reader, text: str, wanted: Wanted) -> None:
    found = {claim["trigger"]: (claim["trigger"], claim["who"], claim["whom"]) for claim in read(text)}
    assert [found.get(trigger) for trigger, *_ in wanted] == [tuple(one) for one in wanted]
