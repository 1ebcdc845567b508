"""The outlet that tells an article is no relay of what it was told itself."""

from __future__ import annotations

import pytest

from dateline.extract.outlets import is_own, own_names
from dateline.model.span import Span
from tests.factories import article


@pytest.mark.parametrize(
    ("publisher", "text", "relay", "own"),
    [
        ("Reuters", "Haddad told Reuters.", "Reuters", True),
        ("www.meridian.com", "Haddad told Meridian's reporter.", "Meridian's reporter", True),
        ("Reuters", "Haddad told the BBC.", "the BBC", False),
        (None, "BEIRUT (Meridian) - Haddad told Meridian.", "Meridian.", True),
        (None, "Haddad told Meridian. The talks go on. -MERIDIAN", "Meridian.", True),
        (None, "Haddad told this newspaper.", "this newspaper", True),
        (None, "Haddad told Meridian.", "Meridian", False),
        ("Northern News Agency", "Haddad told the state news agency.", "the state news agency", False),
    ],
)
def test_its_own_name_and_this_newspaper(publisher: str | None, text: str, relay: str, *, own: bool) -> None:
    names = own_names(article(text, publisher=publisher))
    at = text.rindex(relay) if relay != "Meridian." else text.index(relay)
    assert is_own(text, Span(at, at + len(relay.rstrip("."))), names) == own
