"""Files, folders and standard input, good and bad: each bad document is one issue and the others are read."""

from __future__ import annotations

import hashlib
import io
import os
import threading
from datetime import date
from pathlib import Path

import pytest

from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.read.inputs import read_inputs
from dateline.settings import Settings
from tests.read.conftest import Reader

PROSE = "The council of Qarrah said on Tuesday that the road to the north had been cut for three days."
GERMAN = "Der Rat der Stadt teilte am Dienstag mit, dass die Straße nach Norden seit drei Tagen unterbrochen sei."
SETTINGS = Settings(max_chars=5000)


def test_a_plain_text_is_kept_character_for_character(read: Reader, tmp_path: Path) -> None:
    text = f" Qarrah ‘quiet’\r\n\r\n{PROSE}\t\n\n"
    [article], issues = read(b"\xef\xbb\xbf" + text.encode(), "qarrah.v2.txt", published=date(2021, 3, 3))
    assert (article.text, article.name, article.language, issues) == (text, "qarrah.v2", "en", [])
    assert article.origin == str(tmp_path / "qarrah.v2.txt")
    assert (article.title, article.published) == (None, date(2021, 3, 3))
    assert article.raw_hash == hashlib.sha256(b"\xef\xbb\xbf" + text.encode()).hexdigest()


def test_furniture_is_marked(read: Reader) -> None:
    [article], _ = read(f"{PROSE}\n\nComments\n".encode())
    assert [drop.span.of(article.text) for drop in article.dropped] == ["Comments"]


def test_an_encoding_that_was_guessed_is_an_issue_just_before_its_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"{PROSE} “No,” said Émile.".encode("cp1252"))
    issue, article = read_inputs([str(path)], settings=SETTINGS)
    assert isinstance(issue, Issue)
    assert isinstance(article, Article)
    assert (issue.fatal, issue.where, "Windows-1252" in issue.reason) == (False, article.origin, True)
    assert article.text.endswith("“No,” said Émile.")


@pytest.mark.parametrize(
    ("raw", "name", "reason", "remedy"),
    [
        (b"", "a.txt", "is empty", "holds the article's text"),
        (b" \r\n\t\n", "a.txt", "is empty", "holds the article's text"),
        (b"\xef\xbb\xbf", "a.txt", "is empty", "holds the article's text"),
        (b"14 - 30 !!", "a.txt", "holds no words", "holds the article's text"),
        (b"Comments\n\nShare on Facebook\n", "a.txt", "holds no article", "holds the article's text"),
        (b"%PDF-1.4 ...", "a.txt", "PDF", "pdftotext"),
        (b"Qarrah\x00\x01fell", "a.txt", "NUL", "plain text"),
        (b"Qarrah fell. " * 6000 + b"\x00", "a.txt", "bytes", "DATELINE_MAX_CHARS"),
        (PROSE.encode() * 100, "a.txt", "9,300 characters, more than the 5,000", "DATELINE_MAX_CHARS"),
        (GERMAN.encode(), "a.txt", "is in German (de)", "English"),
        (b"<html><body><p>14</p></body></html>", "a.html", "no article", "copy"),
        (b"<html></html>", "a.html", "no article", "copy"),
        (b"not json", "a.json", "is not JSON: Expecting value at column 1", "object"),
        (b"[]", "a.json", "empty list", "text"),
        (b"", "a.jsonl", "is empty", "line"),
    ],
)
def test_a_bad_document_is_a_fatal_issue(read: Reader, raw: bytes, name: str, reason: str, remedy: str) -> None:
    articles, [issue] = read(raw, name)
    assert articles == []
    assert (issue.stage, issue.fatal, Path(issue.where).name) == ("read", True, name)
    assert reason in issue.reason
    assert remedy in (issue.remedy or "")


def test_a_nul_far_down_is_refused(read: Reader) -> None:
    _, [issue] = read(PROSE.encode() * 1000 + b"\x00", max_chars=200_000)
    assert (issue.fatal, "NUL" in issue.reason) == (True, True)


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.write(PROSE.encode())
        stream.truncate(3_000_000_000)  # sparse: it takes no room
    started = path.stat().st_size
    with path.open("r+b") as stream:  # text as far as the reader looks
        stream.write(PROSE.encode() * 800)
    [issue] = read_inputs([str(path)], settings=SETTINGS)
    assert isinstance(issue, Issue)
    assert f"{started:,} bytes" in issue.reason


def test_missing_paths_addresses_and_good_files_in_one_batch(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(PROSE)
    inputs = [str(tmp_path / "none.txt"), "https://example.org/a", str(good), "bad\x00name", str(tmp_path / "no" / "x")]
    found = list(read_inputs(inputs, settings=SETTINGS))
    assert [isinstance(f, Article) for f in found] == [False, False, True, False, False]
    issues = [f for f in found if isinstance(f, Issue)]
    assert ["does not exist" in issues[0].reason, "save the page" in (issues[1].remedy or "")] == [True, True]
    assert all(issue.fatal and issue.remedy for issue in issues)


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.MD", "a/c.txt", ".hidden.txt", ".git/d.txt", "picture.png", "a/notes.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PROSE)
    (tmp_path / "fake.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = list(read_inputs([str(tmp_path)], settings=SETTINGS))
    places = [os.path.relpath(f.origin if isinstance(f, Article) else f.where, tmp_path) for f in found]
    assert places == ["a/c.txt", "a/notes.csv", "a/z.MD", "b.txt", "fake.txt", "picture.png"]
    issues = [f for f in found if isinstance(f, Issue)]
    kinds = ["not a kind of file" in i.reason for i in issues]
    assert (kinds, [i.fatal for i in issues]) == ([True, True, False, True], [True] * 4)


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    [issue] = read_inputs([str(tmp_path)], settings=SETTINGS)
    assert isinstance(issue, Issue)
    assert (issue.fatal, issue.reason) == (True, "holds no files")


def test_a_file_that_is_named_is_read_whatever_its_suffix(read: Reader) -> None:
    [article], issues = read(PROSE.encode(), "dispatch.log")
    assert (article.text, article.name, issues) == (PROSE, "dispatch", [])


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(PROSE.encode(),))
    writer.start()
    [article] = read_inputs([str(pipe)], settings=SETTINGS)
    writer.join(timeout=5)
    assert isinstance(article, Article)
    assert article.text == PROSE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PROSE)
    path.chmod(0)
    [issue] = read_inputs([str(path)], settings=SETTINGS)
    assert isinstance(issue, Issue)
    assert issue.fatal


@pytest.mark.parametrize(
    ("raw", "text", "name"),
    [
        (PROSE.encode(), PROSE, "stdin"),
        (b'{"text": "Qarrah fell to rebels."}\n', "Qarrah fell to rebels.", "stdin"),
        (b'{"text": "Qarrah fell to rebels."}\n{"id": "z"', "Qarrah fell to rebels.", "stdin-1"),
        (f"<html><body><article><p>{PROSE}</p></article></body></html>".encode(), PROSE, "stdin"),
    ],
)
def test_standard_input_is_told_by_its_bytes(read: Reader, raw: bytes, text: str, name: str) -> None:
    [article], _ = read(raw, "-")
    assert (article.text, article.name, article.origin.split()[0]) == (text, name, "stdin")


def test_a_stream_that_comes_in_pieces_is_read_to_its_end() -> None:
    class Drip(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(7, size or 0) if size is None or size >= 0 else 7)

    [article] = read_inputs(["-"], stdin=Drip((PROSE + " " + PROSE).encode()), settings=SETTINGS)
    assert isinstance(article, Article)
    assert article.text == f"{PROSE} {PROSE}"
