"""Settings: one frozen object made at the edge (environment and flags) and passed in. A bad value is an error."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import UsageError

MAX_CHARS = 2_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run needs to know.

    `db` is a path to an SQLite file or an SQLAlchemy URL; None means the default file in the user's data folder.
    `places` is the file that holds what was added to the gazetteer; None means that nothing was.
    `max_chars` is the longest text that is read as one article, in characters: longer ones are refused with an
    error, never cut. `batch` is how many paragraphs go through the parser at a time. With `allow_private` web addresses
    may lead to machines of private networks and to this one.
    """

    db: str | None = None
    max_chars: int = MAX_CHARS
    batch: int = 32
    places: str | None = None
    allow_private: bool = False

    @classmethod
    def from_environment(
        cls,
        environment: Mapping[str, str] = os.environ,
        *,
        db: str | None = None,
        max_chars: int | None = None,
        allow_private: bool = False,
    ) -> Settings:
        """Settings from flags, else from DATELINE_DB, _PLACES, _MAX_CHARS and _ALLOW_PRIVATE, else the defaults.

        What was added to the gazetteer is by default in a file in the user's data folder, like the record.
        """
        limit = max_chars if max_chars is not None else _whole_number(environment, "DATELINE_MAX_CHARS", MAX_CHARS)
        if limit < 1:
            raise UsageError(f"the longest text to read cannot be {limit} characters", remedy="Give a number above 0.")
        places = environment.get("DATELINE_PLACES") or str(_data_folder() / "places.db")
        return cls(
            db=db or environment.get("DATELINE_DB") or None,
            max_chars=limit,
            places=places,
            allow_private=allow_private or _switch(environment, "DATELINE_ALLOW_PRIVATE"),
        )

    def database_url(self) -> str:
        """The SQLAlchemy URL of the record."""
        if self.db and "://" in self.db:
            return self.db
        return f"sqlite:///{Path(self.db).expanduser() if self.db else _data_folder() / 'record.db'}"

    def places_file(self) -> Path | None:
        """The SQLite file of what was added to the gazetteer, which need not exist; None for none."""
        return Path(self.places).expanduser() if self.places else None


def _whole_number(environment: Mapping[str, str], name: str, default: int) -> int:
    raw = environment.get(name, "")
    if not raw:
        return default
    if not (raw.isascii() and raw.isdigit()) or int(raw) == 0:
        raise UsageError(f"{name} is {raw!r}, not a whole number above 0", remedy=f"Unset it or set e.g. {default}.")
    return int(raw)


def _switch(environment: Mapping[str, str], name: str) -> bool:
    raw = environment.get(name, "")
    if raw not in ("", "0", "1"):
        raise UsageError(f"{name} is {raw!r}, neither 0 nor 1", remedy="Unset it, or set 1.")
    return raw == "1"


def _data_folder() -> Path:
    import platformdirs  # noqa: PLC0415 (only when no file is named: start-up time)

    return Path(platformdirs.user_data_dir("dateline", appauthor=False))
