"""Which of several bodies with one name is meant: by the day, by names spelled out, by the article's countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.lexicon.actors import NamedActor, existed, is_unsure


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article knows: names of bodies that it spells out, how often it names countries, its day."""

    spelled: frozenset[str]
    countries: Counter[str]
    day: date | None = None

    def weight(self, actor: NamedActor) -> int:
        """How often the article speaks of the actor's home and of where else it is active."""
        return sum(self.countries[code] for code in {actor.country, *actor.areas} if code)

    def foremost(self, actor: NamedActor) -> str:
        """Of these countries the one that it speaks of most; of several the actor's home, else the first listed."""
        return max(filter(None, (actor.country, *actor.areas)), key=lambda code: self.countries[code])


def choose(words: str, found: Sequence[NamedActor], evidence: Evidence) -> tuple[NamedActor | None, str]:
    """The actor meant, or None where that stays open, and why; "" where the name alone decides.

    Raises ValueError for no actors at all.
    """
    if not found:
        raise ValueError("there is nothing to choose from")
    alive = [a for a in found if existed(a, evidence.day)]
    if not alive:
        return None, f"{found[0].name} came into being after the article"
    spelled = [a for a in alive if a.name in evidence.spelled]
    if len(spelled) == 1:
        return spelled[0], "the article spells the name out" if len(found) > 1 else ""
    if len(alive) > 1:
        return _by_country(alive, evidence)
    if _is_doubtful(words, alive[0], evidence, others=len(found) > 1):
        return None, f"could be {alive[0].name}, but the article does not speak of {alive[0].country}"
    return alive[0], f"{_names(found, alive)} came into being after the article" if len(found) > 1 else ""


def _by_country(alive: list[NamedActor], evidence: Evidence) -> tuple[NamedActor | None, str]:
    ranked = sorted(alive, key=evidence.weight, reverse=True)
    first, second = ranked[:2]
    if evidence.weight(first) > evidence.weight(second):
        return first, f"the article speaks most of {evidence.foremost(first)}"
    return None, f"could be {' or '.join(a.name for a in alive)}"


def _is_doubtful(words: str, actor: NamedActor, evidence: Evidence, *, others: bool) -> bool:
    """Whether the name may be another body's: the article speaks of countries, but not of this body's home."""
    if not others and not is_unsure(words, actor):
        return False
    return actor.country is not None and bool(evidence.countries) and not evidence.weight(actor)


def _names(found: Sequence[NamedActor], alive: Sequence[NamedActor]) -> str:
    return ", ".join(a.name for a in found if a not in alive)
