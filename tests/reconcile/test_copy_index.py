"""Candidates for copies: articles that share fingerprints, common ones left aside."""

from __future__ import annotations

from dateline.reconcile.copy_index import COMMON, RAREST, CopyIndex, candidates, worth_asking


def test_rare_fingerprints_are_asked_first_and_common_ones_not_at_all() -> None:
    own = range(RAREST + 2)
    carriers = dict.fromkeys(own, 3) | {0: COMMON + 1, 1: 1}
    assert worth_asking(own, carriers)[0] == 1
    assert 0 not in worth_asking(own, carriers)


def test_a_dispatch_that_everybody_prints_is_asked_for_all_the_same() -> None:
    """All its fingerprints are common; the rarest are looked up nevertheless."""
    own = range(100)
    carriers = {number: COMMON + 1 + number for number in own}
    assert worth_asking(own, carriers) == list(range(RAREST))


def test_a_fingerprint_that_nobody_else_has_is_not_asked() -> None:
    assert worth_asking([1, 2], {2: 4}) == [2]


def test_those_that_share_most_come_first_and_one_phrase_is_too_little() -> None:
    found = {1: ["long", "short", "phrase"], 2: ["long", "short"], 3: ["short"]}
    assert candidates(range(30), found, {"long": 15, "short": 4, "phrase": 40}) == ["short", "long"]


def test_the_index_gives_others_and_takes_an_article_anew() -> None:
    index = CopyIndex()
    index.add("a", frozenset({1, 2, 3}))
    index.add("b", frozenset({2, 3, 4}))
    index.add("c", frozenset({7, 8}))
    assert index.candidates("a") == ["b"]
    index.add("b", frozenset({7, 8}))
    assert index.candidates("a") == []
    assert index.candidates("c") == ["b"]
