"""The codebook's closed lists: event types with their modes, auxiliary modes, hedges, measures, roles, precisions.

Types and modes are PLOVER's (version of 2021) with four extensions: CONTROL, MOVE, CONDITION, STATEMENT.
"""

from __future__ import annotations

from typing import Final

MODES: Final[dict[str, tuple[str, ...]]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize",
        "restrict",
        "censor",
        "curfew",
        "martial-law",
        "arrest",
        "deport",
        "withhold",
        "misinformation",
        "cyber",
    ),
    "ASSAULT": (
        "abduct",
        "beat",
        "torture",
        "sexual",
        "targeted",
        "destroy",
        "primitive",
        "firearms",
        "explosives",
        "suicide-attack",
        "aerial",
        "drone",
        "heavy-weapons",
        "crowd-control",
        "unconventional",
    ),
    "CONTROL": ("capture", "hold", "lose", "contest"),
    "MOVE": ("flee", "evacuate", "return"),
    "CONDITION": ("besieged", "trapped", "shortage", "damaged", "missing", "disease"),
    "STATEMENT": (),
}
EVENTS: Final[tuple[str, ...]] = tuple(MODES)
AUX: Final[tuple[str, ...]] = ("future", "hypothetical", "negation", "historical")
HEDGES: Final[tuple[str, ...]] = ("reported", "alleged", "confirmed")
MEASURES: Final[tuple[str, ...]] = (
    "killed",
    "injured",
    "missing",
    "detained",
    "abducted",
    "displaced",
    "evacuated",
    "returned",
    "trapped",
    "affected",
    "fighters",
    "protesters",
    "share",
)
PLACE_ROLES: Final[tuple[str, ...]] = ("at", "from", "to")
PRECISIONS: Final[tuple[str, ...]] = (
    "exact",
    "neighbourhood",
    "settlement",
    "admin2",
    "admin1",
    "country",
    "region",
)
# A named state, body or person; one office holder without a name; people or a body without a name; a thing.
ACTOR_KINDS: Final[tuple[str, ...]] = ("state", "body", "person", "role", "group", "thing")
