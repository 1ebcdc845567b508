"""Which PLOVER sector the words of a phrase name: by title, noun, the word before it, the body behind it."""

from __future__ import annotations

import re
from typing import Final

from dateline.lexicon.actors import NamedActor, find_named
from dateline.lexicon.persons import title_at
from dateline.lexicon.roles import Role, join_sectors, modifier_sector, role_of

_TOKEN: Final = re.compile(r"[^\W_](?:[\w.&/'’-]*[\w.])?")
_POSSESSIVE: Final = re.compile(r"['’]s?$")


def sector_of(before: str, role: Role | None, actor: NamedActor | None) -> str | None:
    """The sector that the words up to a noun name, with the noun's role and a known body among them."""
    tokens = [_POSSESSIVE.sub("", t) for t in _TOKEN.findall(before)]
    title = next((t[0] for at in range(len(tokens)) if (t := title_at(tokens, at))), None)
    if role is None:
        return title or (actor.sector if actor else None)
    if actor is not None:
        return join_sectors(actor.sector, role)
    return join_sectors(_modifier(tokens[: -len(role.noun.split())]), role)


def _modifier(tokens: list[str]) -> str | None:
    """The sector that the words before a noun name: the nearest modifier, or a body right before it."""
    body = role_of(" ".join(tokens[-4:])) if tokens else None
    if body is not None and body.sector is not None and (not body.person or " " in body.noun):
        return body.sector
    return next((sector for word in reversed(tokens) if (sector := modifier_sector(word))), None)


def yields(sector: str | None, role: Role | None, actor: NamedActor | None) -> bool:
    """Whether words behind the noun may say what the sector is: no name decided it, and the noun does not insist."""
    return actor is None and (sector is None or role is None or (role.weak and sector == role.sector))


def from_tail(tail: str, role: Role | None, sector: str | None) -> tuple[str | None, NamedActor | None]:
    """Sector by the body that is led or spoken for: "head of the Observatory", "a spokesman for the ministry"."""
    body = re.split(r"[,(;]|\s(?:in|on|at|near)\s", tail)[0]
    found = find_named(body)
    if found:
        actor = found[0].actor
        return (join_sectors(actor.sector, role) if role else actor.sector), actor
    inner = role_of(re.split(r"\sof\s", body)[0])
    if role is None or role.civ or inner is None or inner.sector is None:
        return sector, None
    return join_sectors(sector_of(body, inner, None), role), None
