"""Incidents as an Atom feed, read back by a reader of feeds."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dateline.export.atom import ATOM, GEORSS, About, read_before, write_atom
from tests.factories import claim, stored
from tests.grouped import group

Json = dict[str, Any]
NOW = datetime(2021, 3, 3, 10, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=5)
ABOUT = About("Assaults in Qarrah", id="urn:dateline:incidents:a", link="https://desk.example/a.xml?b=1&c=<2>")


def incident(number: int = 1, **changed: Any) -> Json:  # noqa: ANN401 (JSON)
    figures = [{"measure": "killed", "best": {"low": 14, "high": 14}, "low": 9, "high": None, "told": []}]
    facts = {"event": "ASSAULT", "status": "happened", "place": "Qarrah", "country": "SYR", "figures": figures}
    days = {"from": "2021-03-02", "to": "2021-03-02"}
    return {
        "id": f"{number:016x}",
        **facts,
        **days,
        "articles": ["qarrah"],
        "sources": [{"name": "The council"}],
        **changed,
    }


def written(*incidents: Json, before: bytes | None = None, now: datetime = NOW) -> bytes:
    out = io.BytesIO()
    count = write_atom(incidents, out, about=ABOUT, before=read_before(before) if before else None, now=now)
    assert count == len(incidents)
    return out.getvalue()


def parsed(raw: bytes) -> Any:  # noqa: ANN401 (feedparser ships no types)
    found = feedparser.parse(io.BytesIO(raw))
    assert (found.bozo, found.version) == (False, "atom10")
    return found


def test_a_reader_of_feeds_reads_it() -> None:
    found = parsed(written(incident(lat=34.15, lon=36.75), incident(2, status="future", figures=[])))
    assert (found.feed.title, found.feed.id, found.feed.author) == (ABOUT.title, ABOUT.id, "Dateline")
    assert [(link.rel, link.href) for link in found.feed.links] == [("self", ABOUT.link)]
    first, second = found.entries
    assert first.title == "14 killed · ASSAULT · Qarrah, SYR · 2021-03-02"
    assert (first.id, first.updated) == ("urn:dateline:incident:0000000000000001", "2021-03-03T10:00:00Z")
    assert first.where == {"type": "Point", "coordinates": (36.75, 34.15)}
    for part in ("killed: 9 or more over all that is said", "According to: The council", "Articles: qarrah"):
        assert part in first.content[0].value
    assert second.title == "ASSAULT · future · Qarrah, SYR · 2021-03-02"
    assert "where" not in second
    assert {tag.term for tag in second.tags} >= {"ASSAULT", "future"}


def test_it_holds_what_the_standard_asks_for() -> None:
    root = etree.fromstring(written(incident(lat=-1.5, lon=0.0)))
    for element in (root, *root.iter(f"{{{ATOM}}}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{{{ATOM}}}{name}")
            assert found.text
    assert root.findtext(f"{{{ATOM}}}author/{{{ATOM}}}name")
    assert root.findtext(f".//{{{GEORSS}}}point") == "-1.500000 0.000000"
    assert root.find(f".//{{{GEORSS}}}radius") is None


def test_an_incident_of_the_record_is_written() -> None:
    told = [stored(claim(place="Qarrah", day="2021-03-02", killed=killed), name=f"a{killed}") for killed in (14, 20)]
    incidents = [made.to_json() for made in group([row for rows in told for row in rows])]
    raw = written(*incidents)
    entries = parsed(raw).entries
    assert len(entries) == len(incidents) >= 1
    for entry, made in zip(entries, incidents, strict=True):
        assert entry.title.endswith("ASSAULT · Qarrah, SYR · 2021-03-02")
        assert entry.id.endswith(made["id"])
        assert all(name in entry.content[0].value for name in made["articles"])
        assert entry.where["coordinates"] == (36.75, 34.15)
    assert etree.fromstring(raw).findtext(f".//{{{GEORSS}}}radius") == "5000"


@pytest.mark.parametrize(
    ("changed", "title"),
    [
        ({"figures": []}, "ASSAULT · Qarrah, SYR · 2021-03-02"),
        ({"place": None, "country": None, "from": None, "to": None, "figures": []}, "ASSAULT"),
        ({"to": "2021-03-04", "place": None}, "14 killed · ASSAULT · SYR · 2021-03-02 to 2021-03-04"),
        (
            {"figures": [{"measure": "injured", "best": {"low": 3, "high": 5.5}, "low": 3, "high": 5.5}], "from": None},
            "3–5.5 injured · ASSAULT · Qarrah, SYR · 2021-03-02",
        ),
        (
            {"figures": [{"measure": "displaced", "best": {"low": None, "high": 9}, "low": 0, "high": 9}]},
            "up to 9 displaced · ASSAULT · Qarrah, SYR · 2021-03-02",
        ),
    ],
)
def test_titles(changed: Json, title: str) -> None:
    (entry,) = parsed(written(incident(**changed))).entries
    assert entry.title == title


def test_the_same_incidents_are_the_same_bytes() -> None:
    first = written(incident(), incident(2))
    assert written(incident(), incident(2), before=first, now=LATER) == first


def moments(raw: bytes) -> list[str]:
    found = parsed(raw)
    return [found.feed.updated[11:16], *(entry.updated[11:16] for entry in found.entries)]


@pytest.mark.parametrize(
    ("second", "times"),
    [
        (
            [incident(), incident(2, sources=[{"name": "The council"}, {"name": "A medic"}])],
            ["15:00", "10:00", "15:00"],
        ),
        ([incident(), incident(2), incident(3)], ["15:00", "10:00", "10:00", "15:00"]),
        ([incident()], ["15:00", "10:00"]),
        ([incident(2), incident()], ["10:00", "10:00", "10:00"]),
        ([incident(lat=1.0, lon=2.0), incident(2)], ["15:00", "15:00", "10:00"]),
        ([incident(note="told otherwise"), incident(2)], ["10:00", "10:00", "10:00"]),
        ([], ["15:00"]),
    ],
)
def test_only_what_changed_is_updated(second: list[Json], times: list[str]) -> None:
    first = written(incident(), incident(2))
    assert moments(written(*second, before=first, now=LATER)) == times


@pytest.mark.parametrize("raw", [b"", b"<feed", b"<rss/>", b"not xml", b"\xff\xfe"])
def test_what_is_no_feed_of_ours_tells_nothing(raw: bytes) -> None:
    assert read_before(raw) is None


def test_no_entity_of_an_earlier_file_is_followed(tmp_path: Any) -> None:  # noqa: ANN401 (a path)
    (tmp_path / "secret").write_text("2021-03-03T10:00:00Z")
    head = f"<!DOCTYPE feed [<!ENTITY x SYSTEM '{tmp_path / 'secret'}'>]>"
    raw = f"{head}<feed xmlns='{ATOM}'><updated>&x;</updated></feed>"
    assert read_before(raw.encode()) is None


@given(st.text(), st.text())
def test_any_words_are_well_formed(place: str, source: str) -> None:
    (entry,) = parsed(written(incident(place=place, sources=[{"name": source}]))).entries
    assert entry.id
