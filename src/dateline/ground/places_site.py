"""Sites: a hospital, a hotel, a camp stands in a town, whatever it is called."""

from __future__ import annotations

from dataclasses import replace

from dateline.ground.places_case import REACH_KM, SETTLED, Case, apart, within
from dateline.model.grounded import Place


def in_site(case: Case) -> Place | None:
    """Rule for "a hospital in X", "the camp": a site whose own point is unknown, inside X or the main place."""
    parent = _site_of(case)
    if not case.reading.facility or parent is None or parent.precision not in SETTLED:
        return None
    return replace(within(parent, case.words, f"a site in {parent.name}"), precision="exact")


def _site_of(case: Case) -> Place | None:
    """Where a site stands: in the town that the phrase names beside its name, else in the town of its name.

    The Shahba of "Shahba Hotel in Aleppo" is no town; nor is one that lies far from what the article is about.
    """
    index = case.reading.site
    own = case.reading.held[index].place if index is not None and index >= 0 else None
    if own is None or own.precision not in SETTLED:
        return case.parent()
    beside = case.named(skip=index)
    if beside is not None and beside.precision in SETTLED:
        return beside
    context = case.context
    strange = context is not None and apart(own, context) > REACH_KM and not case.well_known(own)
    return context if strange else own
