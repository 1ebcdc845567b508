"""The copy: two articles of which one text stands in the other, with the passages that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from dateline.model.span import Span
from dateline.text.passages import Passage

Json = dict[str, Any]
VERBATIM: Final = "verbatim"  # all but captions, datelines and page furniture
EDITED: Final = "edited"  # one dispatch, retitled, re-led, updated or reworded
PARTIAL: Final = "partial"  # a third or more of one stands in the other
KINDS: Final = (VERBATIM, EDITED, PARTIAL)


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that carry one text; `a` and `b` are their ids, in the order of the alphabet.

    `share_a` and `share_b` (0 to 1) say how much of each one's words stands in `passages`; `reason` says why this is
    a copy, in words.
    """

    a: str
    b: str
    kind: str
    share_a: float
    share_b: float
    passages: tuple[Passage, ...]
    reason: str

    def to_json(self) -> Json:
        """The fields; shares to three decimals, spans as [start, end] in code points."""
        return {
            "copy": [self.a, self.b],
            "kind": self.kind,
            "shares": [round(self.share_a, 3), round(self.share_b, 3)],
            "reason": self.reason,
            "passages": [
                {
                    "a": _pair(passage.a),
                    "b": _pair(passage.b),
                    "words": passage.words,
                    "same": [[_pair(a), _pair(b)] for a, b in passage.same],
                }
                for passage in self.passages
            ],
        }


def copy_from_json(data: Json) -> Copy:
    """The copy that `Copy.to_json` wrote; raises KeyError or ValueError where it is none."""
    a, b = data["copy"]
    share_a, share_b = data["shares"]
    passages = tuple(
        Passage(Span(*each["a"]), Span(*each["b"]), tuple((Span(*x), Span(*y)) for x, y in each["same"]), each["words"])
        for each in data["passages"]
    )
    return Copy(a, b, data["kind"], share_a, share_b, passages, data["reason"])


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
