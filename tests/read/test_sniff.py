"""Kinds of document, told by their bytes."""

from __future__ import annotations

import time

import pytest

from dateline.errors import InputError
from dateline.read.sniff import Kind, sniff

PROSE = b"Shelling was heard in Qarrah on Tuesday night.\n"


@pytest.mark.parametrize(
    ("head", "suffix", "kind"),
    [
        (PROSE, ".txt", Kind.TEXT),
        (PROSE, "", Kind.TEXT),
        (PROSE, ".html", Kind.TEXT),  # the bytes decide: no tag in it
        (b"[Update] The road is open again.", ".txt", Kind.TEXT),
        (b"{Correction} The road is open again.", ".txt", Kind.TEXT),
        (b"a < b and b > c, <said> he", ".txt", Kind.TEXT),
        (b"<!DOCTYPE html><html><body>x", ".txt", Kind.HTML),
        (b"\xef\xbb\xbf\n <!-- saved --> <HTML lang='en'>", "", Kind.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", "", Kind.HTML),
        ("<html><p>Qarrah</p>".encode("utf-16"), "", Kind.HTML),
        (b"Qarrah <b>burns</b>", ".htm", Kind.HTML),
        (b'{"text": "x"}', ".txt", Kind.OBJECTS),
        (b'\n{\n "text": "x"}', "", Kind.OBJECTS),
        (b'[{"text": "x"}]', ".txt", Kind.JSON),
        (PROSE, ".json", Kind.JSON),
        (PROSE, ".jsonl", Kind.JSON_LINES),
        (b'{"text": "x"}', ".ndjson", Kind.JSON_LINES),
        ("Qarrah fell.".encode("utf-16-le"), ".txt", Kind.TEXT),
        ("Qarrah fell.".encode("utf-16-be"), ".txt", Kind.TEXT),
        (b"", ".txt", Kind.TEXT),
    ],
)
def test_kind(head: bytes, suffix: str, kind: Kind) -> None:
    assert sniff(head, suffix) is kind


@pytest.mark.parametrize(
    ("head", "what", "remedy"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF", "pdftotext"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG", "OCR"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG", "OCR"),
        (b"GIF89a\x01\x00", "GIF", "OCR"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "WebP", "OCR"),
        (b"\x1f\x8b\x08\x00\x00", "gzip", "gunzip"),
        (b"PK\x03\x04\x14\x00\x00\x00text/a.txt", "ZIP", "Unpack"),
        (b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "DOCX", "plain text"),
        (b"PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument", "plain text"),
        (b"SQLite format 3\x00\x10\x00", "SQLite", "JSON Lines"),
        (b"\x7fELF\x02\x01\x01\x00", "ELF", "plain text"),
        (b"{\\rtf1\\ansi Qarrah}", "RTF", "plain text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Office", "plain text"),
        (b"WARC/1.0\r\nWARC-Type: response", "WARC", "HTML"),
        (b"<?xml version='1.0'?>\n<rss version='2.0'>", "feed", "pages"),
        (b"From: <Saved>\r\nContent-Type: multipart/related;", "MHTML", "HTML"),
        (b"Qarrah\x00fell", "1 NUL", "plain text"),
        (bytes(range(1, 9)) * 40, "binary", "plain text"),
    ],
)
def test_what_is_not_text_is_named_with_a_way_out(head: bytes, what: str, remedy: str) -> None:
    with pytest.raises(InputError) as refused:
        sniff(head, ".txt")
    assert what in refused.value.what
    assert remedy in refused.value.remedy


@pytest.mark.parametrize("head", [b"<?xml " + b"<!-- -->" * 8000, b" " * 60_000 + b"<", b"<!--" * 15_000])
def test_no_head_takes_long(head: bytes) -> None:
    started = time.perf_counter()
    assert sniff(head) is Kind.TEXT
    assert time.perf_counter() - started < 0.5
