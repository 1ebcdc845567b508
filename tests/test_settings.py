"""Settings: flags before environment before defaults; a bad value is an error, never a default."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.settings import MAX_CHARS, Settings


def test_defaults_without_flags_or_environment() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings(db=None, max_chars=MAX_CHARS, places=settings.places)


@pytest.mark.parametrize(
    ("environment", "flags", "db", "max_chars"),
    [
        ({"DATELINE_DB": "a.db"}, {}, "a.db", MAX_CHARS),
        ({"DATELINE_DB": "a.db"}, {"db": "b.db"}, "b.db", MAX_CHARS),
        ({"DATELINE_DB": ""}, {}, None, MAX_CHARS),
        ({"DATELINE_MAX_CHARS": "5000"}, {}, None, 5000),
        ({"DATELINE_MAX_CHARS": "5000"}, {"max_chars": 70}, None, 70),
        ({"DATELINE_MAX_CHARS": ""}, {}, None, MAX_CHARS),
    ],
)
def test_flags_win_over_the_environment(
    environment: dict[str, str], flags: dict[str, object], db: str | None, max_chars: int
) -> None:
    settings = Settings.from_environment(environment, **flags)  # type: ignore[arg-type]
    assert (settings.db, settings.max_chars) == (db, max_chars)


@pytest.mark.parametrize(
    "value",
    [
        "0",
        "-5",
        "many",
        "1.5",
        "1e6",
        "1_000",
        "5,000",
        " ",
        "²",
    ],
)
def test_a_limit_that_is_no_whole_number_above_zero_is_refused(value: str) -> None:
    """The error names the variable, the value and a value that would do."""
    with pytest.raises(UsageError) as caught:
        Settings.from_environment({"DATELINE_MAX_CHARS": value})
    assert "DATELINE_MAX_CHARS" in caught.value.what
    assert repr(value) in caught.value.what
    assert str(MAX_CHARS) in caught.value.remedy


@pytest.mark.parametrize("value", [0, -1])
def test_a_flag_of_zero_or_less_is_refused(value: int) -> None:
    with pytest.raises(UsageError):
        Settings.from_environment({}, max_chars=value)


@given(st.integers(1, 10**12))
def test_any_whole_number_above_zero_is_taken(value: int) -> None:
    assert Settings.from_environment({"DATELINE_MAX_CHARS": str(value)}).max_chars == value


@pytest.mark.parametrize(
    ("db", "url"),
    [
        ("/srv/war.db", "sqlite:////srv/war.db"),
        ("war.db", "sqlite:///war.db"),
        ("sqlite:///war.db", "sqlite:///war.db"),
        ("postgresql+psycopg://me@host/war", "postgresql+psycopg://me@host/war"),
    ],
)
def test_a_path_becomes_an_address_and_an_address_stays(db: str, url: str) -> None:
    assert Settings(db=db).database_url() == url


def test_the_home_folder_may_be_written_as_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Settings(db="~/war.db").database_url() == f"sqlite:///{tmp_path}/war.db"


def test_the_default_record_lies_in_the_users_data_folder_and_is_not_made_by_asking(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("platformdirs")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    url = Settings().database_url()
    assert url.startswith("sqlite:///")
    assert url.endswith("dateline/record.db")
    assert not list(tmp_path.iterdir())


def test_added_places_lie_beside_the_record_or_where_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    default = Settings.from_environment({}).places_file()
    assert default is not None
    assert f"sqlite:///{default.with_name('record.db')}" == Settings().database_url()
    assert Settings.from_environment({"DATELINE_PLACES": "~/mine.db"}).places_file() == tmp_path / "mine.db"
    assert Settings.from_environment({"DATELINE_PLACES": ""}).places_file() == default
    assert not list(tmp_path.iterdir())


def test_nothing_was_added_where_settings_do_not_say_so() -> None:
    """A program that makes its own settings, such as a test, reads with the gazetteer that ships."""
    assert Settings().places_file() is None


def test_settings_cannot_be_changed_once_made() -> None:
    settings = Settings()
    with pytest.raises(FrozenInstanceError):
        settings.max_chars = 1  # type: ignore[misc]


@pytest.mark.parametrize(("value", "allowed"), [("1", True), ("0", False), ("", False)])
def test_private_addresses_are_allowed_by_the_environment_or_a_flag(value: str, allowed: bool) -> None:  # noqa: FBT001 (a table's column)
    assert Settings.from_environment({"DATELINE_ALLOW_PRIVATE": value}).allow_private is allowed
    assert Settings.from_environment({"DATELINE_ALLOW_PRIVATE": value}, allow_private=True).allow_private


def test_a_switch_that_is_neither_on_nor_off_is_refused() -> None:
    with pytest.raises(UsageError, match="DATELINE_ALLOW_PRIVATE is 'yes'"):
        Settings.from_environment({"DATELINE_ALLOW_PRIVATE": "yes"})
