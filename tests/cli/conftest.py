"""A fake pipeline: each input's text gives the claims of the shared dispatch, so that the commands are tested alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dateline.cli import main, reading
from dateline.model.article import Article
from dateline.model.grounded import Actor
from dateline.model.issue import Issue
from dateline.model.reading import Reading
from dateline.settings import Settings
from tests.factories import DISPATCH, claim


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of the command line came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]

CLAIMS = (
    claim(
        mode="heavy-weapons",
        whom=[Actor("14 people", "SYR", "CVL")],
        place="Qarrah",
        day="2021-03-02",
        sources=["The local council", "Meridian Press"],
        killed=14,
        injured=30,
    ),
    claim(
        "REJECT",
        trigger="denied",
        evidence=DISPATCH.rsplit(". ", maxsplit=1)[-1],
        who=[Actor("The Fourth Army", "SYR", "MIL")],
        sources=["The Fourth Army"],
        hedge="alleged",
    ),
    claim(
        "MOVE",
        mode="flee",
        trigger="fled",
        evidence=DISPATCH.rsplit(". ", maxsplit=1)[-1],
        whom=["about 200 families"],
        place="Deir Sahl",
        role="to",
        aux="historical",
        displaced=(180, 220),
    ),
)


def _articles(inputs: Sequence[str], *, settings: Settings, published: date | None = None) -> Iterator[Article | Issue]:
    for name in inputs:
        path = Path(name)
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if not file.is_file():
                yield Issue("read", "there is no such file", where=str(file), remedy="Check the name.", fatal=True)
            else:
                text = file.read_text(encoding="utf-8")[: settings.max_chars]
                yield Article(file.stem, text, published=published, title="Shells on Qarrah", publisher="The Post")


def _claims(items: Iterable[Article | Issue], *, settings: Settings) -> Iterator[Reading | Issue]:
    for item in items:
        if isinstance(item, Issue):
            yield item
        else:
            doubt = Issue("ground", f"no date (limit {settings.max_chars})", where=item.name)
            yield Reading(item, CLAIMS if item.text == DISPATCH else (), (doubt,))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs the command line in an empty folder, with the fake pipeline and a record of its own."""
    monkeypatch.setattr(reading, "read_articles", _articles)
    monkeypatch.setattr(reading, "read_claims", _claims)
    monkeypatch.setenv("DATELINE_DB", str(tmp_path / "record.db"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)

    def _run(*args: str) -> Outcome:
        code = main.run(args)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return _run


@pytest.fixture
def dispatch(tmp_path: Path) -> str:
    """A file that holds the shared dispatch."""
    path = tmp_path / "qarrah.txt"
    path.write_text(DISPATCH, encoding="utf-8")
    return str(path)
