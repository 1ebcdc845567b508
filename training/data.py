"""The texts that the network is trained on, with their licences, annotated and turned into examples."""

from __future__ import annotations

import csv
import hashlib
import json
import pickle
import subprocess
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from own import own_articles

from dateline.annotate.pieces import Pieces
from dateline.annotate.wordpiece import WordPiece
from dateline.cli.reading import read_articles
from dateline.extract.rules import RuleExtractor
from dateline.model.annotation import Annotated, Sentence
from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.signal import ROLES
from dateline.model.span import Span
from dateline.pipeline import Pipeline
from dateline.settings import Settings
from examples import Event, Example, example

Json = dict[str, Any]
BARRED = "measuring only"  # what sources.tsv says of texts whose licence allows no weights made from them
TOGETHER = 200  # short texts that are annotated at a time


@dataclass(frozen=True, slots=True)
class Gold:
    """An article coded by hand: its example, and whether weights made from it may be given away."""

    example: Example
    free: bool


def built(gold: Path, part: str) -> dict[str, Json]:
    """The hand-coded articles of a part by id, in the contract's form."""
    made = subprocess.run([sys.executable, gold / "build.py", gold / part], capture_output=True, check=True, text=True)
    return {one["id"]: one for one in map(json.loads, made.stdout.splitlines())}


def bare(articles: Mapping[str, Json]) -> list[Json]:
    """The articles without their claims, as they are given to be read."""
    return [{key: value for key, value in one.items() if key != "claims"} for one in articles.values()]


def load_gold(gold: Path, part: str, base: Path, cache: Path) -> list[Gold]:
    """The articles of `gold`/`part` (a folder with `build.py`, `sources.tsv` and the parts)."""
    articles = built(gold, part)
    with (gold / "sources.tsv").open(encoding="utf-8") as file:
        free = {row["id"]: BARRED not in row["licence"] for row in csv.DictReader(file, delimiter="\t")}
    made = _coded(part, articles, base, cache)
    return [Gold(one, free[one.name]) for one in made]


def load_own(paths: Iterable[Path], base: Path, cache: Path) -> list[Example]:
    """The articles written and coded for training (see own.py)."""
    articles = {one["id"]: one for one in own_articles(paths)}
    told = hashlib.sha256(json.dumps(list(articles.values())).encode()).hexdigest()[:12]
    return _coded(f"own-{told}", articles, base, cache)


def _coded(name: str, articles: dict[str, Json], base: Path, cache: Path) -> list[Example]:
    pieces = _pieces(base)
    return [
        example(at, sentences, articles[at]["claims"], pieces, dated=bool(articles[at].get("published")))
        for at, sentences, _ in _annotated(name, bare(articles), cache)
    ]


def load_silver(events: Path, base: Path, cache: Path) -> list[Example]:
    """Sentences of `places-event` with what the rules find in them."""
    pieces = _pieces(base)
    texts = [{"id": f"event-{at}", "text": text} for at, text in enumerate(_sentences(events))]
    return [example(name, sentences, claims, pieces) for name, sentences, claims in _annotated("silver", texts, cache)]


def load_places(events: Path, silver: Iterable[Example], cache: Path) -> list[Example]:
    """The same sentences with the verbs and places that were marked by hand in them, and nothing else."""
    at = ROLES.index("at")
    only = frozenset({at})
    out: list[Example] = []
    known = {one.name: one for one in silver}
    annotated = {name: sentences for name, sentences, _ in _annotated("silver", [], cache)}
    for number, items in enumerate(_sentences(events).values()):
        name = f"event-{number}"
        if name not in known:
            continue  # not read: no English, say
        words = _Positions(annotated[name])
        found = tuple(
            Event(*words.of(item["verb"]), 0, tuple((at, *words.of(place)) for place in item["places"]), only)
            for item in items
        )
        out.append(replace(known[name], labels={}, events=tuple(event for event in found if event.begin < event.end)))
    return [one for one in out if one.events]


class _Positions:
    def __init__(self, sentences: tuple[Sentence, ...]) -> None:
        self._tokens = [token for sentence in sentences for token in sentence.tokens]

    def of(self, span: list[int]) -> tuple[int, int]:
        inside = [n for n, token in enumerate(self._tokens) if token.start < span[1] and token.end > span[0]]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _sentences(events: Path) -> dict[str, list[Json]]:
    """The marked sentences with their items; those that `bench/referee_event_places.py` measures on are left out."""
    out: dict[str, list[Json]] = {}
    with events.open(encoding="utf-8") as file:
        for item in map(json.loads, file):
            if not kept_back(item["text"]):
                out.setdefault(item["text"], []).append(item)
    return out


def kept_back(text: str) -> bool:
    """Whether a marked sentence is kept for measuring: every fifth by its checksum, whatever its order."""
    return zlib.crc32(text.encode()) % 5 == 0


def _pieces(base: Path) -> Pieces:
    return Pieces(WordPiece.read(base / "vocab.txt"))


def _annotated(name: str, texts: list[Json], cache: Path) -> list[tuple[str, tuple[Sentence, ...], list[Json]]]:
    """Each text's name, sentences and rule claims; kept in `cache`, since annotating takes minutes."""
    kept = cache / f"{name}.pickle"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        given = cache / f"{name}.jsonl"
        given.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
        kept.write_bytes(pickle.dumps(list(_annotate(given))))
    found: list[tuple[str, tuple[Sentence, ...], list[Json]]] = pickle.loads(kept.read_bytes())
    return found


def _annotate(path: Path) -> Iterator[tuple[str, tuple[Sentence, ...], list[Json]]]:
    settings = Settings()
    annotator, rules = Pipeline.load(settings, learned=False).annotator, RuleExtractor()
    articles = [one for one in read_articles((str(path),), settings=settings) if isinstance(one, Article)]
    for begin in range(0, len(articles), TOGETHER):
        for one in annotator.annotate_all(articles[begin : begin + TOGETHER]):
            yield one.article.name, one.sentences, _claims(one, rules)


def _claims(annotated: Annotated, rules: RuleExtractor) -> list[Json]:
    return [_claim(claim) for claim in rules.extract(annotated)]


def _claim(claim: Claim) -> Json:
    def ends(span: Span) -> Json:
        return {"start": span.start, "end": span.end}

    return {
        "event": claim.event,
        "mode": claim.mode,
        "aux": claim.aux,
        "hedge": claim.hedge,
        "trigger": ends(claim.trigger),
        "actors": [ends(one.span) for one in claim.actors],
        "recipients": [ends(one.span) for one in claim.recipients],
        "places": [ends(one.span) | {"role": one.role} for one in claim.places],
        "time": ends(claim.time.span) if claim.time else None,
        "sources": [ends(one.span) for one in claim.sources],
    }
