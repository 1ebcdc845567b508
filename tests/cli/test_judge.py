"""`judge`, `rebuild` and `copies`: what a person decides, and what is made anew from it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import judging
from dateline.errors import UsageError
from tests.cli.conftest import Run


def _json(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def filled(run: Run, dispatch: str, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The incidents of a record that holds the dispatch: a shelling, a denial, a flight."""
    monkeypatch.setenv("DATELINE_WHO", "Ada")
    assert run("add", dispatch, "--published", "2021-03-03").code == 0
    return sorted(_json(run("incidents").out), key=lambda one: str(one["event"]))


def test_same_and_back(run: Run, filled: list[dict[str, Any]]) -> None:
    shelling, flight, _ = filled
    done = run("judge", "same", shelling["id"][:10], flight["id"], "--why", "one attack", "--table")
    assert (done.code, done.out) == (0, "1: 2 claims tell of one incident.\n")
    (joined,) = [one for one in _json(run("incidents").out) if len(one["claims"]) == 2]
    assert done.err == f"They are in incident {joined['id'][:8]}.\n"
    assert run("judge", "undo", "1", "--table").out == "2: judgement 1 undone.\n"
    assert sorted(_json(run("incidents").out), key=lambda one: str(one["event"])) == filled
    second, first = _json(run("judge", "list").out)
    assert (first["who"], first["why"], first["undone"]["number"]) == ("Ada", "one attack", 2)
    assert (second["kind"], second["undoes"]) == ("undo", 1)


def test_split_is_told_with_both_sides(run: Run, filled: list[dict[str, Any]]) -> None:
    shelling, flight, _ = filled
    run("judge", "same", shelling["id"], flight["id"])
    (joined,) = [one for one in _json(run("incidents").out) if len(one["claims"]) == 2]
    done = run("judge", "split", joined["id"], flight["claims"][0], "--table")
    assert done.out == "2: 1 claim told of another incident than 1 claim.\n"
    assert sorted(_json(run("incidents").out), key=lambda one: str(one["event"])) == filled


def test_reject_accept_and_correct(run: Run, filled: list[dict[str, Any]]) -> None:
    shelling = filled[0]
    rejected = run("judge", "reject", shelling["id"], "--table")
    assert (rejected.out, rejected.err) == ("1: 1 claim rejected.\n", "In no incident.\n")
    assert len(_json(run("incidents").out)) == 2
    assert run("judge", "accept", shelling["claims"][0][:12], "--table").out == "2: 1 claim checked and right.\n"
    (made,) = _json(run("judge", "correct", shelling["id"], "killed", "15..20", "--who", "Ben").out)
    assert (made["field"], made["value"], made["who"]) == ("killed", {"low": 15.0, "high": 20.0}, "Ben")
    corrected = next(one for one in _json(run("incidents").out) if one["event"] == "ASSAULT")
    assert (corrected["figures"][0]["best"], corrected["id"]) == ({"low": 15.0, "high": 20.0}, shelling["id"])


def test_a_correction_must_fit_what_was_corrected_before(run: Run, filled: list[dict[str, Any]]) -> None:
    claim = filled[0]["claims"][0]
    assert run("judge", "correct", claim, "event", "MOVE").code == 0
    assert run("judge", "correct", claim, "mode", "flee").code == 0
    assert "'aerial' is no value of mode" in run("judge", "correct", claim, "mode", "aerial").err


def test_show_tells_what_was_judged_of_a_claim(run: Run, filled: list[dict[str, Any]]) -> None:
    shelling, flight, _ = filled
    run("judge", "correct", shelling["claims"][0], "killed", "15..20", "--why", "counted again")
    run("judge", "reject", flight["id"])
    shown = " ".join(run("show", "qarrah", "--table").out.split())
    assert "15–20 killed" in shown
    assert "judged 1: killed corrected to 15..20, it was 14 killed; by Ada on" in shown
    assert "counted again" in shown
    assert "judged 2: rejected: in no incident; by Ada on" in shown
    (article,) = _json(run("show", "qarrah", "--json").out)
    verdicts = {claim["id"]: claim.get("judged", [{}])[0].get("kind") for claim in article["claims"]}
    assert verdicts[shelling["claims"][0]] == "correct"
    assert verdicts[flight["claims"][0]] == "reject"


PLACES = [
    ("Deir Sahl,34.6,36.9", {"name": "Deir Sahl", "lat": 34.6, "lon": 36.9, "id": None, "precision": "exact"}),
    ("iso:SYR", {"name": "Syria", "id": "iso:SYR", "country": "SYR", "precision": "country"}),
    ("none", {}),
]


@pytest.mark.parametrize(("said", "wanted"), PLACES)
def test_a_place_is_corrected(run: Run, filled: list[dict[str, Any]], said: str, wanted: dict[str, Any]) -> None:
    (made,) = _json(run("judge", "correct", filled[0]["id"], "place", said).out)
    value = made["value"] or {}
    assert {key: value[key] for key in wanted} == wanted
    assert _json(run("incidents", "--type", "ASSAULT").out)[0]["place"] == wanted.get("name")


REFUSED = [
    (("same", "zzzz", "yyyy"), "the record has no incident or claim 'zzzz'"),
    (("same", "qarrah", "zzzz"), "qarrah is an article"),
    (("undo", "9"), "there is no judgement 9"),
    (("correct", "ASSAULT", "killed", "many"), "'many' is no value of killed: it must be a number"),
    (("correct", "ASSAULT", "killed", "20..14"), "the lower one first"),
    (("correct", "ASSAULT", "event", "WAR"), "must be one of: AGREE"),
    (("correct", "ASSAULT", "weather", "fine"), "'weather' is not one of"),
    (("correct", "ASSAULT", "place", "Qarrahville-on-Nowhere"), "the gazetteer knows no place"),
    (("correct", "ASSAULT", "place", "Aleppo,95,10"), "NAME,LAT,LON in degrees"),
    (("correct", "ASSAULT", "place", "Aleppo,nan,10"), "NAME,LAT,LON in degrees"),
]


@pytest.mark.parametrize(("args", "says"), REFUSED)
def test_what_cannot_be_judged_says_why(
    run: Run, filled: list[dict[str, Any]], args: tuple[str, ...], says: str
) -> None:
    ids = {one["event"]: one["id"] for one in filled}
    done = run("judge", *(ids.get(arg, arg) for arg in args))
    assert (done.code, says in done.err) == (2, True), done.err
    assert run("judge", "list", "--table").out == "No judgements.\n"


def test_the_list_shows_who_when_and_why(run: Run, filled: list[dict[str, Any]]) -> None:
    run("judge", "reject", filled[0]["id"], "--why", "a drill")
    run("judge", "undo", "1")
    shown = " ".join(run("judge", "list", "--table").out.split())
    for part in ("judgement 1 undone", "(undone by", "Ada", "a drill", filled[0]["claims"][0][:8]):
        assert part in shown


def test_the_login_name_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ada")
    assert judging.login_name() == "ada"

    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    with pytest.raises(UsageError, match="DATELINE_WHO"):
        judging.login_name()


def test_rebuild_says_that_all_is_as_it_was(run: Run, filled: list[dict[str, Any]]) -> None:
    run("judge", "reject", filled[0]["id"])
    assert run("rebuild").out == "2 incidents, 0 copies; the same as before.\n"
    assert run("rebuild", "--db", "nowhere.db").code == 4


def test_copies_are_listed_with_what_they_share(run: Run, dispatch: str, tmp_path: Path) -> None:
    text = Path(dispatch).read_text(encoding="utf-8")
    (tmp_path / "reprint.txt").write_text(f"From our wire service. {text}", encoding="utf-8")
    assert run("add", dispatch, str(tmp_path / "reprint.txt"), "--published", "2021-03-03").code == 0
    (pair,) = _json(run("copies").out)
    assert set(pair) == {"copy", "kind", "share_a", "share_b", "reason", "passages"}
    assert sorted(pair["copy"]) == ["qarrah", "reprint"]
    assert max(pair["share_a"], pair["share_b"]) == 1.0
    shown = run("copies", "--table").out
    assert "qarrah (The Post)" in shown
    assert "Shelling killed" in shown
    assert run("rebuild").out.endswith("1 copy; the same as before.\n")


def test_no_copies(run: Run, filled: list[dict[str, Any]]) -> None:
    assert filled
    assert run("copies", "--table").out == "No copies.\n"
    assert run("copies").out == ""
