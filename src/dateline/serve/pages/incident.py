"""The dossier of an incident: who says how many, the claims side by side, what merged them, and the forms to judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from dateline import wording
from dateline.export.formats import FORMATS
from dateline.incorporate.kept import incidents_of
from dateline.incorporate.relations import relations
from dateline.model.correction import FIELDS
from dateline.reconcile.compare import LINKED
from dateline.reconcile.incident import Incident
from dateline.serve import judged, who
from dateline.serve.present.dossier import Sign, backbone, dossier, signs
from dateline.serve.refused import NotFoundError
from dateline.serve.state import page, record
from dateline.store import beside
from dateline.store.record import Record

router = APIRouter(include_in_schema=False)

Opened = Annotated[Record, Depends(record)]
Json = dict[str, Any]
_NEAR: Final = 4  # near misses that are shown
_MOST: Final = 8  # related incidents that are shown
_COLUMNS: Final = 16  # articles whose claims stand side by side on one page
_MERGES: Final = 12  # comparisons that are shown unless all are asked for
_WIDE: Final = 12  # articles up to which origins are set against them in a table
_HEX: Final = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Other:
    """Another incident beside this one: how it stands to it, why, and what it is in words."""

    id: str
    how: str
    why: str
    label: str
    signs: tuple[Sign, ...] = ()


@router.get("/incident/{key}")
def show(
    request: Request,
    key: str,
    opened: Opened,
    merges: Literal["", "all"] = "",
    number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
) -> Response:
    """The dossier of the incident with this id, or whose id begins so; a claim's id leads to its incident.

    `merges=all` shows every comparison, not only those that hold it together; `page` leads through many articles.
    """
    body = _body(opened, key)
    if body["id"] != key:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/incident/{body['id']}{query}", 307)
    (incident,) = incidents_of(opened, [body])
    with opened.derived() as derived:
        holder = derived.reports_holding(body["claims"])
    shown = incident.to_json()
    links = shown["merged_by"] if merges else backbone(shown["merged_by"], _MERGES)
    made = dossier(shown, incident.claims, holder, merged_by=links)
    return page(
        request,
        "incident.html",
        dossier=made,
        groups=made.groups[(number - 1) * _COLUMNS : number * _COLUMNS],
        number=number,
        pages=max(1, -(-len(made.groups) // _COLUMNS)),
        more_merges=len(shown["merged_by"]) - len(made.merges),
        related=_related(opened, incident),
        near=_near(opened, set(holder.values())),
        judgements=judged.about(opened, body["claims"]),
        judged=judged.just_made(request, opened),
        who=who.who(request),
        fields=FIELDS,
        formats=[name for name, form in FORMATS.items() if "incidents" in form.of],
        claim_formats=[name for name, form in FORMATS.items() if "claims" in form.of],
        wide=_WIDE,
        linked=LINKED,
    )


def _body(opened: Record, key: str) -> Json:
    found = opened.incidents_beginning(key, limit=2) if key and _HEX.issuperset(key.lower()) else []
    if not found and _HEX.issuperset(key.lower()):
        own = opened.incident_of(key.lower())
        found = opened.incidents_beginning(own) if own else []
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError("several incidents have ids that begin so", where=key, remedy="Give all 16 digits.")
    raise NotFoundError(
        "there is no incident of this id",
        where=key[:80],
        remedy="An incident's id changes when a claim joins or leaves it, or a judgement is made. The overview lists "
        "all incidents; /incident/ with the id of one of its claims leads to wherever that claim is.",
    )


def _related(opened: Record, incident: Incident) -> list[Other]:
    found = relations(opened, incident)[:_MOST]
    return [Other(other.id, how.kind, how.reason, label(other.to_json())) for how, other in found]


def _near(opened: Record, reports: set[str]) -> list[Other]:
    """Incidents that were nearly taken for this one: a person may say that they are."""
    with opened.reading() as connection:
        misses = beside.near_misses(connection, reports, _NEAR)
        bodies = beside.bodies(connection, [each.incident for each in misses])
    return [
        Other(
            each.incident,
            f"{each.score:+.1f}",
            "",
            label(bodies[each.incident]),
            signs(each.signs),
        )
        for each in misses
    ]


def label(body: Json) -> str:
    """An incident on one line: "61 killed · ASSAULT aerial · Qarrah · 2021-03-02"."""
    best = body["figures"][0] if body["figures"] else None
    told = wording.figure({"measure": best["measure"], **best["best"]}) if best else ""
    kind = " ".join([body["event"], *body["modes"]])
    status = "" if body["status"] == "happened" else wording.STATUS[body["status"]]
    days = wording.between(body["from"], body["to"])
    return " · ".join(filter(None, (told, kind, status, wording.plain(body["place"] or ""), days)))
