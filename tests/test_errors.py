"""Errors say what is wrong, where, and what to do next; each kind has an exit code of its own."""

from __future__ import annotations

import pytest

from dateline import errors
from dateline.errors import DatelineError, InputError, InstallError, RecordError, UsageError

KINDS = (UsageError, InputError, RecordError, InstallError)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (InputError("the file is empty"), "the file is empty."),
        (InputError("the file is empty."), "the file is empty."),
        (InputError("the file is empty", where="a.txt"), "a.txt: the file is empty."),
        (InputError("the file is empty", remedy="Name another."), "the file is empty. Name another."),
        (
            InputError("the file is empty", where="a.txt line 3", remedy="Name another."),
            "a.txt line 3: the file is empty. Name another.",
        ),
    ],
)
def test_message_holds_place_reason_and_remedy(error: DatelineError, expected: str) -> None:
    assert str(error) == expected


def test_parts_of_the_message_stay_apart_for_programs() -> None:
    error = RecordError("the record is locked", where="record.db", remedy="Try again.")
    assert (error.what, error.where, error.remedy) == ("the record is locked", "record.db", "Try again.")


def test_every_kind_can_be_caught_as_one_and_has_its_own_exit_code() -> None:
    assert all(issubclass(kind, DatelineError) for kind in KINDS)
    assert [kind.exit_code for kind in KINDS] == [2, 3, 4, 5]
    assert DatelineError.exit_code == 1


def test_the_tree_in_the_docstring_is_complete() -> None:
    """Every error with its exit code is drawn in the module's docstring."""
    lines = [line.replace("│", " ").split() for line in (errors.__doc__ or "").splitlines() if "──" in line]
    drawn = {words[1]: words[-1] for words in lines}
    known = [*DatelineError.__subclasses__(), *RecordError.__subclasses__()]
    assert drawn == {kind.__name__: str(kind.exit_code) for kind in known if kind.__module__ == errors.__name__}
