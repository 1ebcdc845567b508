"""Any filter as an Atom feed. An entry is new when an article of its incident came in, or a person judged it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import APIRouter, Depends, Request, Response

from dateline.export.atom import About, Before, read_before, write_atom
from dateline.serve.answers import tagged
from dateline.serve.filters import Asked, asked
from dateline.serve.state import record
from dateline.store.record import Record
from dateline.store.wanted import Part

if TYPE_CHECKING:
    from dateline.model.judgement import Judgement

Json = dict[str, Any]
router = APIRouter(include_in_schema=False)
ENTRIES: Final = 100
_ENTRY: Final = "urn:dateline:incident:"  # what the ids of entries begin with


@router.get("/feed.atom")
def feed(
    request: Request, asked: Annotated[Asked, Depends(asked)], record: Annotated[Record, Depends(record)]
) -> Response:
    """The first incidents that are asked for; the same incidents give the same bytes, whenever they are asked."""
    asked = replace(asked, page=1)
    with record.lists() as lists:
        found = lists.incidents(asked.wanted(), Part(ENTRIES, 0, asked.sort))
        changed = lists.changed([one["id"] for one in found])
    moments = moments_of(found, changed, record.judgements())
    raw = atom(found, moments, about(asked, str(request.url)))
    return tagged(request, raw, "application/atom+xml")


def about(asked: Asked, link: str) -> About:
    """What the feed says of itself: its id depends on the filters only."""
    query = asked.to_query()
    mark = hashlib.sha256(query.encode()).hexdigest()[:16] if query else "all"
    return About(f"Dateline: {query or 'all incidents'}", f"urn:dateline:incidents:{mark}", link)


def moments_of(found: list[Json], changed: Mapping[str, str], judgements: list[Judgement]) -> dict[str, datetime]:
    """When each incident last changed, as far as the record knows: its last article, or the last judgement on it."""
    judged: dict[str, str] = {}
    for each in judgements:
        judged |= dict.fromkeys((subject.claim for subject in each.subjects), each.when)
    return {
        one["id"]: max(map(_moment, (changed.get(one["id"], ""), *(judged.get(claim, "") for claim in one["claims"]))))
        for one in found
    }


def atom(found: list[Json], moments: Mapping[str, datetime], about: About) -> bytes:
    """The feed as bytes, each entry updated at its moment."""
    first = io.BytesIO()
    write_atom(found, first, about=about)
    fresh = read_before(first.getvalue())
    if fresh is None:
        return first.getvalue()
    entries = {key: (mark, moments[key.removeprefix(_ENTRY)]) for key, (mark, _) in fresh.entries.items()}
    before = Before(entries, max(moments.values(), default=_moment("")))
    out = io.BytesIO()
    write_atom(found, out, about=about, before=before)
    return out.getvalue()


def _moment(said: str) -> datetime:
    """A moment of the record; the beginning of time for none."""
    made = datetime.fromisoformat(said) if said else datetime(1970, 1, 1, tzinfo=UTC)
    return (made if made.tzinfo else made.replace(tzinfo=UTC)).replace(microsecond=0)
