"""Rules and encoder together, with what the encoder says written by hand: no model is loaded here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from dateline.extract.candidates import BY_FRAME, BY_RULE, find_candidates
from dateline.extract.combined import VERSION, CombinedExtractor
from dateline.extract.fusion import argument_features, claim_features, judge_of, judges, log_odds, may_be_told
from dateline.extract.scene import Scene
from dateline.model.annotation import Annotated
from dateline.model.claim import Claim
from dateline.model.codebook import EVENTS
from dateline.model.signal import ROLES, Arc, Signal
from tests.factories import span

Annotate = Callable[[str], Annotated]
KNOWN = "Rebels killed nine soldiers in Idlib."
UNKNOWN = "Gunmen smoked the villagers out of Azaz on Monday."


def signal(text: str, words: str, event: str, chance: float, *arcs: tuple[str, str, float], **rest: str) -> Signal:
    """A signal on `words`, with arcs as (role, words, probability)."""
    found = tuple(Arc(role, span(text, part), sure) for role, part, sure in arcs)
    return Signal(span(text, words), event, chance, arcs=found, **rest)  # type: ignore[arg-type]


@pytest.fixture
def extract(annotate: Annotate) -> Callable[..., tuple[Claim, ...]]:
    """A text and the encoder's signals to claims."""
    return lambda text, *signals: CombinedExtractor().extract(replace(annotate(text), signals=signals))


def test_what_both_find_is_told_and_surer_than_what_one_finds(extract: Callable[..., tuple[Claim, ...]]) -> None:
    (alone,) = extract(KNOWN)
    (both,) = extract(KNOWN, signal(KNOWN, "killed", "ASSAULT", 0.95))
    assert (both.event, both.extractor) == ("ASSAULT", VERSION)
    assert both.confidence > alone.confidence


def test_a_word_that_no_rule_knows_is_told_where_the_encoder_is_sure(extract: Callable[..., tuple[Claim, ...]]) -> None:
    arcs = (
        ("actor", "Gunmen", 0.95),
        ("recipient", "the villagers", 0.95),
        ("from", "Azaz", 0.9),
        ("time", "Monday", 0.9),
    )
    sure = signal(UNKNOWN, "smoked", "COERCE", 0.97, *arcs, mode="deport")
    (claim,) = extract(UNKNOWN, sure)
    assert (claim.event, claim.mode) == ("COERCE", "deport")
    assert [one.span.of(UNKNOWN) for one in claim.actors] == ["Gunmen"]
    assert [one.span.of(UNKNOWN) for one in claim.recipients] == ["the villagers"]
    assert [(one.span.of(UNKNOWN), one.role) for one in claim.places] == [("Azaz", "from")]
    assert claim.time is not None
    assert claim.time.span.of(UNKNOWN) == "Monday"


def test_a_word_of_which_the_encoder_is_not_sure_is_not_told(extract: Callable[..., tuple[Claim, ...]]) -> None:
    assert extract(UNKNOWN, signal(UNKNOWN, "smoked", "MOVE", 0.15)) == ()


def test_the_same_words_make_one_claim(extract: Callable[..., tuple[Claim, ...]]) -> None:
    """Where rules and encoder see different events in a word, one of them is told."""
    assert len(extract(KNOWN, signal(KNOWN, "killed", "COERCE", 0.9))) == 1


def test_a_time_that_is_no_expression_of_time_is_none(extract: Callable[..., tuple[Claim, ...]]) -> None:
    text = UNKNOWN.replace(" on Monday", "")
    (claim,) = extract(text, signal(text, "smoked", "MOVE", 0.97, ("time", "villagers", 0.95)))
    assert claim.time is None


def test_people_who_are_counted_stay(
    extract: Callable[..., tuple[Claim, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted people are told even where too little speaks for their claim."""
    strict = MappingProxyType({**judges(), "claim": replace(judges()["claim"], kept=0.99)})
    monkeypatch.setattr("dateline.extract.combined.judges", lambda: strict)
    (claim,) = extract("At the camp, 2,000 refugees sleep outside.")
    assert [(figure.measure, figure.low) for figure in claim.figures] == [("displaced", 2000)]
    assert claim.confidence < 0.99


def test_candidates_tell_how_they_were_found(annotate: Annotate) -> None:
    named = replace(annotate(UNKNOWN), signals=(signal(UNKNOWN, "smoked", "MOVE", 0.5),))
    known = find_candidates(Scene(annotate(KNOWN)), VERSION)
    assert [(one.found, one.probability) for one in known] == [(BY_RULE, 0.0)]
    assert [(one.found, one.probability) for one in find_candidates(Scene(named), VERSION)] == [(BY_FRAME, 0.5)]


def test_no_claim_is_read_for_a_word_without_hope(annotate: Annotate) -> None:
    named = replace(annotate(UNKNOWN), signals=(signal(UNKNOWN, "smoked", "MOVE", 0.5),))
    asked: list[tuple[str, str, float, str | None]] = []

    def hope(*one: object) -> bool:
        asked.append(one)  # type: ignore[arg-type]
        return False

    assert find_candidates(Scene(named), VERSION, hope=hope) == []
    assert asked == [(BY_FRAME, "MOVE", 0.5, None)]


@pytest.mark.parametrize("chance", [0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99])
@pytest.mark.parametrize("event", ["MOVE", "CONTROL", "ASSAULT"])
def test_there_is_hope_for_every_candidate_that_is_sure_enough(annotate: Annotate, event: str, chance: float) -> None:
    """What is left out early would be left out late: nothing that is told gets lost."""
    named = replace(annotate(UNKNOWN), signals=(signal(UNKNOWN, "smoked", event, chance),))
    judge = judges()["claim"]
    told = [
        one for one in find_candidates(Scene(named), VERSION) if judge.confidence(claim_features(one)) >= judge.kept
    ]
    assert [c for c in find_candidates(Scene(named), VERSION, hope=may_be_told) if c in told] == told


def test_features_have_names_that_the_weights_know(annotate: Annotate) -> None:
    given = replace(annotate(KNOWN), signals=(signal(KNOWN, "killed", "ASSAULT", 0.9, ("actor", "Rebels", 0.9)),))
    (candidate,) = find_candidates(Scene(given), VERSION)
    assert set(claim_features(candidate)) <= set(judges()["claim"].weights)
    found = argument_features("actor", span(KNOWN, "Rebels"), candidate, by_rule=True)
    assert set(found) <= set(judge_of("actor").weights)
    assert found["encoder"] == log_odds(0.9)
    place = argument_features("at", span(KNOWN, "Idlib"), candidate, by_rule=True)
    assert set(place) <= set(judge_of("at").weights)


def test_a_place_counts_less_the_farther_it_stands_from_the_trigger(annotate: Annotate) -> None:
    text = f"Rebels killed nine soldiers in Idlib{', a man said' * 30}, near Homs."
    (candidate,) = find_candidates(Scene(annotate(text)), VERSION)
    near, far = (argument_features("at", span(text, word), candidate, by_rule=False) for word in ("Idlib", "Homs"))
    assert near["far"] < far["far"] == 1.0
    assert judge_of("at").weights["far"] < 0


LISTED = "Gunmen smoked families out of Homs, Hama and Idlib."


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        (LISTED, "Homs", ["Homs", "Hama", "Idlib"]),
        ("Gunmen smoked families out of eastern Ghouta.", "eastern", ["eastern Ghouta"]),
        (
            "Gunmen smoked families out of the towns of Azaz Manbij and Jarablus.",
            "Manbij",
            ["Azaz", "Manbij", "Jarablus"],
        ),
    ],
)
def test_a_place_that_the_encoder_points_at_is_read_whole(
    extract: Callable[..., tuple[Claim, ...]], text: str, words: str, told: list[str]
) -> None:
    (claim,) = extract(text, signal(text, "smoked", "MOVE", 0.97, ("from", words, 0.95)))
    assert sorted(one.span.of(text) for one in claim.places) == sorted(told)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_a_judge(role: str) -> None:
    judge = judge_of(role)
    assert 0 < judge.kept < 1
    assert judge.weights["encoder"] > 0
    assert judge.weights["rule"] > 0


def test_events_weigh_differently() -> None:
    known = judges()["claim"].weights
    assert {f"rule {event}" for event in EVENTS if event != "STATEMENT"} <= set(known)


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.5), (0.5, 0.9), (0.9, 0.99)])
def test_log_odds_rise(low: float, high: float) -> None:
    assert log_odds(low) < log_odds(high)


def test_a_source_that_the_encoder_is_sure_of_stands_for_one_that_it_does_not_see(
    extract: Callable[..., tuple[Claim, ...]],
) -> None:
    text = "The rebels say monitors counted raids that killed nine people."
    for chance, told in ((0.9, ["monitors"]), (0.4, ["The rebels"])):
        claims = extract(text, signal(text, "killed", "ASSAULT", 0.95, ("source", "monitors", chance)))
        deed = next(claim for claim in claims if claim.trigger.of(text) == "killed")
        assert [one.span.of(text) for one in deed.sources] == told


def test_nobody_is_actor_and_recipient_of_one_claim(extract: Callable[..., tuple[Claim, ...]]) -> None:
    both = signal(UNKNOWN, "smoked", "MOVE", 0.97, ("actor", "Gunmen", 0.95), ("recipient", "Gunmen", 0.8))
    (claim,) = extract(UNKNOWN, both)
    told = [one.span.of(UNKNOWN) for one in (*claim.actors, *claim.recipients)]
    assert told.count("Gunmen") == 1
