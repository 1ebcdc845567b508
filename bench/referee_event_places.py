"""The place of one event in a sentence, on Halterman's marked sentences (places-event).

    python bench/referee_event_places.py [--errors N] [FOLDER]

FOLDER (default ../shared/referees/places-event) holds ``train.jsonl``: sentences with a verb and the names of the
places where its event happened. The encoder was trained on four sentences of five (`training/data.py`); these figures
are of the fifth that it has not seen. Prints precision, recall and F1 over words (main) and how many items are right
altogether: of the encoder, of the whole pipeline, and of the place name nearest to the verb, for scale.

The mapping, written down once. Encoder: the verb is given as an event whose type is left open, which is how these
sentences are trained on, and the places that it is sure of (.5) are taken. Pipeline: the verb is given as an event of
the type that the encoder finds most probable for it, or as an ASSAULT, which most of them are, where it finds none; of
each phrase of place that is read for it the name of the finest place is taken. The pipeline follows the codebook, by
which a country, and a place that an earlier sentence gave, are places too; the coders of these sentences leave them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dateline.model.annotation import Annotated
from dateline.model.article import Article
from dateline.model.claim import Claim, PlaceRef
from dateline.model.codebook import PRECISIONS
from dateline.model.given import Given
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.pipeline import Pipeline
from dateline.settings import Settings

Json = dict[str, Any]
Words = frozenset[int]  # where the words begin that an item takes for its place
FOLDER: Final = Path("../shared/referees/places-event")
TOGETHER: Final = 200
USUAL: Final = "ASSAULT"
SURE: Final = 0.5
TOPONYMS: Final = frozenset({"GPE", "LOC", "FAC"})
WORD: Final = re.compile(r"\w+")


@dataclass
class Score:
    """Words taken rightly, taken, and to be taken; items and those that are right altogether."""

    hit: int = 0
    taken: int = 0
    wanted: int = 0
    items: int = 0
    right: int = 0

    def add(self, taken: Words, wanted: Words) -> None:
        """One item more."""
        self.hit += len(taken & wanted)
        self.taken += len(taken)
        self.wanted += len(wanted)
        self.items += 1
        self.right += taken == wanted

    def __str__(self) -> str:
        precision, recall = self.hit / max(1, self.taken), self.hit / max(1, self.wanted)
        f1 = 2 * self.hit / max(1, self.taken + self.wanted)
        return (
            f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  "
            f"items right {self.right / max(1, self.items):.3f} of {self.items}"
        )


def kept_back(text: str) -> bool:
    """Whether the encoder was not trained on a sentence: the same rule as in `training/data.py`."""
    return zlib.crc32(text.encode()) % 5 == 0


def load(path: Path) -> dict[str, list[Json]]:
    """The kept-back sentences with their items."""
    out: dict[str, list[Json]] = defaultdict(list)
    for item in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if kept_back(item["text"]):
            out[item["text"]].append(item)
    return out


def words(text: str, spans: Iterable[Span]) -> Words:
    """Where the words of `text` begin that lie in one of the spans."""
    found = list(spans)
    return frozenset(m.start() for m in WORD.finditer(text) if any(s.start <= m.start() < s.end for s in found))


def event_of(annotated: Annotated, verb: Span) -> str:
    """The type that the encoder holds most probable for a verb."""
    near = [signal for signal in annotated.signals if signal.span.overlaps(verb)]
    return max(near, key=lambda signal: signal.probability).event if near else USUAL


def names_of(reading: Reading, claim: Claim) -> list[Span]:
    """The name of the finest place of each of a claim's phrases of place."""
    return [span for ref in claim.places for span in _finest(reading, ref)]


def _finest(reading: Reading, ref: PlaceRef) -> Sequence[Span]:
    inside = [(span, place) for span, place in reading.places if ref.span.overlaps(span)]
    if not inside:
        return [ref.span]

    def coarse(pair: tuple[Span, Any]) -> tuple[int, Span]:
        level = pair[1].precision if pair[1] is not None else None
        return PRECISIONS.index(level) if level else 0, pair[0]  # what the gazetteer does not know is small

    return [min(inside, key=coarse)[0]]


def pointed_at(annotated: Annotated, verb: Span) -> list[Span]:
    """The places that the encoder gives a verb whose type is left open."""
    signals = [one for one in annotated.signals if not one.event and one.span.overlaps(verb)][:1]
    arcs = [arc for signal in signals for arc in signal.arcs]
    return [arc.span for arc in arcs if arc.role == "at" and arc.probability >= SURE]


def nearest(annotated: Annotated, verb: Span) -> list[Span]:
    """The place name that stands nearest to a verb: the baseline."""
    names = [mention.span for mention in annotated.mentions if mention.kind in TOPONYMS]
    return sorted(names, key=lambda span: span.distance(verb))[:1]


def _span(pair: Sequence[int]) -> Span:
    return Span(pair[0], pair[1])


def main() -> int:
    """Reads the sentences and prints the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N items that are not right")
    options = parser.parse_args()
    path = options.folder / "train.jsonl"
    if not path.is_file():
        print(f"{path} is not there: give the referee's folder as the argument.", file=sys.stderr)
        return 1
    sentences = load(path)
    articles = [Article(f"{number}", text, language="en") for number, text in enumerate(sentences)]
    scores = {name: Score() for name in ("encoder", "pipeline", "nearest name")}
    pipeline, shown = Pipeline.load(Settings()), 0
    for at in range(0, len(articles), TOGETHER):
        for text, item, found in _read(pipeline, articles[at : at + TOGETHER], sentences):
            wanted = words(text, map(_span, item["places"]))
            for name, spans in found.items():
                scores[name].add(words(text, spans), wanted)
            if words(text, found["pipeline"]) != wanted and shown < options.errors:
                shown += 1
                print(_told(text, _span(item["verb"]), words(text, found["pipeline"]), wanted))
    for name, score in scores.items():
        print(f"{name:14}{score}")
    return 0


def _read(
    pipeline: Pipeline, articles: Sequence[Article], sentences: Mapping[str, list[Json]]
) -> Iterator[tuple[str, Json, dict[str, list[Span]]]]:
    """Each item of some sentences with the places that each way of reading gives it."""
    verbs = {one.name: [_span(item["verb"]) for item in sentences[one.text]] for one in articles}
    plain = pipeline.annotator.annotate_all(articles)
    untyped = {name: [Given(verb) for verb in found] for name, found in verbs.items()}
    opened = pipeline.annotator.with_given(untyped).annotate_all(articles)
    typed = {one.article.name: [Given(v, event_of(one, v)) for v in verbs[one.article.name]] for one in plain}
    read = [one for one in pipeline.with_given(typed).read(articles) if isinstance(one, Reading)]
    for before, seen, reading in zip(plain, opened, read, strict=True):
        text = reading.article.text
        for item in sentences[text]:
            verb = _span(item["verb"])
            claims = [claim for claim in reading.claims if claim.trigger == verb][:1]
            yield (
                text,
                item,
                {
                    "encoder": pointed_at(seen, verb),
                    "pipeline": [name for claim in claims for name in names_of(reading, claim)],
                    "nearest name": nearest(before, verb),
                },
            )


def _told(text: str, verb: Span, taken: Words, wanted: Words) -> str:
    def said(which: Words) -> str:
        return " ".join(m.group() for m in WORD.finditer(text) if m.start() in which) or "none"

    return f"{verb.of(text)}: {said(taken)} for {said(wanted)} in: {' '.join(text.split())}"


if __name__ == "__main__":
    sys.exit(main())
