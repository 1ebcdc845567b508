"""The argument frames of events whose word no trigger rule knows. Data: ``frames.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dateline.errors import InstallError
from dateline.lexicon.load import load
from dateline.lexicon.triggers import FRAMES, Rule
from dateline.model.codebook import EVENTS

UNNUMBERED = -1  # the number of a rule that stands in no list


@cache
def default_rules() -> Mapping[str, Rule]:
    """A rule without conditions for each event; raises InstallError where an event lacks one or names no frame."""
    raw = load("frames")
    if set(raw) != set(EVENTS) or any(one["frame"] not in FRAMES for one in raw.values()):
        raise InstallError("frames.yaml must name a known frame for each event and no other")
    return MappingProxyType({event: _rule(event, one["frame"], tuple(one["recipients"])) for event, one in raw.items()})


def _rule(event: str, frame: str, recipients: tuple[str, ...]) -> Rule:
    return Rule(
        event=event,
        mode=None,
        measure=None,
        frame=frame,
        recipients=recipients,
        actors=(),
        conditions=MappingProxyType({}),
        aux=None,
        clause=False,
        passive=False,
        numbered=False,
        agentless=False,
        finite=False,
        number=UNNUMBERED,
    )
