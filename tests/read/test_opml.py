"""Lists of feeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.read.opml import Outline, read_opml

LIST = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Levant"><outline text="Post" title="The Qarrah Post" type="rss" xmlUrl=" https://post.example/feed "/>
<outline text="Again" xmlUrl="https://post.example/feed"/></outline>
<outline text="Herald" xmlurl="https://herald.example/rss"/><outline xmlUrl="x"/><outline text="none"/></body></opml>"""


def test_feeds_in_folders_and_out_of_them(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(LIST, encoding="utf-8")
    assert read_opml(path) == (
        Outline("https://post.example/feed", "Again"),
        Outline("https://herald.example/rss", "Herald"),
        Outline("x", None),
    )


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("", "is not OPML"),
        ("Qarrah", "is not OPML"),
        ("<rss/>", "is not OPML"),
        ("<opml><body/></opml>", "names no feeds"),
        ("<!DOCTYPE opml [<!ENTITY a 'b'>]><opml><outline xmlUrl='&a;'/></opml>", "entities"),
    ],
)
def test_what_is_no_list(tmp_path: Path, body: str, what: str) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(InputError, match=what) as refused:
        read_opml(path)
    assert (refused.value.where, bool(refused.value.remedy)) == (str(path), True)


@pytest.mark.parametrize("name", ["none.opml", ".", "a\x00b"])
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_opml(tmp_path / name)
