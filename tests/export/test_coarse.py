"""`--coarse`: whatever the format, no word of the article, no village and no private person is in the file."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pyarrow.parquet as pq
import pytest

from dateline.export.claim_rows import claim_values
from dateline.export.coarse import NOTES, coarse_claim, coarse_claims, coarse_incidents, coarse_readings, fine_names
from dateline.export.formats import FORMATS, INCIDENTS
from dateline.export.incident_rows import IncidentRow, incident_values
from dateline.export.writing import write
from dateline.model.claim import Claim
from dateline.model.grounded import Actor, Division, Parent, Place
from dateline.text.fold import fold_name
from tests.export.made import HEAD, figure, incident
from tests.factories import claim, reading, stored

TEXT = (
    "Shelling by the Qarrah Brigade killed Nour Example and 2 others near the mill of Qarrah on Tuesday, the Qarrah "
    "Council told the United Nations. Nour Example was a teacher."
)
MILL = Place(
    "mill of Qarrah", "SYR", 34.15, 36.75, "exact", 5.0, None, "part of Qarrah", parent=Parent("Qarrah", "x:1")
)
SECRET = ("Qarrah", "Nour", "mill", "teacher", "34.15", "36.75", "Shells", "news.example", "Tuesday")
TITLED = HEAD | {"publisher": "The Qarrah Post"}


def _claim(**rest: Any) -> Claim:  # noqa: ANN401 (as in the factory)
    wanted: dict[str, Any] = {
        "mode": "heavy-weapons",
        "who": [Actor("the Qarrah Brigade", "SYR", "REB", "body")],
        "whom": [Actor("Nour Example", "SYR", "CVL", "person")],
        "place": MILL,
        "day": "2021-03-02",
        "sources": [Actor("Qarrah Council", "SYR", "GOV", "body"), Actor("United Nations", None, "IGO", "body")],
        "trigger": "Shelling",
        "killed": 3,
    }
    return claim(text=TEXT, **(wanted | rest))


def _rows(kind: str, of: str) -> list[Any]:
    read = reading(_claim(), text=TEXT, **TITLED)
    rows = stored(_claim(), text=TEXT, **TITLED)
    made: dict[str, list[Any]] = {"articles": [read.to_json()], "claims": rows, INCIDENTS: [_incident()]}
    return made[FORMATS[kind].of[of]]


def _incident(**rest: Any) -> IncidentRow:  # noqa: ANN401 (members of the JSON)
    told = [{"words": "killed Nour Example", "sources": ["Qarrah Council"], "article": "qarrah"}]
    wanted: dict[str, Any] = {
        "place": "mill of Qarrah",
        "precision": "exact",
        "figures": [figure("killed", 3) | {"told": told}],
        "sources": ["Qarrah Council"],
        "origins": {"killed": [["qarrah"]]},
        "note": "at the mill",
        "why": ["both name Qarrah"],
    }
    return incident(*stored(_claim(), text=TEXT, **TITLED), **(wanted | rest))


def _content(kind: str, of: str) -> str:
    out: Any = io.BytesIO() if FORMATS[kind].binary else io.StringIO(newline="")
    assert write(kind, of, _rows(kind, of), out, coarse=True) == 1
    if kind == "xlsx":
        with zipfile.ZipFile(out) as book:
            return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    if kind == "geoparquet":
        made = pq.read_table(out)
        return f"{made.schema.metadata} {made.to_pylist()}"
    return str(out.getvalue())


@pytest.mark.parametrize(("kind", "of"), [(k, of) for k, form in FORMATS.items() if form.coarse for of in form.of])
def test_no_file_tells_the_place_the_person_or_the_words(kind: str, of: str) -> None:
    content = _content(kind, of)
    assert [word for word in SECRET if word in content] == []
    assert "left out" in content  # and it is told


def test_the_unmade_rows_do_tell_them() -> None:
    """The test above is worth something: without --coarse the same rows hold all that it looks for."""
    (row,) = _rows("csv", "claims")
    content = str(claim_values(row))
    assert {"Qarrah", "Nour", "mill", "34.15", "Shells", "news.example", "Tuesday"} <= {
        word for word in SECRET if word in content
    }


def test_what_stays_is_the_number_the_day_and_the_public_name() -> None:
    (row,) = coarse_claims(stored(_claim(), text=TEXT, **TITLED))
    values = claim_values(row)
    assert {key: values[key] for key in ("event", "mode", "killed_low", "killed_high", "country")} == {
        "event": "ASSAULT",
        "mode": "heavy-weapons",
        "killed_low": 3,
        "killed_high": 3,
        "country": "SYR",
    }
    assert (values["sources"], values["actors"]) == ("body (GOV, SYR) < United Nations", "body (REB, SYR)")
    assert (values["recipients"], str(values["from"])) == ("person (CVL, SYR)", "2021-03-02")
    assert values["coarse"] == "1 place told as district or wider; 3 actors told by kind only; words left out"
    assert (values["publisher"], values["title"], values["url"]) == (None, None, None)
    assert values["article"] == row.article_id


def test_an_outlet_keeps_its_name_where_that_tells_no_place() -> None:
    (row,) = coarse_claims(stored(_claim(), text=TEXT, **HEAD))
    assert row.publisher == "The Post"


def test_a_holder_of_office_is_named_as_a_doer_and_not_as_a_victim() -> None:
    text = "Shelling by Bashar al-Assad killed many. Bashar al-Assad said so."
    holder = Actor("Bashar al-Assad", "SYR", "GOV", "person")
    (row,) = stored(claim(text=text, who=[holder], whom=[holder]), text=text)
    coarse = coarse_claim(row.claim, frozenset())
    assert (coarse["actors"][0]["name"], coarse["recipients"][0]["name"]) == ("Bashar al-Assad", "person (GOV, SYR)")


def test_a_place_of_one_claim_is_not_told_by_a_name_in_another() -> None:
    front = Actor("the Qarrah Brigade", "SYR", "REB", "body", id="wikidata:Q1")
    rows = stored(_claim(), _claim(who=[front], place=None), text=TEXT)
    assert [row.claim["actors"][0]["name"] for row in coarse_claims(rows)] == ["body (REB, SYR)"] * 2
    (alone,) = coarse_claims(rows[1:])
    assert alone.claim["actors"][0]["name"] == "the Qarrah Brigade"


def test_names_of_fine_places_are_their_names_words_and_parents() -> None:
    (row,) = stored(_claim(), text=TEXT)
    assert fine_names([row.claim]) == {fold_name("mill of Qarrah"), fold_name("Qarrah")}


def test_an_article_comes_without_its_text() -> None:
    (one,) = coarse_readings([reading(_claim(), text=TEXT, **HEAD).to_json()])
    assert set(one) == {"id", "hash", "publisher", "published", "language", "claims", "coarse"}
    assert (one["id"], one["coarse"]) == (one["hash"], list(NOTES))


def test_an_incident_keeps_its_counts() -> None:
    (row,) = coarse_incidents([_incident(disagree={"killed": True})])
    values = incident_values(row)
    assert (values["place"], values["lat"], values["lon"], values["radius_km"]) == (None, 34.0, 37.0, 60)
    assert (values["sources"], values["source_count"], values["article_count"]) == ("body (GOV, SYR)", 1, 1)
    assert (values["killed_best_low"], values["killed_origins"], values["killed_disagree"]) == (3, 1, True)
    assert row.incident["origins"] == {"killed": [[row.claims[0].article_id]]}
    assert values["coarse"] == "1 place told as district or wider; 1 actor told by kind only; words left out"
    assert {"note", "why", "told"}.isdisjoint(json.dumps(row.incident))


def test_an_incident_is_told_by_its_district_where_that_is_known() -> None:
    admin = (Division(1, "Homs", "SY04"), Division(2, "East of Homs", "SY0409"))
    there = Place("mill of Qarrah", "SYR", 34.15, 36.75, "exact", 5.0, admin=admin)
    claims = stored(_claim(place=there), text=TEXT, **HEAD)
    (row,) = coarse_incidents([incident(*claims, place="mill of Qarrah", precision="exact", lat=34.15, lon=36.75)])
    values = incident_values(row)
    assert (values["place"], values["precision"], values["lat"], values["admin2_code"]) == (
        "East of Homs",
        "admin2",
        None,
        "SY0409",
    )


def test_a_source_that_no_claim_at_hand_explains_is_somebody() -> None:
    (row,) = coarse_incidents([_incident(sources=["Qarrah Council", "Nour Example"])])
    assert row.incident["sources"] == ["body (GOV, SYR)", "somebody"]


def test_a_place_without_a_point_is_told_as_left_out() -> None:
    (row,) = coarse_claims(stored(_claim(place=Place("mill of Qarrah")), text=TEXT))
    assert row.claim["coarse"] == "1 place left out; 3 actors told by kind only; words left out"
