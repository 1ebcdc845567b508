"""Weighs what the rules and the encoder say: how sure a candidate, or one of its arguments, is to be right.

The weights are logistic and were fitted on articles that the encoder had not been trained on (`training/fuse.py`), so
that the sum is a calibrated probability. Data: ``fusion.yaml``, one named weight a line.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import yaml

from dateline.errors import InstallError
from dateline.extract.candidates import Candidate
from dateline.model.codebook import PLACE_ROLES
from dateline.model.span import Span

FILE: Final = Path(__file__).with_name("fusion.yaml")
UNSEEN: Final = 0.04  # the probability of what the encoder does not name
FAR: Final = 200  # characters between trigger and place, from which on farther away makes no difference
SUREST: Final = 0.995
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells how sure candidates of one part are: weights by feature, and the least probability to tell one."""

    weights: Mapping[str, float]
    kept: float

    def confidence(self, features: Features) -> float:
        """The probability that the candidate is right; a feature without a weight counts nothing."""
        score = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-score))


@cache
def judges() -> Mapping[str, Judge]:
    """By part ("claim", "actor", "recipient", "place", "time", "source", "relay"); raises InstallError without file."""
    if not FILE.is_file():
        raise InstallError(
            "the weights of the extractor are missing", where=str(FILE), remedy="Install Dateline again."
        )
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return MappingProxyType(
        {part: Judge(dict(raw["weights"][part]), float(raw["kept"][part])) for part in raw["weights"]}
    )


def judge_of(role: str) -> Judge:
    """The judge of an argument's role."""
    return judges()["place" if role in PLACE_ROLES else role]


def log_odds(probability: float) -> float:
    """The log odds of what the encoder says, kept away from certainty."""
    kept = min(max(probability, UNSEEN), SUREST)
    return math.log(kept / (1 - kept))


def claim_features(candidate: Candidate) -> Features:
    """What speaks for and against a candidate."""
    claim = candidate.claim
    return _known_before(candidate.found, claim.event, candidate.probability, candidate.other) | {
        "verb": float(claim.confidence >= 0.55),
        "figures": float(bool(claim.figures)),
        "unseen": float(candidate.signal is None),
    }


def _known_before(found: str, event: str, probability: float, other: str | None) -> Features:
    """The features of a candidate that are known before its claim is read."""
    return {
        "bias": 1.0,
        "encoder": log_odds(probability),
        found: 1.0,
        f"{found} {event}": 1.0,
        "other rule": float(other is not None),
    }


def may_be_told(found: str, event: str, probability: float, other: str | None) -> bool:
    """Whether a candidate without figures can be sure enough, whatever its claim turns out to be."""
    judge = judges()["claim"]
    features = _known_before(found, event, probability, other)
    return max(judge.confidence({**features, "verb": verb}) for verb in (0.0, 1.0)) >= judge.kept


def argument_features(role: str, span: Span, candidate: Candidate, *, by_rule: bool) -> Features:
    """What speaks for and against words as an argument of a candidate."""
    signal = candidate.signal
    arcs = [arc for arc in signal.arcs if arc.span.overlaps(span)] if signal is not None else []
    own = max((arc.probability for arc in arcs if arc.role == role), default=0.0)
    other = max((arc.probability for arc in arcs if arc.role != role), default=0.0)
    distance = max(span.start - candidate.claim.trigger.end, candidate.claim.trigger.start - span.end, 0)
    return {
        "bias": 1.0,
        **({"far": min(distance / FAR, 1.0)} if role in PLACE_ROLES else {}),
        "encoder": log_odds(own),
        "rule": float(by_rule),
        "rule of frame": float(by_rule and candidate.found not in {"rule", "counted"}),
        "other role": log_odds(other) - log_odds(0.0),
        "unseen": float(signal is None),
        "rule unseen": float(signal is None and by_rule),
    }
