"""Which claims can tell of one incident (see `families.yaml`)."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Final

from dateline.lexicon.load import load

_UNSAID: Final = frozenset[str]()


def family_of(event: str, mode: str | None, trigger: str = "") -> str:
    """The family of a claim's type, mode and trigger words: a name from the data, or the type itself."""
    if event == "ASSAULT" and _lasting().intersection(trigger.lower().split()):
        return "fighting"
    rows = _families()
    return rows.get(f"{event} {mode}") or rows.get(event) or event


def stands_alone(family: str) -> bool:
    """Whether reports of this family are never joined across articles."""
    return family in load("families")["alone"]


def by_one_holder(family: str) -> bool:
    """Whether reports of this family that name other actors tell of other things."""
    return family in load("families")["holders"]


def modes_agree(one: str, other: str) -> bool:
    """Whether two ways of doing can be those of one incident."""
    return one == other or other in _together().get(one, _UNSAID)


def tells_of_another(words: str) -> bool:
    """Whether a sentence tells of another attack than one told before: "a second strike", "a separate raid"."""
    said = words.lower().split()
    lists = load("families")
    return any(
        word in lists["further"] and any(each.strip(".,") in lists["further_attacks"] for each in said[at + 1 : at + 3])
        for at, word in enumerate(said)
    )


@cache
def _families() -> MappingProxyType[str, str]:
    rows = load("families")["families"].items()
    return MappingProxyType({member: name for name, members in rows for member in members})


@cache
def _lasting() -> frozenset[str]:
    return frozenset(load("families")["fighting"])


@cache
def _together() -> MappingProxyType[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in load("families")["modes"]:
        for mode in line:
            found.setdefault(mode, set()).update(line)
    return MappingProxyType({mode: frozenset(others) for mode, others in found.items()})
