"""The errors that Dateline raises, each saying what, where, and what to do next.

DatelineError
├── UsageError            the command or a setting was given wrongly        exit 2
├── InputError            a document cannot be read                         exit 3
├── RecordError           the database cannot be opened, read or written    exit 4
│   └── BusyError         another process is writing to it: later it works  exit 4
└── InstallError          a part of Dateline itself is missing or altered   exit 5
"""

from __future__ import annotations


class DatelineError(Exception):
    """Anything that Dateline can explain. `where` names the file and place, `remedy` what to do next."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{'' if self.what.endswith('.') else '.'}{remedy}"


class UsageError(DatelineError):
    """The command or a setting was given wrongly."""

    exit_code = 2


class InputError(DatelineError):
    """A document cannot be read."""

    exit_code = 3


class RecordError(DatelineError):
    """The database cannot be opened, read or written."""

    exit_code = 4


class BusyError(RecordError):
    """Another process is writing to the database; the same may work a little later."""


class InstallError(DatelineError):
    """A part of Dateline itself (model weights, gazetteer, word data) is missing or altered."""

    exit_code = 5
