"""STATEMENT: direct speech of a named source that tells no other event."""

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
]
NOT_SAID = [
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
