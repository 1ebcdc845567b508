"""Polling: what is new in a feed comes into the record, once, and everything else is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dateline.feeds import MOST_TRIES, POLLED, UNCHANGED, WAITS, EntryDone, FeedDone, Poller, next_poll
from dateline.model.article import Article
from dateline.model.feed import FAILED, KNOWN, PUT_OFF, READ, REFUSED, SKIPPED
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.settings import Settings
from dateline.store.feeds import FeedStore, Followed
from dateline.store.record import Record
from tests.factories import DISPATCH, claim
from tests.site import Page, Site, article_page, fetcher, rss, serving

ITEM = "<title>Shells on Qarrah</title><pubDate>Tue, 02 Mar 2021 23:30:00 -0500</pubDate><link>{}</link>"


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with a feed of three entries: a page, one that is gone, and one that names none."""
    with serving() as made:
        made.pages["/feed"] = rss(ITEM.format("/a"), "<link>/gone</link>", "<title>no link</title>")
        made.pages["/a"] = article_page(text=DISPATCH)
        yield made


def read(items: Iterable[Article | Issue]) -> Iterator[Reading | Issue]:
    """A pipeline that finds one claim in the dispatch, and fails on what it cannot read."""
    for item in items:
        if isinstance(item, Issue):
            continue
        if "unreadable" in item.text:
            yield Issue("pipeline", "Dateline failed on this article", item.origin, fatal=True)
        else:
            start = item.text.find(DISPATCH)
            yield Reading(item, (claim(killed=14),) if start == 0 else (), ())


@pytest.fixture
def poller(site: Site, record: Record, record_url: str) -> Iterator[Poller]:
    """A poller on a record that follows the site's feed."""
    with FeedStore.open(record_url) as store:
        store.add("post", f"{site.url}/feed")
        yield Poller(store, record, fetcher(), Settings(), read)


def feed_of(poller: Poller) -> Followed:
    (feed,) = poller.store.feeds()
    return feed


def poll(poller: Poller) -> tuple[dict[str, EntryDone], FeedDone]:
    *entries, done = poller.poll(feed_of(poller))
    assert isinstance(done, FeedDone)
    found = {entry.entry.url or "": entry for entry in entries if isinstance(entry, EntryDone)}
    assert len(found) == len(entries)
    assert Counter(entry.fate.outcome for entry in found.values()) == done.counts
    return found, done


def test_each_entry_is_read_or_has_a_reason(site: Site, poller: Poller, record: Record) -> None:
    found, done = poll(poller)
    assert (done.outcome, dict(done.counts)) == (POLLED, {READ: 1, REFUSED: 1, SKIPPED: 1})
    fate = found[f"{site.url}/a"].fate
    stored = record.article(fate.article_id or "")
    assert stored["text"].endswith(DISPATCH)
    assert (stored["published"], stored["publisher"], stored["url"]) == (
        "2021-03-02",
        "The Qarrah Post",
        f"{site.url}/a",
    )
    assert "404" in (found[f"{site.url}/gone"].fate.reason or "")
    assert "names no page" in (found[""].fate.reason or "")
    assert [(issue["where"], issue["reason"]) for issue in record.issues()] == [
        (f"{site.url}/gone", "the server answers 404 (Not Found)")
    ]
    assert {line.outcome for line in poller.store.log()} == {READ, REFUSED, SKIPPED}


def test_a_second_poll_reads_nothing_again(site: Site, poller: Poller) -> None:
    poll(poller)
    before = len(site.asked)
    assert poll(poller) == ({}, FeedDone("post", POLLED, None, {}))
    assert [path for path, _ in site.asked[before:]] == ["/feed"]


def test_a_feed_that_has_not_changed_is_not_sent_again(site: Site, poller: Poller) -> None:
    site.pages["/feed"] = replace(site.pages["/feed"], headers={"ETag": '"7"'})
    poll(poller)
    site.pages["/feed"] = Page(status=304, media="")
    _, done = poll(poller)
    assert done.outcome == UNCHANGED
    assert site.asked[-1][1]["If-None-Match"] == '"7"'
    _, done = poll(poller)
    assert site.asked[-1][1]["If-None-Match"] == '"7"'


def test_an_interrupted_poll_is_taken_up_again(site: Site, poller: Poller) -> None:
    site.pages["/feed"] = replace(site.pages["/feed"], headers={"ETag": '"7"'})
    events = poller.poll(feed_of(poller))
    next(events)
    del events
    assert feed_of(poller).etag is None
    found, _ = poll(poller)
    assert len(found) >= 1
    assert Counter(outcome for outcome, _ in poller.store.tries(feed_of(poller)).values()) == {
        READ: 1,
        REFUSED: 1,
        SKIPPED: 1,
    }


def test_a_page_that_fails_is_tried_again_even_when_the_feed_has_not_changed(site: Site, poller: Poller) -> None:
    site.pages["/a"] = Page(b"", 500)
    found, _ = poll(poller)
    assert found[f"{site.url}/a"].fate.outcome == PUT_OFF
    site.pages |= {"/feed": Page(status=304, media=""), "/a": article_page()}
    found, done = poll(poller)
    assert (done.outcome, set(found)) == (UNCHANGED, {f"{site.url}/a"})
    entry = found[f"{site.url}/a"]
    assert (entry.fate.outcome, entry.entry.published) == (READ, date(2021, 3, 2))


def test_a_page_that_keeps_failing_is_given_up(site: Site, poller: Poller, record: Record) -> None:
    site.pages["/a"] = Page(b"", 500)
    fates = [poll(poller)[0][f"{site.url}/a"].fate.outcome for _ in range(MOST_TRIES)]
    assert fates == [PUT_OFF] * (MOST_TRIES - 1) + [REFUSED]
    assert f"{site.url}/a" not in poll(poller)[0]
    assert f"{site.url}/a" in [issue["where"] for issue in record.issues()]


def test_one_page_in_two_feeds_is_fetched_once(site: Site, poller: Poller) -> None:
    poll(poller)
    site.pages["/other"] = rss(ITEM.format("/a"))
    poller.store.add("other", f"{site.url}/other")
    (other,) = poller.store.feeds(["other"])
    entry, _ = poller.poll(other)
    assert isinstance(entry, EntryDone)
    assert (entry.fate.outcome, site.paths().count("/a")) == (KNOWN, 1)


def test_one_article_under_two_addresses_is_added_once(site: Site, poller: Poller, record: Record) -> None:
    site.pages["/feed"] = rss(ITEM.format("/a"), ITEM.format("/a?from=rss"))
    site.pages["/a?from=rss"] = Page(status=302, headers={"Location": "/a"})
    found, _ = poll(poller)
    assert [entry.fate.outcome for entry in found.values()].count(READ) == 1
    assert {entry.fate.outcome for entry in found.values()} == {READ, KNOWN}
    assert record.counts().articles == 1


def test_what_the_pipeline_cannot_read_is_refused(site: Site, poller: Poller) -> None:
    site.pages["/a"] = article_page(text=f"This is unreadable. {DISPATCH}")
    found, _ = poll(poller)
    fate = found[f"{site.url}/a"].fate
    assert (fate.outcome, "Dateline failed" in (fate.reason or "")) == (REFUSED, True)


def test_without_anything_to_read_the_pipeline_is_not_asked(site: Site, poller: Poller) -> None:
    def never(_: object) -> Iterator[Reading | Issue]:
        pytest.fail("the pipeline was asked")

    site.pages["/feed"] = rss("<link>/gone</link>")
    *_, done = replace(poller, read=never).poll(feed_of(poller))
    assert isinstance(done, FeedDone)
    assert done.counts == {REFUSED: 1}


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (Page(b"", 404), "answers 404"),
        (Page(b"<html><body>Welcome.</body></html>"), "is not a feed"),
        (Page(b"<rss"), "cannot be read"),
        (Page(b"x", media="image/png"), "is image/png"),
        (Page(status=302, headers={"Location": "http://169.254.169.254/"}), "169.254.169.254"),
    ],
)
def test_a_feed_that_cannot_be_had_is_said_with_what_to_do(site: Site, poller: Poller, page: Page, reason: str) -> None:
    site.pages["/feed"] = page
    found, done = poll(poller)
    feed = feed_of(poller)
    assert (found, done.outcome, feed.failures) == ({}, FAILED, 1)
    assert reason in (done.reason or "")
    assert feed.failure == done.reason == poller.store.log()[-1].reason


def test_a_feed_that_asks_to_be_left_alone_is_left_alone(site: Site, poller: Poller) -> None:
    site.pages["/feed"] = Page(b"", 429, headers={"Retry-After": "3600"})
    assert poll(poller)[1].outcome == FAILED
    before = len(site.asked)
    _, done = poll(replace(poller, fetcher=fetcher()))  # another run
    assert (done.outcome, len(site.asked)) == (WAITS, before)


MOMENT = datetime(2021, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("polled", "failures", "not_before", "after"),
    [
        (None, 0, None, timedelta(0)),
        (MOMENT, 0, None, timedelta(minutes=15)),
        (MOMENT, 1, None, timedelta(minutes=30)),
        (MOMENT, 3, None, timedelta(hours=2)),
        (MOMENT, 500, None, timedelta(days=1)),
        (MOMENT, 1, MOMENT + timedelta(hours=5), timedelta(hours=5)),
        (MOMENT, 1, MOMENT, timedelta(minutes=30)),
    ],
)
def test_when_a_watched_feed_is_due(
    polled: datetime | None, failures: int, not_before: datetime | None, after: timedelta
) -> None:
    feed = Followed(1, "post", "u", None, MOMENT, None, None, polled, None, not_before, failures, None, {})
    assert next_poll(feed, every=timedelta(minutes=15)) == MOMENT + after


def test_a_slow_watch_is_never_hurried_by_failures() -> None:
    feed = Followed(1, "post", "u", None, MOMENT, None, None, MOMENT, None, None, 9, None, {})
    assert next_poll(feed, every=timedelta(days=3)) == MOMENT + timedelta(days=3)
