"""The record keeps articles whole, once, and says plainly what it cannot do."""

from __future__ import annotations

import sqlite3
import threading
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import RecordError, UsageError
from dateline.model.article import Dropped
from dateline.model.claim import Claim
from dateline.model.grounded import Actor
from dateline.model.issue import Issue
from dateline.model.span import Span
from dateline.store.filters import Filters
from dateline.store.record import Record
from dateline.store.stored import Added, Counts, Unchanged
from tests.factories import DISPATCH, article, claim, reading

SHELLING = claim(
    "ASSAULT",
    mode="heavy-weapons",
    killed=14,
    injured=30,
    place="Qarrah",
    day="2021-03-02",
    sources=["The local council", "Meridian Press"],
)
FLIGHT = claim("MOVE", mode="flee", trigger="fled", displaced=(180, 220), place="Deir Sahl", role="to")


def test_an_article_comes_back_as_it_was_read(record: Record) -> None:
    doubt = Issue("ground", "two places have this name", where="qarrah", span=Span(0, 8), remedy="Look at the map.")
    read = reading(SHELLING, FLIGHT, issues=[doubt], title="Qarrah", dropped=(Dropped(Span(0, 3), "furniture"),))
    assert record.add(read) == Added(read.article.id, "qarrah", claims=2, issues=1)
    assert record.article(read.article.id) == read.to_json()
    assert list(record.readings()) == [read.to_json()]


def test_adding_twice_changes_nothing(record: Record) -> None:
    read = reading(SHELLING)
    record.add(read)
    before = (record.counts(), list(record.readings()))
    assert record.add(read) == Unchanged(read.article.id, "qarrah")
    assert (record.counts(), list(record.readings())) == before
    assert record.has(read.article.id)


def test_one_claim_read_twice_in_an_article_is_kept_once(record: Record) -> None:
    record.add(reading(SHELLING, SHELLING))
    assert record.counts() == Counts(articles=1, claims=1, issues=0)


def test_a_span_past_the_text_is_refused_and_nothing_written(record: Record) -> None:
    broken = Claim("ASSAULT", trigger=Span(0, 8), evidence=Span(0, len(DISPATCH) + 1))
    with pytest.raises(RecordError, match="quotes what is not there"):
        record.add(reading(SHELLING, broken))
    assert record.counts() == Counts(0, 0, 0)


def test_a_text_that_the_database_alters_is_refused(record: Record) -> None:
    with sqlite3.connect(record.where) as raw:
        raw.execute("CREATE TRIGGER alter_it AFTER INSERT ON article BEGIN UPDATE article SET text = lower(text); END")
    with pytest.raises(RecordError, match="stored text says something else"):
        record.add(reading(SHELLING))
    assert record.counts() == Counts(0, 0, 0)


def test_a_lone_surrogate_is_refused_with_a_remedy(record: Record) -> None:
    with pytest.raises(RecordError, match=r"lone surrogate.*UTF-8"):
        record.add(reading(text="broken \ud800 text"))


def test_the_same_failure_is_recorded_once(record: Record) -> None:
    failure = Issue("read", "the file is empty", where="a.txt", fatal=True)
    record.add_issue(failure)
    record.add_issue(failure)
    assert record.counts() == Counts(0, 0, 1)


FILTERS = [
    (Filters(), 2),
    (Filters(events=("ASSAULT",)), 1),
    (Filters(events=("ASSAULT", "MOVE")), 2),
    (Filters(place="qarrah"), 1),
    (Filters(place="QARRÂH"), 1),
    (Filters(place="sahl"), 1),
    (Filters(place="SYR"), 2),
    (Filters(place="%"), 0),
    (Filters(place="-"), 0),
    (Filters(place="' OR 1=1 --"), 0),
    (Filters(since=date(2021, 3, 2)), 1),
    (Filters(since=date(2021, 3, 3)), 0),
    (Filters(until=date(2021, 3, 1)), 0),
    (Filters(since=date(2021, 1, 1), until=date(2021, 12, 31), events=("MOVE",)), 0),
]


@pytest.mark.parametrize(("wanted", "count"), FILTERS)
def test_filters(record: Record, wanted: Filters, count: int) -> None:
    record.add(reading(SHELLING, FLIGHT))
    assert len(list(record.claims(wanted))) == count


def test_search_finds_articles_and_claims_whatever_the_case_and_accents(record: Record) -> None:
    record.add(reading(SHELLING, title="Fear in Düzce", publisher="The Post"))
    article_hit, claim_hit = record.search("WOUNDED")
    assert (article_hit.claim_id, claim_hit.event) == (None, "ASSAULT")
    assert "wounded 30" in article_hit.snippet
    assert [hit.article_name for hit in record.search("duzce")] == ["qarrah"]
    assert record.search("wounded", "nobody") == []
    assert len(record.search("fourth army denied")) == 1
    assert record.search("denied army fourth") == []


@pytest.mark.parametrize("words", [("",), (), ("?!", "—"), ('"',), ("*",)])
def test_a_search_without_words_is_a_usage_error(record: Record, words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="no words"):
        record.search(*words)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(words=st.text(min_size=1, max_size=20))
def test_no_search_breaks_the_query(record: Record, words: str) -> None:
    """Quotes, operators, NUL and the like are looked for or refused, never run."""
    try:
        hits = record.search(words, 'NEAR("', "OR")
    except UsageError:
        hits = []
    assert hits == []


def test_matches_by_name_by_id_and_by_its_beginning(record: Record) -> None:
    first, second = reading(SHELLING), reading(name="other", text="Nothing happened.")
    record.add(first)
    record.add(second)
    claim_id = first.to_json()["claims"][0]["id"]
    assert [(m.kind, m.id) for m in record.matches("qarrah")] == [("article", first.article.id)]
    assert [(m.kind, m.id) for m in record.matches(first.article.id[:8])] == [("article", first.article.id)]
    assert [(m.kind, m.id) for m in record.matches(claim_id[:8])] == [("claim", claim_id)]
    assert record.matches("%") == []
    assert len(record.matches("")) == 3
    assert record.article_of(claim_id) == first.article.id
    assert record.names() == ["other", "qarrah"]


def test_articles_without_claims_are_in_the_export_too(record: Record) -> None:
    read = reading(text="Nothing happened.")
    record.add(read)
    assert list(record.readings()) == [read.to_json()]
    assert list(record.readings(Filters(events=("ASSAULT",)))) == []


def test_the_record_survives_closing(record_url: str) -> None:
    read = reading(SHELLING)
    with Record.open(record_url) as first:
        first.add(read)
    with Record.open(record_url, create=False) as second:
        assert second.article(read.article.id) == read.to_json()
        assert second.search("wounded")


def test_actors_and_figures_are_rows_to_ask_by(record: Record) -> None:
    record.add(reading(claim("ACCUSE", who=[Actor("The local council", "SYR", "GOV")], killed=(15, None))))
    with sqlite3.connect(record.where) as raw:
        assert raw.execute("SELECT role, name, country, sector FROM claim_actor").fetchall() == [
            ("actor", "The local council", "SYR", "GOV")
        ]
        assert raw.execute("SELECT measure, low, high FROM claim_figure").fetchall() == [("killed", 15.0, None)]
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_taking_an_article_out_takes_its_rows_and_words_along(record: Record) -> None:
    record.add(reading(SHELLING))
    with sqlite3.connect(record.where) as raw:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("DELETE FROM article")
    assert record.counts() == Counts(0, 0, 0)
    assert record.search("wounded") == []


def test_readers_go_on_while_one_process_writes(record: Record) -> None:
    record.add(reading(SHELLING))
    writer = sqlite3.connect(record.where, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        assert record.counts().articles == 1
    finally:
        writer.close()


def test_a_writer_waits_for_its_turn(record: Record) -> None:
    """Two threads that add at once both get their articles in."""
    names = [f"n{number}" for number in range(10)]
    threads = [
        threading.Thread(target=lambda part: [record.add(reading(SHELLING, name=n)) for n in part], args=(part,))
        for part in (names[::2], names[1::2])
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert record.names() == sorted(names)


def test_a_lock_that_stays_is_explained(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.engine.WAIT_SECONDS", 0.05)
    writer = sqlite3.connect(record.where, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        with (
            Record.open(f"sqlite:///{record.where}") as other,
            pytest.raises(RecordError, match=r"record\.db: another process is writing .* waited"),
        ):
            other.add(reading(SHELLING))
    finally:
        writer.close()


def test_a_document_without_a_date_is_kept_without_one(record: Record) -> None:
    read = reading(of=article(published=None))
    record.add(read)
    assert record.article(read.article.id)["published"] is None
