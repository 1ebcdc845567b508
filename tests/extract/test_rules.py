"""Whole claims: every field of sentences as they stand in the news, and what holds for any text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract.rules import VERSION, RuleExtractor
from dateline.model.annotation import Annotated
from dateline.model.claim import Claim
from dateline.model.codebook import AUX, EVENTS, HEDGES, MEASURES, MODES, PLACE_ROLES
from dateline.model.span import Span
from tests.extract.wanted import Reader, Want, case, compared, want

NEWS = [
    case(
        "At least 14 civilians were killed and about 30 injured on Tuesday when government warplanes bombed a market "
        "in the town of Atarib, the civil defence said.",
        want(
            "ASSAULT aerial",
            "killed",
            who=["government warplanes"],
            whom=["At least 14 civilians", "about 30"],
            places=["market in the town of Atarib"],
            time=["Tuesday"],
            figures=["killed 14-", "injured 27-33"],
            sources=["civil defence"],
        ),
    ),
    case(
        "The Ugandan army said on Sunday that its troops had captured a rebel base near Beni, killing 12 fighters.",
        want(
            "CONTROL capture", "captured", who=["its troops"], places=["rebel base near Beni"], sources=["Ugandan army"]
        ),
        want(
            "ASSAULT",
            "killing",
            who=["its troops"],
            whom=["12 fighters"],
            figures=["killed 12"],
            sources=["Ugandan army"],
        ),
    ),
    case(
        "Police in Belgrade arrested 37 people after thousands marched on parliament late on Saturday.",
        want(
            "COERCE arrest",
            "arrested",
            who=["Police"],
            whom=["37 people"],
            places=["Belgrade"],
            figures=["detained 37"],
        ),
        want("PROTEST demo", "marched", who=["thousands"], time=["late on Saturday"], figures=["protesters 2000-9999"]),
    ),
    case(
        "The Colombian government and the ELN guerrillas will hold talks in Quito next week, officials said.",
        want(
            "CONSULT",
            "talks",
            aux="future",
            who=["Colombian government", "ELN guerrillas"],
            places=["Quito"],
            time=["next week"],
            sources=["officials"],
        ),
    ),
    case(
        "More than 60,000 people have fled the city of El Fasher since April, the United Nations said.",
        want(
            "MOVE flee",
            "fled",
            whom=["More than 60,000 people"],
            places=["from: city of El Fasher"],
            time=["since April"],
            figures=["displaced 60001-"],
            sources=["United Nations"],
        ),
    ),
    case(
        "Hamid Noor, a district official, told Pajhwok news agency that the Taliban had kidnapped four bus passengers.",
        want(
            "ASSAULT abduct",
            "kidnapped",
            who=["Taliban"],
            whom=["four bus passengers"],
            figures=["abducted 4"],
            sources=["Hamid Noor", "Pajhwok news agency"],
        ),
    ),
    case(
        "Manila denied that its coastguard had fired on a Chinese fishing boat.",
        want("ASSAULT firearms", "fired", aux="negation", who=["its coastguard"], sources=["Manila"]),
    ),
    case(
        "Aid agencies warned that 2 million people in Tigray are at risk of famine.",
        want("CONDITION shortage", "famine", aux="hypothetical", sources=["Aid agencies"]),
    ),
]


@pytest.mark.parametrize(("text", "wants"), NEWS)
def test_every_field_of_a_sentence_as_it_stands_in_the_news(read: Reader, text: str, wants: Sequence[Want]) -> None:
    assert compared(read(text), wants) == list(wants)


WORDS = [
    "rebels", "killed", "wounded", "at least 12", "soldiers", "in Aleppo", "on Monday", "the army said", "and", ",",
    ".", "will", "not", "attack", "fled", "\n\n", "“", "”", "by", "talks", "with", "dozens of", "who", "captured",
    "the town", "Reuters", "—", "denied", "if", "people", "missing",
]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=18))
def test_claims_of_any_text_keep_to_the_codebook_and_to_the_text(
    annotate: Callable[[str], Annotated], words: list[str]
) -> None:
    annotated = annotate(" ".join(words))
    for claim in RuleExtractor().extract(annotated):
        assert claim.event in EVENTS
        assert claim.mode is None or claim.mode in MODES[claim.event]
        assert claim.aux in {None, *AUX}
        assert claim.hedge in {None, *HEDGES}
        assert {figure.measure for figure in claim.figures} <= set(MEASURES)
        assert {place.role for place in claim.places} <= set(PLACE_ROLES)
        assert all(figure.low is None or figure.high is None or figure.low <= figure.high for figure in claim.figures)
        assert all(span.end <= len(annotated.article.text) for span in spans(claim))
        assert claim.evidence.contains(claim.trigger)
        assert 0 < claim.confidence <= 1


def spans(claim: Claim) -> list[Span]:
    who = [ref.span for ref in (*claim.actors, *claim.recipients, *claim.sources)]
    counted = [figure.span for figure in claim.figures]
    where = [ref.span for ref in claim.places]
    when = [claim.time.span] if claim.time else []
    return [claim.trigger, claim.evidence, *who, *counted, *where, *when]


def test_a_text_without_words_gives_no_claims(annotate: Callable[[str], Annotated]) -> None:
    assert RuleExtractor().extract(annotate("—")) == ()


def test_claims_carry_the_version_of_their_extractor(annotate: Callable[[str], Annotated]) -> None:
    (claim,) = RuleExtractor().extract(annotate("Rebels killed nine soldiers."))
    assert claim.extractor == VERSION == RuleExtractor.version


def test_one_text_always_gives_the_same_claims(annotate: Callable[[str], Annotated]) -> None:
    text = "Rebels killed nine soldiers in Gao on Monday. The army said 12 rebels died."
    extractor = RuleExtractor()
    assert extractor.extract(annotate(text)) == extractor.extract(annotate(text))


def test_claims_stand_in_text_order(annotate: Callable[[str], Annotated]) -> None:
    found = RuleExtractor().extract(annotate("Rebels freed a pilot, police arrested a guard and residents fled."))
    starts = [claim.trigger.start for claim in found]
    assert len(starts) == 3
    assert starts == sorted(starts)
