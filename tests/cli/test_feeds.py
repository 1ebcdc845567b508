"""`dateline feeds`, and `read` and `add` on web addresses."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import main, reading
from dateline.cli.feeds_watch import Every
from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.settings import Settings
from tests.cli.conftest import Outcome, Run
from tests.site import Page, Site, article_page, fetcher, rss, serving

OPML = "<opml><body><outline text='The Herald' xmlUrl='{}/herald'/><outline xmlUrl='file:///etc'/></body></opml>"


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with a feed of a page and of one that is gone."""
    with serving() as made:
        made.pages["/feed"] = rss("<title>Shells</title><link>/a</link>", "<title>Gone</title><link>/gone</link>")
        made.pages["/a"] = article_page()
        yield made


def _claims(items: Iterable[Article | Issue], **_: object) -> Iterator[Reading | Issue]:
    return (item if isinstance(item, Issue) else Reading(item, (), ()) for item in items)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs the command line with a record of its own; pages are fetched from this machine, claims are none."""
    monkeypatch.setattr(reading, "web_fetcher", lambda _: fetcher())
    monkeypatch.setattr(reading, "read_claims", _claims)
    monkeypatch.setattr(reading, "kept_reader", lambda _: _claims)
    monkeypatch.setenv("DATELINE_DB", str(tmp_path / "record.db"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)

    def _run(*args: str) -> Outcome:
        code = main.run(args)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return _run


def _json(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def followed(run: Run, site: Site) -> Site:
    """The site, whose feed is followed."""
    assert run("feeds", "add", f"{site.url}/feed").code == 0
    return site


def test_a_page_is_read_and_added_by_its_address(run: Run, site: Site) -> None:
    (article,) = _json(run("read", f"{site.url}/a").out)
    assert (article["url"], article["title"]) == (f"{site.url}/a", "Shells on Qarrah")
    done = run("add", f"{site.url}/a", f"{site.url}/gone")
    assert (done.code, done.out.split(" (")[0]) == (
        3,
        "1 article added with 0 claims, 0 already there, 1 could not be read",
    )
    assert (
        done.err
        == f"{site.url}/gone: the server answers 404 (Not Found). Check its spelling; it may have been taken down.\n"
    )


def test_adding_a_feed(run: Run, site: Site) -> None:
    done = run("feeds", "add", f"{site.url}/feed")
    assert (done.code, done.out) == (0, f"{site.url}/feed is followed.\n")
    assert run("feeds", "add", f"{site.url}/feed").out == f"{site.url}/feed is followed already.\n"
    site.pages["/other"] = rss()
    assert run("feeds", "add", f"{site.url}/other").code == 0
    assert run("feeds", "add", f"{site.url}/other?2", "--name", "two").code == 3
    assert [feed["name"] for feed in _json(run("feeds", "list").out)] == ["the-qarrah-post", "the-qarrah-post-2"]
    assert site.paths() == ["/feed", "/feed", "/other", "/other?2"]  # no page is read yet


@pytest.mark.parametrize(
    ("given", "options", "code", "says"),
    [
        ("{}/a", (), 3, "is not a feed"),
        ("{}/none", (), 3, "answers 404"),
        ("ftp://a.example/feed", (), 3, "only http and https"),
        ("{}/feed", ("--name", ""), 2, "cannot be a feed's name"),
        ("{}/feed", ("--name", "-x"), 2, "cannot be a feed's name"),
        ("none.opml", (), 3, "cannot be read"),
        ("none.opml", ("--name", "x"), 2, "single feed"),
    ],
)
def test_what_is_no_feed_is_not_followed(  # noqa: PLR0917 (a table's columns)
    run: Run, site: Site, given: str, options: tuple[str, ...], code: int, says: str
) -> None:
    done = run("feeds", "add", given.format(site.url), *options)
    assert (done.code, says in done.err) == (code, True)
    assert run("feeds", "list").code == 4


def test_a_list_of_feeds(run: Run, site: Site, tmp_path: Path) -> None:
    (tmp_path / "mine.opml").write_text(OPML.format(site.url), encoding="utf-8")
    done = run("feeds", "add", "mine.opml")
    assert (done.code, done.out) == (3, "1 feed followed, 0 already, 1 left out\n")
    assert "file:///etc" in done.err
    assert _json(run("feeds", "list").out)[0]["name"] == "the-herald"
    assert site.asked == []


def test_a_poll_says_what_became_of_each_entry(run: Run, followed: Site) -> None:
    done = run("feeds", "poll")
    *entries, feed = _json(done.out)
    assert done.code == 0
    assert {(entry["url"], entry["outcome"]) for entry in entries} == {
        (f"{followed.url}/a", "read"),
        (f"{followed.url}/gone", "refused"),
    }
    assert feed == {
        "feed": "the-qarrah-post",
        "poll": "polled",
        "reason": None,
        "counts": {"read": 1, "refused": 1},
    }
    read = next(entry["article"] for entry in entries if entry["outcome"] == "read")
    assert _json(run("show", read).out)[0]["url"] == f"{followed.url}/a"


def test_a_poll_in_words(run: Run, followed: Site) -> None:
    lines = run("feeds", "poll", "the-qarrah-post", "--table").out.splitlines()
    assert "  read      Shells, 0 claims" in lines
    assert lines[-1] == "the-qarrah-post: polled; 1 read, 1 refused"
    refused = f"  refused   Gone ({followed.url}/gone): the server answers 404 (Not Found). Check its spelling; it may"
    assert any(line.startswith(refused) for line in lines)
    assert run("feeds", "poll", "--table").out == "the-qarrah-post: polled; nothing new\n"


def test_a_feed_that_fails_makes_the_exit_code_3(run: Run, followed: Site) -> None:
    followed.pages["/feed"] = Page(b"", 500)
    done = run("feeds", "poll", "--table")
    assert (done.code, done.out) == (
        3,
        "the-qarrah-post: failed: the server answers 500 (Internal Server Error). Try again later.\n",
    )
    shown = " ".join(run("feeds", "list", "--table").out.split())
    assert "failing 1 time in a row, last good poll never: the server answers 500" in shown


def test_the_log(run: Run, followed: Site) -> None:
    assert run("feeds", "log", "--table").out == "The log is empty. Fill it with: dateline feeds poll\n"
    run("feeds", "poll")
    assert {line["outcome"] for line in _json(run("feeds", "log").out)} == {"read", "refused"}
    (line,) = _json(run("feeds", "log", "--outcome", "refused").out)
    assert (line["url"], line["feed"]) == (f"{followed.url}/gone", "the-qarrah-post")
    assert "Gone" in run("feeds", "log", "--table", "--outcome", "refused", "--limit", "1").out


def test_an_unknown_name_changes_nothing(run: Run, followed: Site) -> None:
    assert followed.url
    for command in (("poll",), ("log",), ("remove", "the-qarrah-post"), ("watch",)):
        done = run("feeds", *command, "nobody")
        assert (done.code, "There are: the-qarrah-post." in done.err) == (2, True)
    assert len(_json(run("feeds", "list").out)) == 1


def test_removing(run: Run, followed: Site) -> None:
    assert followed.url
    assert run("feeds", "remove", "the-qarrah-post").out == "the-qarrah-post is followed no more.\n"
    assert run("feeds", "list", "--table").out == "No feeds are followed. Follow one with: dateline feeds add URL\n"
    done = run("feeds", "poll")
    assert (done.code, "No feeds are followed" in done.err) == (0, True)
    assert run("feeds", "watch").code == 2


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_goes_on_until_it_is_stopped(
    run: Run, followed: Site, monkeypatch: pytest.MonkeyPatch, stop: signal.Signals
) -> None:
    monkeypatch.setattr("dateline.cli.feeds_watch._NAP", 0.05)
    threading.Timer(2, os.kill, (os.getpid(), stop)).start()
    done = run("feeds", "watch", "--every", "1m")
    assert (done.code, done.err) == (0, "Stopped.\n")
    assert [line["poll"] for line in _json(done.out) if "poll" in line] == ["polled"]
    assert followed.paths().count("/feed") == 2  # when it was added, and once in the watch: the next is a minute away


@pytest.mark.parametrize(("said", "length"), [("1m", 1), ("15m", 15), ("2h", 120), ("7d", 7 * 1440)])
def test_a_length_of_time(said: str, length: int) -> None:
    assert Every().convert(said, None, None) == timedelta(minutes=length)


@pytest.mark.parametrize("said", ["0m", "15", "15s", "8d", "-1h", "1.5h", "", "١m"])
def test_what_is_no_length_of_time(run: Run, said: str) -> None:
    done = run("feeds", "watch", "--every", said)
    assert (done.code, "15m, 2h or 1d" in done.err) == (2, True)


def test_private_addresses_are_asked_only_when_allowed(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    monkeypatch.delenv("DATELINE_ALLOW_PRIVATE", raising=False)
    shut = reading.read_articles([f"{site.url}/a"], settings=Settings.from_environment())
    assert "private network" in next(shut).reason  # type: ignore[union-attr]
    assert site.asked == []
    monkeypatch.setenv("DATELINE_ALLOW_PRIVATE", "1")
    for settings in (Settings.from_environment(), Settings.from_environment({}, allow_private=True)):
        (article,) = reading.read_articles([f"{site.url}/a"], settings=settings, published=date(2021, 3, 2))
        assert isinstance(article, Article)
    assert site.asked[0][1]["User-Agent"].startswith("Dateline/")
