"""Bytes to text: every character kept, every guess told."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.decode import decode, known_codec

WORDS = "The mayor of Łódź said “no” at the café.\r\nNobody was hurt.\n" * 3
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("encoding", MARKS)
def test_a_mark_decides_and_is_dropped(encoding: str) -> None:
    decoded = decode(MARKS[encoding] + WORDS.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.doubt) == (WORDS, encoding, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_without_a_mark(encoding: str) -> None:
    decoded = decode(WORDS.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.doubt) == (WORDS, encoding, None)


@pytest.mark.parametrize(
    ("raw", "text", "doubt"),
    [
        ("a café in Qarrah".encode("cp1252"), "a café in Qarrah", "Windows-1252"),
        ("“no”, he said".encode("cp1252"), "“no”, he said", "Windows-1252"),
        (b"caf\xe9 \x81", "café \x81", "Latin-1"),
        ("“a” “b” “c”".encode() + b" \xff", "“a” “b” “c” \ufffd", "1 place is not UTF-8"),
        (codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c", "ab\ufffd", "not UTF-16-LE"),
    ],
)
def test_a_guess_leaves_a_doubt(raw: bytes, text: str, doubt: str) -> None:
    decoded = decode(raw)
    assert decoded.text == text
    assert doubt in (decoded.doubt or "")


@pytest.mark.parametrize(
    ("declared", "text"),
    [("iso-8859-2", "Łódź"), ("windows-1250", "Łódź"), ("UTF-8", None), ("no-such-code", None), ("base64", None)],
)
def test_a_declared_encoding_counts_where_it_fits(declared: str, text: str | None) -> None:
    raw = "Łódź".encode(declared) if text else "Łódź".encode("iso-8859-2")
    decoded = decode(raw, declared=declared)
    assert (decoded.text == text, decoded.doubt is None) == (bool(text), bool(text))


def test_sound_utf_8_beats_a_wrong_declaration() -> None:
    assert decode("café".encode(), declared="iso-8859-1").text == "café"


def test_latin_1_on_the_web_is_windows_1252() -> None:
    assert known_codec("latin1") == known_codec("US-ASCII") == "cp1252"


@given(st.text(st.characters(min_codepoint=1, exclude_categories=["Cs"])), st.sampled_from(sorted(MARKS)))
def test_round_trip_with_a_mark(text: str, encoding: str) -> None:
    decoded = decode(MARKS[encoding] + text.encode(encoding))
    assert (decoded.text, decoded.doubt) == (text, None)


@given(st.text(st.characters(min_codepoint=9, max_codepoint=0x2FFF, exclude_categories=["Cs"])))
def test_round_trip_of_plain_utf_8(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.binary())
def test_any_bytes_give_a_text_that_can_be_stored(raw: bytes) -> None:
    assert decode(raw).text.encode("utf-8") is not None
