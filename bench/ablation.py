"""What each part of the extractor brings: scores of hand-coded articles with parts left out.

python bench/ablation.py GOLD.jsonl

GOLD.jsonl is in the contract's form, with claims. The articles are annotated once, then read by the rules alone, by the
encoder alone (its most probable labels, no rule at work but the grounding), by both, and by both without one head.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from dateline.bench.score import Score, score
from dateline.cli.bench_files import load_gold
from dateline.extract import fusion
from dateline.extract.combined import CombinedExtractor
from dateline.extract.locations import place_of
from dateline.extract.rules import RuleExtractor
from dateline.extract.scene import Scene
from dateline.ground.grounder import Grounder
from dateline.model.annotation import Annotated
from dateline.model.article import Article
from dateline.model.claim import ActorRef, Claim, TimeRef
from dateline.model.reading import Reading
from dateline.model.signal import Arc, Signal
from dateline.pipeline import Pipeline
from dateline.read.inputs import read_inputs
from dateline.settings import Settings

SURE: Final = 0.5  # from this probability on the encoder alone tells an event
POINTED: Final = 0.4  # likewise an argument
COLUMNS: Final = ("claims", "actors", "recipients", "sources", "places", "time", "figures")
PARTS_OF: Final = {
    "actors and recipients": frozenset({"actor", "recipient"}),
    "places": frozenset({"place"}),
    "times": frozenset({"time"}),
    "sources": frozenset({"source", "relay"}),
}
Reader = Callable[[Annotated], tuple[Claim, ...]]


def main() -> None:
    """Prints a line for each variant."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("gold", type=Path)
    path = asked.parse_args().gold
    if not path.exists():
        asked.error(f"there is no {path}")
    gold = load_gold(path)
    settings = Settings()
    pipeline = Pipeline.load(settings)
    articles = [one for one in read_inputs([str(path)], settings=settings) if isinstance(one, Article)]
    annotated = pipeline.annotator.annotate_all(articles)
    print("| read by | " + " | ".join((*COLUMNS, "mode", "aux", "hedge", "overall")) + " |")
    for name, reader in variants():
        print(line(name, score(gold, [_reading(pipeline.grounder, one, reader(one)) for one in annotated])), flush=True)


def variants() -> Iterator[tuple[str, Reader]]:
    """Names of variants, and how each makes claims of an annotated article."""
    yield "rules alone", RuleExtractor().extract
    yield "encoder alone", encoder_alone
    yield "both", CombinedExtractor().extract
    for name, parts in PARTS_OF.items():
        yield f"both, {name} by rules alone", _by_rules(parts)
    yield "both, encoder without modes", _both(lambda signal: replace(signal, mode=None))
    yield "both, encoder without status", _both(lambda signal: replace(signal, aux=None, hedge=None))


def _both(change: Callable[[Signal], Signal]) -> Reader:
    """Rules and encoder, with each signal changed."""
    extractor = CombinedExtractor()
    return lambda one: extractor.extract(replace(one, signals=tuple(change(signal) for signal in one.signals)))


def _by_rules(parts: frozenset[str]) -> Reader:
    """Rules and encoder, with the arguments of some parts as the rules have them."""
    known = fusion.judges()
    rules = fusion.Judge({"bias": -1.0, "rule": 2.0}, 0.5)
    changed = {part: rules if part in parts else judge for part, judge in known.items()}

    def read(annotated: Annotated) -> tuple[Claim, ...]:
        with patch.object(fusion, "judges", lambda: changed):
            return CombinedExtractor().extract(annotated)

    return read


def encoder_alone(annotated: Annotated) -> tuple[Claim, ...]:
    """The claims that the encoder's own labels make."""
    scene = Scene(annotated)
    return tuple(_claim(scene, signal) for signal in annotated.signals if signal.probability >= SURE)


def _claim(scene: Scene, signal: Signal) -> Claim:
    arcs = [arc for arc in signal.arcs if arc.probability >= POINTED]
    sentence = scene.trees[scene.sentence_of(signal.span)].sentence
    times = [t.span for arc in arcs if arc.role == "time" for t in scene.annotated.times if t.span.overlaps(arc.span)]
    return Claim(
        signal.event,
        signal.span,
        sentence.span,
        signal.mode,
        signal.aux,
        signal.hedge,
        _named(arcs, "actor"),
        _named(arcs, "recipient"),
        tuple(place_of(scene, arc.span, arc.role) for arc in arcs if arc.role in {"at", "from", "to"}),
        TimeRef(times[0]) if times else None,
        (),
        (*_named(arcs, "source"), *_named(arcs, "relay")),
        "encoder alone",
        signal.probability,
    )


def _named(arcs: list[Arc], role: str) -> tuple[ActorRef, ...]:
    return tuple(ActorRef(arc.span) for arc in sorted(arcs, key=lambda arc: arc.span) if arc.role == role)


def _reading(grounder: Grounder, annotated: Annotated, claims: tuple[Claim, ...]) -> dict[str, Any]:
    grounded = grounder.ground(annotated, claims)
    return Reading(annotated.article, grounded.claims).to_json()


def line(name: str, result: Score) -> str:
    """One row of the table."""
    cells = [f"{result.parts[column].f1:.3f}" for column in COLUMNS]
    cells += ["–" if label.accuracy is None else f"{label.accuracy:.3f}" for label in result.labels.values()]
    return f"| {name} | " + " | ".join((*cells, f"{result.overall:.3f}")) + " |"


if __name__ == "__main__":
    main()
