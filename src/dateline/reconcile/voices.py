"""Reprints speak with one voice: what outlets that print one text say themselves has one origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dateline.model.report import Origin, Report
from dateline.reconcile.origins import OF, OUTLET


@dataclass(frozen=True, slots=True)
class Voice:
    """The article's own voice, and the origin to take for it where the article reprints another's text."""

    own: Origin
    chosen: Origin

    def named(self, origin: Origin) -> Origin:
        """The origin to take for one; "activists" of a reprint are those of the text that it reprints."""
        if origin.key == self.own.key:
            return replace(self.chosen, kind=origin.kind) if origin.kind != self.own.kind else self.chosen
        if not origin.nameless or not origin.key.endswith(f"{OF}{self.own.key}"):
            return origin
        words, name = origin.key.removesuffix(f"{OF}{self.own.key}"), origin.name.rpartition(" (")[0]
        return replace(origin, key=f"{words}{OF}{self.chosen.key}", name=f"{name} ({self.chosen.name})")


def named_in(origin: Origin, article_id: str, voices: Mapping[str, Voice]) -> Origin:
    """The origin to take for one that an article credits."""
    return voices[article_id].named(origin) if article_id in voices else origin


def voices_of(reports: Iterable[Report], dispatch: Mapping[str, str]) -> dict[str, Voice]:
    """The voices of articles that reprint one text (`dispatch`: article id → an id that they share).

    That of the agency where one of them credits it, else of the outlet that printed it first; of one day the first by
    name.
    """
    groups: dict[str, list[Report]] = defaultdict(list)
    for each in reports:
        if each.article_id in dispatch and each.voice is not None:
            groups[dispatch[each.article_id]].append(each)
    found: dict[str, Voice] = {}
    for group in groups.values():
        chosen = min(group, key=_precedence).voice
        found |= {each.article_id: Voice(each.voice, chosen) for each in group if each.voice and chosen}
    return found


def _precedence(report: Report) -> tuple[bool, date, str, str]:
    voice = report.voice or Origin("", "", OUTLET)
    return (voice.kind == OUTLET, report.published or date.max, voice.name, voice.key)
