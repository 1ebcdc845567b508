"""Readings made by chance, and all that a record derives from them, to be compared."""

from __future__ import annotations

import random
import sqlite3
from datetime import date, timedelta
from typing import Any

from dateline.model.grounded import Actor, Place
from dateline.model.reading import Reading
from dateline.store.record import Record
from tests.factories import DEIR_SAHL, QARRAH, article, claim, reading

TEL_OMAR = Place("Tel Omar", "SYR", 34.2, 36.8, "settlement", 5.0, "geonames:900003")
WASIL = Place("Wasil province", "SYR", 34.3, 36.8, "admin1", 60.0, "geonames:900004")
SYRIA = Place("Syria", "SYR", 35.0, 38.0, "country", 400.0, "iso:SYR")
TOWNS = (QARRAH, DEIR_SAHL, TEL_OMAR, WASIL, SYRIA)
FIRST = date(2021, 3, 1)
KINDS = (
    ("ASSAULT", "aerial", "Jets bombed"),
    ("ASSAULT", "heavy-weapons", "Guns shelled"),
    ("MOVE", "flee", "Many fled"),
)
QUERIES = {
    "report": "SELECT id, article_id, family, status, body FROM report",
    "report_key": "SELECT key, id, own FROM report_key JOIN report ON report.number = report",
    "link": "SELECT * FROM link",
    "incident": "SELECT * FROM incident",
    "incident_claim": "SELECT * FROM incident_claim",
    "fingerprint": "SELECT * FROM fingerprint",
    "copy": "SELECT * FROM copy",
    "pending": "SELECT * FROM pending",
}


def derived(record: Record) -> dict[str, list[Any]]:
    """All rows of all derived tables; the tables' own numbers, which tell the order of arrival, are left out."""
    with sqlite3.connect(record.where) as raw:
        return {name: sorted(raw.execute(query).fetchall(), key=repr) for name, query in QUERIES.items()}


def war(seed: int, count: int) -> list[Reading]:
    """`count` articles of a few towns and days, several claims in each; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (test data)
    return [_article(chance, number) for number in range(count)]


def _article(chance: random.Random, number: int) -> Reading:
    published = FIRST + timedelta(days=chance.randrange(4))
    parts, facts = [], []
    for _ in range(chance.randint(1, 4)):
        place, (event, mode, words) = chance.choice(TOWNS), chance.choice(KINDS)
        killed = chance.choice((None, 4, 9, 14))
        sentence = f"{words} {place.name} on Tuesday."
        parts.append(f"{sentence} It left {killed} dead." if killed else sentence)
        facts.append((event, mode, place, killed, sentence))
    text = " ".join(parts)
    claims = [
        claim(
            event,
            text=text,
            mode=mode,
            trigger=sentence.split()[1],
            evidence=sentence,
            who=[Actor(sentence.split()[0], "SYR", "MIL")],
            place=place,
            day=(published - timedelta(days=chance.randrange(2))).isoformat() if chance.random() < 0.8 else None,
            measures={"killed": killed} if killed and event == "ASSAULT" else {},
            aux=chance.choice((None, None, None, "negation")),
        )
        for event, mode, place, killed, sentence in facts
    ]
    head = article(text, name=f"n{number}", published=published.isoformat(), publisher=f"Outlet {number % 5}")
    return reading(*claims, of=head)
