"""Feeds in the record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import create_engine, inspect

from dateline.errors import RecordError, UsageError
from dateline.model.feed import FAILED, KNOWN, PUT_OFF, READ, REFUSED, Entry, Fate
from dateline.model.reading import Reading
from dateline.store.feeds import FeedStore, Followed
from dateline.store.record import Record
from tests.factories import article

ONE = Entry("1", "https://post.example/1", "Shells on Qarrah", date(2021, 3, 2), "Meridian Press")
TWO = Entry("2", "https://post.example/2")


@pytest.fixture
def store(record: Record, record_url: str) -> Iterator[FeedStore]:
    """The feeds of a fresh record, with one feed in it."""
    assert record.counts().articles == 0
    with FeedStore.open(record_url, create=False) as opened:
        assert opened.add("post", "https://post.example/feed", title="The Post")
        yield opened


def only(store: FeedStore) -> Followed:
    (feed,) = store.feeds()
    return feed


def test_a_feed_is_followed_once(store: FeedStore) -> None:
    assert not store.add("again", "https://post.example/feed")
    with pytest.raises(UsageError, match="--name"):
        store.add("post", "https://other.example/feed")
    feed = only(store)
    assert (feed.name, feed.url, feed.title) == ("post", "https://post.example/feed", "The Post")
    assert (feed.polled, feed.failures, feed.failure, set(feed.counts.values())) == (None, 0, None, {0})
    assert datetime.now(tz=UTC) - feed.added < timedelta(minutes=1)


def test_older_records_get_the_tables_when_a_feed_is_first_added(record: Record, record_url: str) -> None:
    assert record.counts().articles == 0
    engine = create_engine(record_url)
    with engine.begin() as connection:
        for name in ("feed_log", "feed_entry", "feed"):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    with FeedStore.open(record_url, create=False) as store:
        assert (store.feeds(), store.log()) == ([], [])
        assert not inspect(engine).has_table("feed")
        store.add("post", "https://post.example/feed")
        assert len(store.feeds()) == 1
    assert {"feed", "feed_entry", "feed_log"} <= set(inspect(engine).get_table_names())


def test_without_a_record_there_are_no_feeds(record_url: str) -> None:
    with pytest.raises(RecordError, match="no record"):
        FeedStore.open(record_url, create=False)


def test_feeds_by_name(store: FeedStore) -> None:
    store.add("herald", "https://herald.example/feed")
    assert [feed.name for feed in store.feeds()] == ["herald", "post"]
    assert [feed.name for feed in store.feeds(["post"])] == ["post"]
    with pytest.raises(UsageError, match=r"no feed is called 'pots'\. There are: herald, post"):
        store.feeds(["post", "pots"])


def test_what_became_of_entries(store: FeedStore, record: Record) -> None:
    done = record.add(Reading(article("Qarrah is quiet."), (), ()))
    feed = only(store)
    store.note(feed, ONE, Fate(PUT_OFF, "the server answers 500."))
    assert (store.tries(feed), store.put_off(feed)) == ({"1": (PUT_OFF, 1)}, [ONE])
    assert store.article_at("https://post.example/1") is None
    store.note(feed, ONE, Fate(READ, None, done.article_id))
    store.note(feed, TWO, Fate(REFUSED, "is in German"))
    assert store.tries(feed) == {"1": (READ, 2), "2": (REFUSED, 1)}
    assert store.put_off(feed) == []
    assert store.article_at("https://post.example/1") == done.article_id
    assert store.article_at("https://post.example/2") is None
    assert {outcome: count for outcome, count in only(store).counts.items() if count} == {READ: 1, REFUSED: 1}
    lines = store.log()
    assert [(line.feed, line.outcome, line.url, line.reason) for line in lines] == [
        ("post", PUT_OFF, ONE.url, "the server answers 500."),
        ("post", READ, ONE.url, None),
        ("post", REFUSED, TWO.url, "is in German"),
    ]
    assert (lines[1].article_id, lines[1].title) == (done.article_id, ONE.title)
    assert [line.outcome for line in store.log(["post"], limit=2)] == [READ, REFUSED]
    assert [line.outcome for line in store.log(outcomes=[PUT_OFF, KNOWN])] == [PUT_OFF]


def test_polls_that_fail_are_counted_until_one_goes_well(store: FeedStore) -> None:
    until = datetime(2031, 1, 1, tzinfo=UTC)
    store.failed(only(store), "no answer")
    store.failed(only(store), "busy", not_before=until)
    feed = only(store)
    assert (feed.failures, feed.failure, feed.not_before, feed.succeeded) == (2, "busy", until, None)
    assert [(line.outcome, line.reason) for line in store.log()] == [(FAILED, "no answer"), (FAILED, "busy")]
    store.succeeded(feed, etag='"7"', modified="today")
    feed = only(store)
    assert (feed.failures, feed.failure, feed.not_before, feed.etag, feed.modified) == (0, None, None, '"7"', "today")
    assert feed.succeeded == feed.polled is not None


def test_a_feed_removed_takes_its_log_and_leaves_its_articles(store: FeedStore, record: Record) -> None:
    done = record.add(Reading(article("Qarrah is quiet."), (), ()))
    store.note(only(store), ONE, Fate(READ, None, done.article_id))
    store.remove("post")
    assert (store.feeds(), store.log(), store.article_at(ONE.url or "")) == ([], [], None)
    assert record.has(done.article_id)
    store.add("post", "https://post.example/feed")
    assert store.tries(only(store)) == {}
