"""STATEMENT: what a source says of how things are, will or may be, where it tells no other event."""

from __future__ import annotations

import pytest

from tests.extract.wanted import Reader

SAID = [
    ('"We have nothing left in the house," said Amina Yusuf.', [("have", ["Amina Yusuf"])]),
    ('"It is a tragedy for the whole town," the mayor said.', [("tragedy", ["mayor"])]),
    ('The mayor said: "Our children are afraid of the night."', [("afraid", ["mayor"])]),
    (
        '"Soldiers shelled the school. The children are afraid now," the mayor said.',
        [("afraid", ["mayor"])],
    ),
    ("The minister said the bombing was a tragedy.", [("tragedy", ["minister"])]),
    ("The situation is very bad, a nurse in Taiz said.", [("bad", ["nurse"])]),
    ("Haddad said the frost would harm the harvest.", [("harm", ["Haddad"])]),
    ("Huda said she thought that the truce was a trap.", [("trap", ["Huda"])]),
    ("The doctor said the fever was likely to spread.", [("spread", ["doctor"])]),
]
NOT_SAID = [
    "The minister said he did not know.",
    "The envoy said the rebels must wait.",
    "The envoy said it was time to talk.",
    "Haddad wants peace for the whole valley.",
    "Huda said she walked to the coast.",
    "“Operation Dawn” was quiet.",
    '"Never," said the mayor.',
    '"Soldiers killed nine people," the mayor said.',
    "“We have nothing left in the house.”",
]


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_speech_without_another_event_is_a_statement(
    read: Reader, text: str, wanted: list[tuple[str, list[str]]]
) -> None:
    found = [(claim["trigger"], claim["sources"]) for claim in read(text) if claim["event"] == "STATEMENT"]
    assert found == wanted


@pytest.mark.parametrize("text", NOT_SAID)
def test_names_exclamations_events_and_unattributed_words_are_none(read: Reader, text: str) -> None:
    assert [claim for claim in read(text) if claim["event"] == "STATEMENT"] == []
