"""A judgement in words."""

from __future__ import annotations

from typing import Final

from dateline.model.judgement import Judgement

_SAID: Final = {
    "same": "{claims} tell of one incident",
    "split": "{aside} told of another incident than {rest}",
    "accept": "{claims} checked and right",
    "reject": "{claims} rejected",
    "correct": "{claims} corrected: {field} is {value}",
    "undo": "judgement {undoes} undone",
}


def sentence(made: Judgement) -> str:
    """A judgement in words, such as "2 claims of 2 articles tell of one incident"."""
    rest, aside = (made.side(side) for side in (0, 1))
    articles = len({subject.article for subject in made.subjects})
    of = f" of {articles} articles" if articles > 1 else ""
    return _SAID[made.kind].format(
        claims=f"{_counted(len(rest))}{of}",
        rest=_counted(len(rest)),
        aside=_counted(len(aside)),
        field=made.field,
        value=value_in_words(made.value),
        undoes=made.undoes,
    )


def value_in_words(value: object) -> str:
    """A corrected value on one line: "14", "14..20", "2016-12-07", "Qarrah (34.15, 36.75)"."""
    if not isinstance(value, dict):
        return "none" if value is None else str(value)
    if "name" in value:
        point = f" ({value['lat']:g}, {value['lon']:g})" if value["lat"] is not None else ""
        return f"{value['name']}{point}"
    first, last = value.values()
    edges = [f"{edge:g}" if isinstance(edge, float) else edge or "" for edge in (first, last)]
    return str(edges[0]) if edges[0] == edges[1] else f"{edges[0]}..{edges[1]}"


def _counted(count: int) -> str:
    return f"{count} claim{'' if count == 1 else 's'}"
