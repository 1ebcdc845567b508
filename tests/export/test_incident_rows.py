"""Incidents as rows, read from their JSON; what a later version adds to it is used where it is there."""

from __future__ import annotations

from datetime import date

from dateline.export.incident_rows import COLUMNS, incident_rows, incident_table, incident_values, named, spot
from dateline.model.grounded import Actor
from tests.export.made import SHELLING, figure, incident, rows
from tests.factories import claim, stored
from tests.grouped import group


def test_an_incident_is_one_row_with_all_it_says() -> None:
    row = incident(*rows()[:1])
    values = incident_values(row)
    assert {key: value for key, value in values.items() if value not in {None, ""}} == {
        "incident": "0123456789abcdef",
        "event": "ASSAULT",
        "status": "happened",
        "modes": "heavy-weapons",
        "place": "Qarrah",
        "country": "SYR",
        "lat": 34.15,
        "lon": 36.75,
        "precision": "settlement",
        "radius_km": 5.0,
        "from": date(2021, 3, 1),
        "to": date(2021, 3, 2),
        "killed_best_low": 14,
        "killed_best_high": 14,
        "killed_low": 11,
        "killed_high": 14,
        "figures": "killed 14 (11..14)",
        "actors": "The Fourth Army",
        "recipients": "14 people",
        "sources": "The local council",
        "source_count": 1,
        "articles": "qarrah",
        "article_count": 1,
        "claims": rows()[0].id,
        "claim_count": 1,
    }


def test_every_value_has_its_column() -> None:
    row = incident(*rows(), origins={"killed": [["a", "b"], ["c"]]}, disagree={"killed": True})
    names = [column.name for column in COLUMNS]
    assert set(incident_values(row)) <= set(names)
    assert len(names) == len(set(names))


def test_origins_and_disagreement_are_told_where_they_were_worked_out() -> None:
    values = incident_values(incident(origins={"killed": [["a", "b"], ["c"]]}, disagree={"killed": True}))
    assert (values["killed_origins"], values["killed_disagree"]) == (2, True)
    values = incident_values(incident())
    assert (values["killed_origins"], values["killed_disagree"]) == (None, None)


def test_its_own_point_comes_before_those_of_its_claims() -> None:
    place = spot(incident(*rows(), lat=34.5, lon=36.5, radius_km=20))
    assert (place["lat"], place["lon"], place["radius_km"]) == (34.5, 36.5, 20)
    place = spot(incident(*rows(), lat=34.5, lon=36.5))
    assert "radius_km" not in place  # never a point from here and a radius from there


def test_a_claim_at_another_place_gives_no_point() -> None:
    assert "lat" not in spot(incident(*rows(), place="Deir Sahl"))


def test_things_are_no_actors() -> None:
    found = stored(claim(who=[Actor("Shelling", None, "MIL", "thing"), Actor("The Fourth Army", "SYR", "MIL", "body")]))
    assert named(incident(*found), "actors") == ("The Fourth Army",)


def test_incidents_find_their_claims_by_their_ids() -> None:
    claims = rows()
    made = [one.to_json() for one in group(claims)]
    found = list(incident_rows(made, iter(claims)))
    assert [[row.id for row in claims if row in one.claims] for one in found] == [one["claims"] for one in made]
    assert sorted(value["claim_count"] for value in incident_table(found).rows) == [1, 1]


def test_what_grouping_makes_of_claims_today_fits() -> None:
    (made,) = group(stored(SHELLING))
    values = incident_values(next(incident_rows([made.to_json()], stored(SHELLING))))
    assert (values["place"], values["killed_best_low"], values["lat"]) == ("Qarrah", 14, 34.15)


def test_several_measures_are_listed() -> None:
    row = incident(figures=[figure("killed", (45, None)), figure("injured", 30, (20, None))])
    assert incident_values(row)["figures"] == "killed 45..; injured 30 (20..)"
