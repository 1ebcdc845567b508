"""The language of a text."""

from __future__ import annotations

import pytest

from dateline.read.language import language_name, language_of

ENGLISH = "The council of Qarrah said on Tuesday that the road to the north had been cut for three days. "
GERMAN = "Der Rat der Stadt teilte am Dienstag mit, dass die Straße nach Norden seit drei Tagen unterbrochen sei. "
FRENCH = "Le conseil de la ville a déclaré mardi que la route du nord était coupée depuis trois jours. "
ARABIC = "قال المجلس المحلي إن الطريق إلى الشمال مقطوع منذ ثلاثة أيام بسبب القصف. "


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        (GERMAN, "de"),
        (FRENCH, "fr"),
        (ARABIC, "ar"),
        ("القصف على السوق", "ar"),
        ("Qarrah falls", "en"),
        ("Deir Sahl: Idriss Haddad, Umm Walid", "en"),
        ("14 : 30 – !", None),
        ("", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert language_of(text) == code


def test_neither_a_foreign_opening_nor_a_foreign_quotation_decides() -> None:
    assert language_of(f"{GERMAN}{ENGLISH * 12}{FRENCH}{ARABIC}") == "en"


def test_an_english_opening_does_not_hide_a_foreign_text() -> None:
    assert language_of(f"{ENGLISH}{GERMAN * 30}") == "de"


def test_names() -> None:
    assert (language_name("de"), language_name("arz"), language_name("zz")) == ("German", "Egyptian Arabic", "zz")
