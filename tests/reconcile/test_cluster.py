"""Clusters of reports: what a person judged, what the links say, and that the order changes nothing."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.report import Report
from dateline.reconcile import cluster
from dateline.reconcile.blocks import keys
from dateline.reconcile.cluster import Ruled, clusters, linked
from dateline.reconcile.compare import compare
from dateline.reconcile.reports import reports_of
from tests.factories import claim, stored

WORDS = ("market", "bridge", "clinic", "school", "mill")


def _report(n: int, *, day: str = "2021-03-02", killed: float = 14) -> Report:
    text = f"Shelling hit the {WORDS[n]} of Qarrah on Tuesday and killed {killed:g}."
    one = claim(text=text, place="Qarrah", day=day, killed=killed)
    (made,) = reports_of(stored(one, text=text, name=f"n{n}", publisher=f"Outlet {n}"))
    return made


REPORTS = [_report(n, day=day) for n, day in enumerate(("2021-03-02", "2021-03-02", "2021-03-02", "2021-03-09"))]
BY_ID = {each.id: each for each in REPORTS}
A, B, C, LATER = (each.id for each in REPORTS)


def _pair(one: str, other: str) -> frozenset[str]:
    return frozenset((one, other))


def test_what_tells_of_one_thing_comes_together() -> None:
    assert set(clusters(BY_ID, linked(BY_ID, keys), Ruled())) == {tuple(sorted((A, B, C))), (LATER,)}


def test_same_joins_what_no_score_would() -> None:
    ruled = Ruled(same=frozenset({_pair(A, LATER)}))
    assert any({A, LATER} <= set(each) for each in clusters(BY_ID, linked(BY_ID, keys), ruled))


def test_apart_parts_what_every_score_would_join() -> None:
    ruled = Ruled(apart=frozenset({_pair(A, B)}))
    found = clusters(BY_ID, linked(BY_ID, keys), ruled)
    assert not any({A, B} <= set(each) for each in found)


def test_apart_of_several_pairs_leaves_the_rest_together() -> None:
    ruled = Ruled(apart=frozenset({_pair(A, B), _pair(A, C)}))
    assert tuple(sorted((B, C))) in clusters(BY_ID, linked(BY_ID, keys), ruled)


@given(st.permutations(REPORTS))
def test_the_order_changes_nothing(reports: list[Report]) -> None:
    by_id = {each.id: each for each in reports}
    links = linked(by_id, keys)
    assert clusters(by_id, links, Ruled()) == clusters(BY_ID, linked(BY_ID, keys), Ruled())
    assert clusters(by_id, list(reversed(links)), Ruled()) == clusters(by_id, links, Ruled())


@given(st.sets(st.sampled_from(list(combinations(sorted(BY_ID), 2)))))
def test_apart_is_always_kept(pairs: set[tuple[str, str]]) -> None:
    ruled = Ruled(apart=frozenset(map(frozenset, pairs)))
    for members in clusters(BY_ID, linked(BY_ID, keys), ruled):
        assert not any(pair in ruled.apart for pair in map(frozenset, combinations(members, 2)))


def test_two_clusters_that_do_not_fit_are_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Shelling hit the market of Qarrah on Tuesday."
    one = claim(text=text, place="Qarrah", day="2021-03-02")
    made = [reports_of(stored(one, text=text, name=f"n{n}"))[0] for n in range(24)]
    by_id = {each.id: each for each in made}
    left, right = sorted(by_id)[::2], sorted(by_id)[1::2]
    links = linked(by_id, keys)
    asked: list[tuple[str, str]] = []

    def fit(state: cluster._State, a: str, b: str) -> bool:
        asked.append((a, b))
        return real(state, a, b)

    real = cluster._State._fit
    monkeypatch.setattr(cluster._State, "_fit", fit)
    apart = frozenset(frozenset(pair) for pair in product(left, right))
    assert len(clusters(by_id, links, Ruled(apart=apart))) == 2
    assert len(asked) < len(links)


def test_a_link_is_the_same_from_both_sides() -> None:
    one, other = REPORTS[:2]
    assert compare(one, other) == compare(other, one)
