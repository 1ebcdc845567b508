"""The tense that a time is told in, guessed from the words around it."""

from __future__ import annotations

import pytest

from dateline.annotate.times import find_times
from dateline.ground.when_tense import told_tense


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The envoys will meet on Monday.", "future"),
        ("The envoys met on Monday.", "past"),
        ("A vote is due to be held on Monday.", "future"),
        ("They were shelled on Monday. They will leave.", "past"),
        ("Police said on Monday that they will leave.", "past"),
        ("Monday", "past"),
        ("They have been besieged for two years.", "perfect"),
        ("A truce had kept the town calm for two years.", "perfect"),
        ("They fought for two years.", "past"),
        ("For a week, troops backed by jets have shelled it.", "perfect"),
        ("The envoys should arrive on Monday.", "future"),
        ("He should have left on Monday.", "perfect"),
        ("In May they left.", "past"),
        ("Talks set for Monday were put off.", "future"),
        ("Talks that were set for Monday took place.", "past"),
        ("They came as early as Monday.", "future"),
        ("They were told to withdraw by Monday.", "future"),
        ("They withdrew by Monday.", "past"),
        ("The truce expires on Monday.", "future"),
        ("The vote is on Monday.", "future"),
        ("The record set on Monday fell.", "past"),
    ],
)
def test_the_nearest_verb_of_the_sentence_decides(text: str, tense: str) -> None:
    (expression,) = find_times(text)
    assert told_tense(text, expression.span) == tense
