"""The referee of merging: mentions read, compared and clustered."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.pipeline import Pipeline
from dateline.reconcile.likeness import Wording
from dateline.settings import Settings
from tests.bench_scripts import bench_script

referee = bench_script("referee_merge_ecb")
linkage = bench_script("linkage")
merge = bench_script("merge_mentions")
merge_signs = bench_script("merge_signs")

TEXTS = (
    "Zubayr Kalthum was arrested in Qarrah on Monday.",
    "Police arrested Zubayr Kalthum in Qarrah; the arrest was shown on television.",
    "Nurses arrested the decline of the Sahlun clinic.",
)


def mention(number: int, text: str, lemma: str, **parts: Any) -> Any:  # noqa: ANN401 (made by a script)
    """A mention in a document of one sentence."""
    document = merge.Document(number, text, Wording.of(text))
    names = {name: Wording.of("of " + parts.pop(name, "")) for name in ("actors", "recipients", "places")}
    event = parts.pop("event", "COERCE")
    days, figures = parts.pop("days", None), frozenset(parts.pop("figures", ()))
    return merge.Mention(
        document,
        lemma,
        lemma,
        event,
        Wording.of(text),
        names["actors"],
        names["recipients"],
        names["places"],
        days,
        figures,
    )


def pair(**parts: Any) -> list[Any]:  # noqa: ANN401 (each part has its own type)
    """Two mentions of an arrest, each part a pair of what one and the other says."""
    return [mention(at, TEXTS[at], "arrest", **{name: both[at] for name, both in parts.items()}) for at in (0, 1)]


def said(*, alike: float = 0.4, **parts: Any) -> dict[str, str]:  # noqa: ANN401 (as above)
    """The signs of two such mentions with their reasons."""
    return {sign.name: sign.reason for sign in merge_signs.signs(*pair(**parts), alike)}


DAY, NEXT = (date(2016, 5, 2), date(2016, 5, 2)), (date(2016, 5, 3), date(2016, 5, 3))
SIGNS = [
    ({"recipients": ("Zubayr Kalthum", "Kalthum")}, "recipients", "other parties"),
    ({"recipients": ("Zubayr Kalthum", "Omar Haddad")}, "other parties", "recipients"),
    ({"actors": ("Kalthum", ""), "recipients": ("", "Kalthum")}, "word", "other parties"),
    ({"actors": ("Kalthum", "")}, "word", "other parties"),
    ({"places": ("Qarrah", "the town of Qarrah")}, "places", "other parties"),
    ({"days": (DAY, DAY)}, "day", "other day"),
    ({"days": (DAY, NEXT)}, "other day", "day"),
    ({"days": (DAY, None)}, "word", "day"),
    ({"figures": ([("killed", 3.0, 3.0)], [("killed", 3.0, 3.0)])}, "figures", "day"),
    ({"event": ("COERCE", "ASSAULT")}, "word", "type"),
]


@pytest.mark.parametrize(("parts", "there", "absent"), SIGNS)
def test_signs_are_those_of_what_both_say(parts: dict[str, Any], there: str, absent: str) -> None:
    found = said(**parts)
    assert there in found
    assert absent not in found


def test_a_sign_says_its_reason() -> None:
    found = said(recipients=("Zubayr Kalthum", "Zubayr Kalthum"))
    assert found["recipients"] == "recipients: Zubayr, Kalthum"
    assert found["word"] == "both say “arrest”"
    assert "Qarrah" in found["word in like sentences"]


def test_only_documents_that_share_a_rare_word_are_compared() -> None:
    mentions = [mention(at, text, "arrest") for at, text in enumerate(TEXTS)]
    pairs = [(one, other) for one, other, _ in merge_signs.candidates(mentions)]
    assert pairs == [(0, 1)]


def test_baselines_take_one_lemma_for_one_event() -> None:
    mentions = [mention(at, text, "arrest") for at, text in enumerate(TEXTS)]
    assert len(set(referee.same_lemma(mentions))) == 1
    labels = referee.same_lemma_in_like_documents(mentions)
    assert labels[0] == labels[1] != labels[2]


def test_every_sign_has_a_weight() -> None:
    everything = pair(
        recipients=("Kalthum", "Kalthum"), actors=("Kalthum", "Kalthum"), places=("Qarrah", "Qarrah"), days=(DAY, DAY)
    )
    names = {sign.name for sign in merge_signs.signs(*everything, 0.4)}
    assert names <= set(merge_signs.WEIGHTS)


def test_mentions_are_read_by_the_package() -> None:
    """One mention in two pieces and one of several words among them; the name of the document is never looked at."""
    text = "Gunmen shot up a bus in Qarrah. Two guards were shot dead."
    events = [{"start": text.index(said), "end": text.index(said) + len(said)} for said in ("shot up", "shot dead")]
    mentions = merge.read(Pipeline.load(Settings()), [{"text": text, "events": events}])
    assert [one.text for one in mentions] == ["shot up", "shot dead"]
    assert {one.lemma for one in mentions} == {"shoot"}
    assert "guard" in mentions[1].recipients.weights
    assert all(one.event for one in mentions)


LINKAGES = [
    ({(0, 1): 1.0, (1, 2): 1.0, (0, 2): 1.0}, [0, 0, 0]),
    ({(0, 1): 2.0, (1, 2): 1.0}, [0, 0, 2]),  # the third is for one of the two and against the other
    ({(0, 1): 2.0, (1, 2): 1.0, (0, 2): -0.5}, [0, 0, 0]),
    ({(0, 1): -1.0}, [0, 1, 2]),
    ({}, [0, 1, 2]),
]


@pytest.mark.parametrize(("scores", "labels"), LINKAGES)
def test_clusters_are_joined_while_their_pairs_are_for_it_on_average(
    scores: dict[tuple[int, int], float], labels: list[int]
) -> None:
    assert linkage.average_linkage(3, scores, missing=-3.0) == labels


def _plainly(count: int, scores: dict[tuple[int, int], float], missing: float) -> set[frozenset[int]]:
    """The same by looking at all pairs of clusters in each step."""
    groups = [frozenset([at]) for at in range(count)]
    while len(groups) > 1:
        mean, one, other = max(
            (sum(scores.get((min(a, b), max(a, b)), missing) for a in x for b in y) / (len(x) * len(y)), i, j)
            for i, x in enumerate(groups)
            for j, y in enumerate(groups)
            if i < j
        )
        if mean <= 0:
            break
        groups = [group for at, group in enumerate(groups) if at not in {one, other}] + [groups[one] | groups[other]]
    return set(groups)


@given(st.lists(st.integers(-400, 400), min_size=15, max_size=15, unique=True))
def test_it_is_average_linkage(values: list[int]) -> None:
    """The uneven scores keep two means from being equal by chance."""
    scores = {(i, j): values.pop() ** 3 / 1e6 + i / 97 + j / 89 for j in range(6) for i in range(j)}
    labels = linkage.average_linkage(6, scores, missing=-70.0)
    groups = {frozenset(at for at in range(6) if labels[at] == label) for label in set(labels)}
    assert groups == _plainly(6, scores, -70.0)
