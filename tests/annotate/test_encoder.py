"""The encoder that ships: what it says of plain sentences, and that nothing but the checked files is loaded."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.annotate.encoder import Encoder, _Late
from dateline.annotate.model_files import FOLDER, Model
from dateline.errors import InstallError
from dateline.model.given import Given
from dateline.model.signal import ROLES, Arc, Signal
from dateline.model.span import Span
from tests.factories import sentence_of

PLAIN = "Rebels killed nine soldiers in Idlib on Monday, the governor said."
MOST_BYTES = 30_000_000


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(Model.open())


@pytest.fixture(scope="module")
def read(encoder: Encoder) -> Callable[[str], tuple[Signal, ...]]:
    return lambda text: encoder.signals([[sentence_of(text)]])[0]


def test_a_plain_attack(read: Callable[[str], tuple[Signal, ...]]) -> None:
    signal = max(read(PLAIN), key=lambda one: one.probability)
    assert (signal.span.of(PLAIN), signal.event, signal.aux, signal.hedge) == ("killed", "ASSAULT", None, None)
    assert signal.probability > 0.8
    told = {arc.role: arc.span.of(PLAIN) for arc in reversed(signal.arcs)}
    assert told["actor"] == "Rebels"
    assert "soldiers" in told["recipient"]
    assert told["at"] == "Idlib"
    assert told["time"].removeprefix("on ") == "Monday"


@pytest.mark.parametrize(
    "text",
    [
        "The museum opens at nine and tickets cost five euros.",
        "The old bridge is made of stone.",
        "The recipe needs two eggs and a cup of flour.",
    ],
)
def test_a_sentence_about_nothing_of_the_kind(read: Callable[[str], tuple[Signal, ...]], text: str) -> None:
    assert all(signal.probability < 0.5 for signal in read(text))


def test_signals_lie_in_the_text_and_their_numbers_are_probabilities(read: Callable[[str], tuple[Signal, ...]]) -> None:
    for signal in read(PLAIN):
        assert 0 <= signal.span.start < signal.span.end <= len(PLAIN)
        assert 0 < signal.probability <= 1
        assert all(0 < arc.probability <= 1 and arc.role in ROLES and arc.span.of(PLAIN) for arc in signal.arcs)


def test_an_article_reads_the_same_in_any_company(encoder: Encoder) -> None:
    one, other = [sentence_of(PLAIN)], [sentence_of("Talks were held in Geneva. " * 30)]
    assert encoder.signals([one])[0] == encoder.signals([other, one])[1]


def test_a_long_text_is_read_to_its_end(encoder: Encoder) -> None:
    filler = "The market was open and people bought bread. "
    sentences = [sentence_of(filler, start=len(filler) * n, index=n) for n in range(150)]
    sentences.append(sentence_of(PLAIN, start=len(filler) * 150, index=150))
    found = [signal.span.start for signal in encoder.signals([sentences])[0] if signal.probability > 0.8]
    assert len(filler) * 150 + PLAIN.index("killed") in found


@pytest.mark.parametrize("sentences", [[], [sentence_of("")], [sentence_of("…")]])
def test_a_text_without_words_has_no_signal(encoder: Encoder, sentences: list) -> None:  # type: ignore[type-arg]
    assert [one.probability > 0.5 for one in encoder.signals([sentences])[0]] == []


@pytest.mark.parametrize("name", ["encoder.onnx", "arguments.onnx", "vocab.txt", "model.yaml"])
def test_a_file_that_is_missing_is_named(tmp_path: Path, name: str) -> None:
    shutil.copytree(FOLDER, tmp_path / "model")
    (tmp_path / "model" / name).unlink()
    with pytest.raises(InstallError, match="missing") as error:
        Model.open(tmp_path / "model")
    assert name in str(error.value)


def test_a_file_that_was_altered_is_refused(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "model")
    with (tmp_path / "model" / "vocab.txt").open("a") as file:
        file.write("x\n")
    with pytest.raises(InstallError, match="not the one that was checked"):
        Model.open(tmp_path / "model")


def test_the_files_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


def test_arguments_are_looked_for_once_and_only_when_asked_for() -> None:
    arc = Arc("actor", Span(0, 6), 0.9)
    asked: list[int] = []

    def find() -> tuple[Arc, ...]:
        asked.append(1)
        return (arc,)

    late = _Late(find)
    assert not asked
    assert (list(late), late[0], late[:1], len(late), late == (arc,), hash(late)) == (
        [arc],
        arc,
        (arc,),
        1,
        True,
        hash((arc,)),
    )
    assert len(asked) == 1


def test_a_given_event_is_told_with_its_arguments_even_where_it_is_not_seen(encoder: Encoder) -> None:
    words = PLAIN.index("governor")
    given = Given(Span(words, words + len("governor")), "STATEMENT")
    (signals,) = encoder.signals([[sentence_of(PLAIN)]], given=[[given]])
    assert [one.event for one in signals if one.span == given.span] == ["STATEMENT"]
    assert "ASSAULT" in {one.event for one in signals}
