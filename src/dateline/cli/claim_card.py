"""One claim in full: every field with its words as written, whom it is from, and the reason it was resolved so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dateline import wording
from dateline.cli.claim_table import outlet
from dateline.wording import Json

_RIVALS: Final = 3  # places that a name could mean that are shown

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def print_claim(console: Console, claim: Json, article: Json) -> None:
    """Writes the claim as a headline with its number first, then one line a field, nothing cut."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    head = Text(wording.figures(claim), style="bold")
    head.append("  " if head else "").append(wording.kind(claim), style="bold cyan")
    head.append(f"  {wording.status(claim)}", style="yellow" if claim["aux"] or claim["hedge"] else "")
    head.append(f"  {claim['id']}", style="dim")
    console.print(head)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="dim", width=9)
    grid.add_column(overflow="fold")
    for label, value in _fields(claim, article):
        grid.add_row(label, value)
    console.print(Padding(grid, (0, 0, 1, 2)))


def _fields(claim: Json, article: Json) -> Iterator[tuple[str, str | Text]]:
    from dateline.cli.claim_table import quoted

    yield "words", quoted(claim, limit=len(claim["evidence"]["text"]) + 1)
    yield "source", _source(claim, article)
    for label, key in (("who", "actors"), ("to whom", "recipients")):
        if claim[key]:
            yield label, "; ".join(_actor(ref) for ref in claim[key])
    for place in claim["places"]:
        yield "where", _place(place)
        yield from (("", _rival(one)) for one in place.get("candidates", ())[:_RIVALS])
    if claim["time"]:
        yield "when", _time(claim["time"])
    for figure in claim["figures"]:
        yield "how many", _figure(figure)
    yield "reason", _reason(claim)
    yield from (("judged", _judged(said)) for said in claim.get("judged", ()))


def _judged(said: Json) -> str:
    """Such as "3: killed corrected to 15–20, it was 14 killed; by Ada on 2021-03-04: the council counted again"."""
    what = {"accept": "checked and right", "reject": "rejected: in no incident"}.get(said["kind"]) or (
        f"{said['field']} corrected to {wording.corrected_value(said['value'])}, it was {wording.was(said)}"
    )
    why = f": {wording.plain(said['why'])}" if said["why"] else ""
    return f"{said['number']}: {what}; by {wording.plain(said['who'])} on {said['when'][:10]}{why}"


def _source(claim: Json, article: Json) -> str:
    if not claim["sources"]:
        return f"{outlet(article)}, in its own voice"
    return " < ".join(wording.words(ref) for ref in claim["sources"])


def _actor(ref: Json) -> str:
    known = [ref[key] for key in ("country", "sector") if ref.get(key)]
    return wording.words(ref) + (f" [{', '.join(known)}]" if known else "")


def _place(place: Json) -> str:
    written = wording.plain(place["text"])
    role = "" if place["role"] == "at" else f"{place['role']} "
    if place["lat"] is None:
        return f"{role}“{written}”, not located" + (f": {place['reason']}" if place.get("reason") else "")
    radius = f", within {place['radius_km']:g} km" if place.get("radius_km") else ""
    name = ", ".join(filter(None, (wording.plain(place["name"] or written), place["country"])))
    parent = (place.get("parent") or {}).get("name", "")
    inside = "" if parent in (place.get("reason") or "") else f"; in {wording.plain(parent)}"
    where = f"{place['lat']:.4g}, {place['lon']:.4g}{radius}; {place['precision']}"
    reason = f"; {wording.plain(place['reason'])}" if place.get("reason") else ""
    return f"{role}“{written}”: {name} ({where}{inside}{reason})"


def _rival(one: Json) -> str:
    """A place that the name could mean, the one chosen among them."""
    name = ", ".join(filter(None, (wording.plain(one["name"]), one["country"])))
    why = f" ({wording.plain('; '.join(one['reasons']))})" if one["reasons"] else ""
    return f"could be {name}, {one['id']}: score {one['score']:.1f}{why}"


def _time(time: Json) -> str:
    return f"“{wording.plain(time['text'])}”: {wording.days(time)} (rule: {time['rule']})"


def _figure(figure: Json) -> str:
    who = f", of {wording.plain(figure['who'])}" if figure["who"] else ""
    return f"“{wording.plain(figure['text'])}”: {wording.figure(figure)}{who}"


def _reason(claim: Json) -> str:
    trigger = wording.plain(claim["trigger"]["text"])
    by = f", read by {claim['extractor']}" if claim["extractor"] else ""
    at = f"characters {claim['trigger']['start']}–{claim['trigger']['end']}"
    return f"“{trigger}” at {at}{by}, confidence {claim['confidence']:.2g}"
