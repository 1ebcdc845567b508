"""The hand-coded articles, annotated, each read by an encoder that was not trained on it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from data import bare, built

from dateline.annotate.encoder import Encoder
from dateline.annotate.model_files import Model
from dateline.cli.reading import read_articles
from dateline.model.annotation import Annotated
from dateline.model.article import Article
from dateline.model.given import GivenByArticle
from dateline.pipeline import Pipeline
from dateline.settings import Settings


def annotated_gold(gold: Path, part: str, cache: Path) -> dict[str, Annotated]:
    """The annotated articles of a part, without signals; kept in `cache`."""
    kept = cache / f"annotated-{part}.pickle"
    if not kept.exists():
        given = cache / f"{part}-only.jsonl"
        given.write_text("".join(json.dumps(text) + "\n" for text in bare(built(gold, part))), encoding="utf-8")
        settings = Settings()
        articles = [one for one in read_articles((str(given),), settings=settings) if isinstance(one, Article)]
        kept.write_bytes(pickle.dumps(Pipeline.load(settings, learned=False).annotator.annotate_all(articles)))
    return {one.article.name: one for one in pickle.loads(kept.read_bytes())}


def with_signals(
    articles: Iterable[Annotated], model: Path, *, events: GivenByArticle | None = None
) -> list[Annotated]:
    """The articles with what the model of a folder says of them, and of `events` that are given."""
    given = list(articles)
    told = [(events or {}).get(one.article.name, ()) for one in given]
    signals = Encoder(Model.open(model)).signals([one.sentences for one in given], given=told)
    return [replace(one, signals=said) for one, said in zip(given, signals, strict=True)]


def kept_out(
    models: Iterable[str], articles: Mapping[str, Annotated], *, events: GivenByArticle | None = None
) -> Iterator[Annotated]:
    """The articles of each fold, read by the model that was trained without them; `models` are FOLDER:N/M."""
    for given in models:
        folder, fold = given.rsplit(":", 1)
        number, count = map(int, fold.split("/"))
        names = [name for at, name in enumerate(sorted(articles)) if at % count == number]
        yield from with_signals((articles[name] for name in names), Path(folder), events=events)
