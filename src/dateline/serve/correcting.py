"""A correction as a person writes it: which claim, which field, which value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.incorporate.judging import claim_of
from dateline.model.correction import FIELDS, NONE, value_of
from dateline.store.record import Record


def correction(record: Record, key: str, said: tuple[str, str], places: Path | None) -> tuple[str, tuple[str, Any]]:
    """The full id of the claim, and field and value, from words such as ("killed", "14..20").

    `places` is the file of what was added to the gazetteer. Raises UsageError where the words give no value.
    """
    field, words = said[0].strip().lower(), said[1].strip()
    if field not in FIELDS:
        raise UsageError(f"{field!r} is no field", where="field", remedy=f"Choose one of: {', '.join(FIELDS)}.")
    if not words:
        raise UsageError("no value was given", where="value", remedy=f"Write what the text says, or {NONE}.")
    claim_id = claim_of(record, key)
    article = record.article(record.article_of(claim_id))
    claim = next(each for each in article["claims"] if each["id"] == claim_id)
    return claim_id, (field, _value(field, words, claim, places))


def _value(field: str, said: str, claim: dict[str, Any], places: Path | None) -> Any:  # noqa: ANN401 (JSON)
    if field == "place":
        from dateline.ground.place_meant import place_meant  # noqa: PLC0415 (the gazetteer: start-up time)

        return None if said == NONE else place_meant(said, added=places)
    try:
        return value_of(field, said, claim)
    except ValueError as error:
        raise UsageError(f"{said!r} is no value of {field}: {error}", where="value") from error
