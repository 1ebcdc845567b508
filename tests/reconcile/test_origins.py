"""Origins: who the knowledge comes from, under whatever words."""

from __future__ import annotations

import pytest

from dateline.model.grounded import Actor
from dateline.reconcile.origins import Teller, bodies_of, origins_of
from tests.factories import claim, stored

TEXT = (
    "Shelling killed 14 people in Qarrah, a war monitor, activists and state television said, "
    "the Syrian Observatory for Human Rights told Reuters. SANA and White Helmets had footage. "
    "Council head Anna Berg said so. Two agencies, UN children's agency UNICEF among them, agreed."
)
POST = Teller("The Post", country="SYR")


def _names(teller: Teller, *sources: str | Actor) -> list[str]:
    (row,) = stored(claim(text=TEXT, sources=sources), text=TEXT)
    return [origin.name for origin in origins_of(row.claim, teller)]


ORIGINS: list[tuple[str, Teller, tuple[str | Actor, ...], list[str]]] = [
    ("nobody named: the outlet", POST, (), ["The Post"]),
    ("nobody named, an agency credited", Teller("The Post", "AFP"), (), ["AFP"]),
    ("pictures are nobody", POST, ("footage",), ["The Post"]),
    ("by its common name", POST, ("a war monitor",), ["Syrian Observatory for Human Rights"]),
    ("not in another country", Teller("The Post", country="SDN"), ("a war monitor",), ["war monitor"]),
    ("without a name: each outlet's own", POST, ("activists",), ["activists (The Post)"]),
    ("a state's media are one", POST, ("state television",), ["state media (SYR)"]),
    ("whichever is named", POST, ("SANA",), ["state media (SYR)"]),
    ("the last of an apposition", POST, ("UN children's agency UNICEF",), ["UNICEF"]),
    (
        "a relay is no origin",
        POST,
        ("the Syrian Observatory for Human Rights", Actor("Reuters", None, "MED")),
        ["Syrian Observatory for Human Rights"],
    ),
    (
        "without a name, told to an agency: that agency's, whoever prints it",
        POST,
        ("activists", Actor("Reuters", None, "MED")),
        ["activists (Reuters)"],
    ),
    ("two who say it together", POST, ("SANA", "White Helmets"), ["state media (SYR)", "White Helmets"]),
]


@pytest.mark.parametrize(("_why", "teller", "sources", "names"), ORIGINS)
def test_origin(_why: str, teller: Teller, sources: tuple[str | Actor, ...], names: list[str]) -> None:
    assert _names(teller, *sources) == names


def test_one_body_has_one_key_under_all_its_names() -> None:
    keys = set()
    for words in ("a war monitor", "the Syrian Observatory for Human Rights"):
        (row,) = stored(claim(text=TEXT, sources=[words]), text=TEXT)
        keys |= {origin.key for origin in origins_of(row.claim, POST)}
    assert len(keys) == 1


def test_a_states_agency_and_the_officials_it_quotes_are_one() -> None:
    assert _names(Teller("SANA", country="SYR"), "activists") == ["state media (SYR)"]
    assert _names(Teller("SANA", country="SYR")) == ["state media (SYR)"]


def test_a_person_speaks_for_the_body_named_beside_them() -> None:
    text = "UNICEF head Anna Berg spoke. Anna Berg said 14 died."
    (row,) = stored(claim(text=text, trigger="died", sources=["UNICEF head Anna Berg"]), text=text)
    row.claim["sources"][0] |= {"kind": "person", "name": "Anna Berg"}
    assert bodies_of([row.claim]) == {"Anna Berg": "UNICEF"}
    (later,) = stored(claim(text=text, trigger="died", sources=["Anna Berg"]), text=text)
    teller = Teller("The Post", bodies=bodies_of([row.claim]))
    assert [origin.name for origin in origins_of(later.claim, teller)] == ["UNICEF"]
