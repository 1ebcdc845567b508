"""Who the knowledge of a claim comes from: the speaker or body credited, else the agency, else the outlet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dateline.lexicon.actors import find_named, named
from dateline.lexicon.origins import is_hearsay, is_nameless, is_state_media, state_of_outlet, voice_of
from dateline.model.report import Json, Origin
from dateline.text.fold import fold_name

SPEAKER: Final = "speaker"
AGENCY: Final = "agency"
OUTLET: Final = "outlet"
OF: Final = " of "  # between a nameless speaker and whose article it is, in a key


@dataclass(frozen=True, slots=True)
class Teller:
    """What an article is told by: its outlet, the agency that it credits, and the country that it tells of."""

    outlet: str
    agency: str | None = None
    country: str | None = None
    bodies: Mapping[str, str] = field(default_factory=dict)  # for whom persons of the article speak, by their name

    @property
    def own(self) -> Origin:
        """The origin of what the article says in its own voice."""
        state = state_of_outlet(self.outlet)
        if state:
            return Origin(f"state media {state}", f"state media ({state})", OUTLET)
        if self.agency:
            return Origin(f"body {fold_name(self.agency)}", self.agency, AGENCY)
        known = named(self.outlet)
        return Origin(f"body {fold_name(known.name if known else _bare(self.outlet))}", self.outlet, OUTLET)


def bodies_of(claims: Iterable[Json]) -> dict[str, str]:
    """For whom the persons that an article credits speak: "Anna Berg" → the body in "council head Anna Berg"."""
    persons = (ref for claim in claims for ref in claim["sources"] if ref.get("kind") == "person" and ref.get("name"))
    return {ref["name"]: found[-1].actor.name for ref in persons if (found := find_named(ref["text"]))}


def origins_of(claim: Json, teller: Teller) -> tuple[Origin, ...]:
    """The origins of a claim, the first speaker's first: several where the text credits several, never a mere relay."""
    found: list[Origin] = []
    for place, source in enumerate(claim["sources"]):
        if place and not _beside(claim["sources"][place - 1], source):
            continue  # who only passes on what the speaker said
        origin = _origin(source, _relayed(claim["sources"][place + 1 :], teller))
        if origin is not None and origin.key not in {each.key for each in found}:
            found.append(origin)
    return tuple(found) or (teller.own,)


def _relayed(further: Sequence[Json], teller: Teller) -> Teller:
    """Who tells what a nameless speaker said: the outlet that relays it where one is named, else the article's own."""
    for source in further:
        if source.get("sector") == "MED" and (relay := named(str(source.get("name") or source["text"]))) is not None:
            return replace(teller, outlet=relay.name, agency=None)
    return teller


def _origin(source: Json, teller: Teller) -> Origin | None:
    antecedent = source.get("antecedent") or {}
    name = " ".join(str(source.get("name") or antecedent.get("text") or source["text"]).split())
    told = [words for words in (source["text"], str(antecedent.get("text") or ""), name) if words]
    if is_hearsay(source["text"]) or source.get("kind") == "thing":
        return None
    state = _state(told, source, teller)
    if state:
        return Origin(f"state media {state}", f"state media ({state})", SPEAKER)
    body = next((v for words in told if (v := voice_of(words, teller.country))), None) or _body(told)
    body = body or teller.bodies.get(name)
    if body:
        return Origin(f"body {fold_name(body)}", body, SPEAKER)
    if is_nameless(name) and state_of_outlet(teller.outlet):
        return replace(teller.own, kind=SPEAKER)  # officials whom a state's agency alone quotes
    if is_nameless(name):  # each outlet has its own
        return Origin(
            f"{_bare(name)}{OF}{teller.own.key}", f"{_bare(name)} ({teller.own.name})", SPEAKER, nameless=True
        )
    return Origin(f"body {fold_name(_bare(name))}", _bare(name), SPEAKER)


def _state(told: list[str], source: Json, teller: Teller) -> str | None:
    for words in told:
        actor = named(words)
        known = state_of_outlet(actor.name if actor else words)
        if known:
            return known
        for found in find_named(words):
            if state := state_of_outlet(found.actor.name):
                return state
        if is_state_media(words):
            return source.get("country") or teller.country or "?"
    return None


def _body(told: list[str]) -> str | None:
    """The body named inside the words, in an apposition the last ("the children's agency UNICEF")."""
    for words in told:
        found = find_named(words)
        if found:
            return found[-1].actor.name
    return None


def _beside(one: Json, other: Json) -> bool:
    """Whether two sources say it together ("activists and the mayor"): a chain has more words between its links."""
    gap = other["start"] - one["end"]
    return gap == len(" and ") or (gap == len(", and ") and other.get("sector") != "MED")


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an", "another", "some", "other", "local"} else name
