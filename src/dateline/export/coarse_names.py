"""Names that may be published: states, bodies and holders of office on our own lists. What is not known is not told.

A list of what may be told is safer than one of what may not: a village council, a family and a witness have no entry.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from dateline.lexicon.actors import named
from dateline.lexicon.countries import country_by_name
from dateline.lexicon.persons import holder
from dateline.text.fold import fold_name

Json = dict[str, Any]
HARM: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOVE", "CONDITION"})
_KEPT: Final = ("country", "sector", "kind", "confidence")


def coarse_actor(ref: Json, *, places: Collection[str], victim: bool = False) -> Json:
    """The actor (in the contract's form) without its words; `withheld` is there, and true, where the name is left out.

    The name stays where it is public and holds none of `places`, the folded names of fine places. A `victim` that is a
    person loses the name whatever the office. Who loses it becomes what is known of the kind: "group (REB, SYR)".
    """
    out: Json = {key: ref[key] for key in _KEPT if key in ref}
    name = ref.get("name")
    if name and not (victim and ref.get("kind") == "person") and _is_public(ref) and not holds(name, places):
        return out | {"name": name} | ({"id": ref["id"]} if "id" in ref else {})
    return out | {"name": label(ref), "withheld": True}


def label(ref: Json) -> str:
    """What is told of an actor without a name: its kind, with sector and country where they are known."""
    known = ", ".join(filter(None, (ref.get("sector"), ref.get("country"))))
    return f"{ref.get('kind') or 'somebody'}{f' ({known})' if known else ''}"


def holds(name: str, places: Collection[str]) -> bool:
    """Whether the name holds one of `places` (folded names), as "Qarrah Council" does."""
    words = f" {fold_name(name)} "
    return any(f" {place} " in words for place in places if place)


def _is_public(ref: Json) -> bool:
    kind, name = ref.get("kind"), str(ref["name"])
    if kind == "person":
        return holder(name) is not None
    if kind == "state":
        return country_by_name(name) is not None
    return kind == "body" and ("id" in ref or named(name) is not None)
