"""What each format can hold, and errors that say what goes together."""

from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.export.formats import FORMATS, check


@pytest.mark.parametrize(
    ("kind", "of", "wanted"),
    [
        ("csv", None, "claims"),
        ("csv", "incidents", "incidents"),
        ("ucdp", None, "incidents"),
        ("acled", "incidents", "incidents"),
        ("hxl", "claims", "claims"),
    ],
)
def test_a_format_holds_claims_unless_told_otherwise_or_made_of_incidents(
    kind: str, of: str | None, wanted: str
) -> None:
    assert check(kind, of, coarse=False) == wanted


@pytest.mark.parametrize(("kind", "of"), [("ucdp", "claims"), ("acled", "claims"), ("hxl", "incidents")])
def test_what_a_format_cannot_hold_is_refused_with_those_that_can(kind: str, of: str) -> None:
    with pytest.raises(UsageError, match=f"{kind} cannot hold {of}. Leave --of out, or choose one of: jsonl, csv"):
        check(kind, of, coarse=False)


def test_quoting_and_coarse_exclude_each_other() -> None:
    with pytest.raises(UsageError, match="annotations quotes the words"):
        check("annotations", None, coarse=True)
    assert [kind for kind, form in FORMATS.items() if not form.coarse] == ["annotations"]
