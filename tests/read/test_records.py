"""Articles as JSON: lines, an object, a list."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.read.inputs import read_inputs
from dateline.settings import Settings
from tests.read.conftest import Reader

TEXT = "Qarrah fell to the rebels on Tuesday."
DAY = date(2021, 3, 3)


def line(**keys: object) -> bytes:
    """One line of JSON."""
    return json.dumps({"text": TEXT} | keys).encode() + b"\n"


def test_every_key_of_the_contract_is_read_and_others_are_not(read: Reader) -> None:
    raw = line(id="q", published="2021-03-02", title="Qarrah", publisher="Meridian", url="https://x.org", claims=[1])
    [article], issues = read(raw, "in.jsonl", published=DAY)
    assert (article.name, article.published, article.title) == ("q", date(2021, 3, 2), "Qarrah")
    assert (article.publisher, article.url, article.text, issues) == ("Meridian", "https://x.org", TEXT, [])
    assert article.origin.endswith("in.jsonl line 1")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2021-03-02", date(2021, 3, 2)),
        ("2021-03-02T23:30:00Z", date(2021, 3, 2)),
        ("2021-03-02T01:30:00.5+03:00", date(2021, 3, 2)),
        ("2021-03-02 14:00", date(2021, 3, 2)),
        ("", DAY),
        (None, DAY),
    ],
)
def test_dates(read: Reader, written: str | None, expected: date) -> None:
    [article], issues = read(line(published=written), "in.jsonl", published=DAY)
    assert (article.published, issues) == (expected, [])


@pytest.mark.parametrize("written", ["yesterday", "2021-02-30", "02/03/2021", 20210302, ["2021-03-02"]])
def test_a_date_that_is_none_is_a_doubt(read: Reader, written: object) -> None:
    [article], [issue] = read(line(published=written), "in.jsonl")
    assert (article.published, issue.fatal, issue.where) == (None, False, article.origin)
    assert "published" in issue.reason


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"text": "x" "y"}\n', "is not JSON: Expecting ',' delimiter at column 14"),
        (b"Qarrah fell\n", "is not JSON: Expecting value at column 1"),
        (b"[1, 2]\n", "is a list, not an object"),
        (b'"Qarrah"\n', "is a string, not an object"),
        (b"null\n", "is null, not an object"),
        (b'{"id": "q"}\n', "has no text"),
        (b'{"text": 5}\n', "has a text that is a number, not a string"),
        (b'{"text": null}\n', "has a text that is null, not a string"),
        (b'{"text": " \\n"}\n', "has an empty text"),
        (b'{"text": "Qarrah \\ud83d fell"}\n', "half a character (a lone surrogate, U+D83D) at 7"),
        (b'{"text": "Qarrah \\u0000 fell"}\n', "NUL"),
        (b'{"text": "caf\xe9"}\n', "is not UTF-8 at byte 14"),
        (b"[" * 100_000 + b"\n", "is not JSON that can be read"),
        (b'{"text": "x", "n": ' + b"9" * 5000 + b"}\n", "is not JSON that can be read"),
        (line(text=TEXT * 200), "characters, more than the 5,000"),
        (line(text="Der Rat der Stadt teilte am Dienstag mit, dass die Straße gesperrt sei."), "German"),
    ],
)
def test_a_bad_line_is_an_issue_and_the_others_are_read(read: Reader, raw: bytes, reason: str) -> None:
    articles, [issue] = read(b"\xef\xbb\xbf" + line(id="a") + raw + b"\n" + line(id="b"), "in.jsonl")
    assert [article.name for article in articles] == ["a", "b"]
    assert (issue.fatal, issue.where.endswith("in.jsonl line 2")) == (True, True)
    assert reason in issue.reason
    assert issue.remedy


@pytest.mark.parametrize(
    ("keys", "name"),
    [({}, "in-1"), ({"id": 7}, "7"), ({"id": " "}, "in-1"), ({"id": True}, "in-1"), ({"id": "\ud800"}, "in-1")],
)
def test_the_name_of_an_article_in_lines(read: Reader, keys: dict[str, object], name: str) -> None:
    [first, _], _ = read(line(**keys) + line(), "in.jsonl")
    assert first.name == name


def test_a_whole_object_and_a_list(read: Reader) -> None:
    assert [a.name for a in read(json.dumps({"text": TEXT}, indent=1).encode(), "one.json")[0]] == ["one"]
    assert [a.name for a in read(line(), "flat.json")[0]] == ["flat"]
    raw = json.dumps([{"text": TEXT}, {"text": ""}, {"id": "c", "text": TEXT}], indent=1).encode()
    articles, [issue] = read(raw, "many.json")
    assert [a.name for a in articles] == ["many-1", "c"]
    assert issue.where.endswith("many.json item 2")


def test_lines_under_another_suffix_are_told_by_their_bytes(read: Reader) -> None:
    assert [a.name for a in read(line(id="a") + b"\n" + line(id="b"), "in.json")[0]] == ["a", "b"]
    assert [a.name for a in read(line(id="a") + line(id="b"), "in.txt")[0]] == ["a", "b"]


def test_lines_in_utf_16_are_refused(read: Reader) -> None:
    _, [issue] = read(line().decode().encode("utf-16"), "in.jsonl")
    assert (issue.fatal, "UTF-16" in issue.reason) == (True, True)


def test_line_separators_of_unicode_do_not_part_lines(read: Reader) -> None:
    raw = json.dumps({"text": f"{TEXT}\u2028{TEXT}\x85"}, ensure_ascii=False).encode() + b"\r\n"
    [article], _ = read(raw, "in.jsonl")
    assert article.text == f"{TEXT}\u2028{TEXT}\x85"


def test_lines_are_read_as_they_come() -> None:
    """A gigabyte in lines is never in memory: the first article is there before the second megabyte is asked for."""
    taken = 0

    class Counting(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            nonlocal taken
            piece = super().read(size)
            taken += len(piece)
            return piece

    stream = read_inputs(["-"], stdin=Counting(line() * 100_000), settings=Settings())
    for _ in range(3):
        assert isinstance(next(stream), Article)
    assert taken < 1_000_000


def test_a_line_too_long_is_passed_over(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.read.records.LINE_BYTES", 100)
    articles, [issue] = read(line(id="a") + line(text="x" * 70_000) + line(id="b"), "in.jsonl", max_chars=50)
    assert [a.name for a in articles] == ["a", "b"]
    assert (issue.where.endswith("line 2"), "too long" in issue.reason) == (True, True)


@given(st.text(min_size=1), st.booleans())
def test_any_text_comes_through_as_it_was(text: str, escaped: bool) -> None:  # noqa: FBT001 (a strategy gives it)
    body = f"{TEXT}\n{text}"
    raw = json.dumps({"text": body}, ensure_ascii=escaped).encode()
    found = list(read_inputs(["-"], stdin=io.BytesIO(raw + b"\n" + raw), settings=Settings()))
    texts = [f.text for f in found if isinstance(f, Article)]
    assert texts == [body] * 2 or all(isinstance(f, Issue) and f.fatal for f in found)
