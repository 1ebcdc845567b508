"""The documents say what is so: examples run, outputs are real, lists are complete, links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import click
import pytest

from dateline.cli.main import cli
from dateline.export import acled, incident_rows, ucdp
from dateline.export.claim_rows import COLUMNS
from dateline.export.columns import Column
from dateline.export.formats import FORMATS
from dateline.export.hxl import TAGS
from dateline.model.codebook import AUX, EVENTS, HEDGES, MEASURES, PLACE_ROLES, PRECISIONS
from dateline.model.schema import reading_schema
from dateline.store.tables import metadata
from dateline.store.tables_derived import DERIVED
from dateline.store.tables_feeds import FEED_TABLES
from tests.grouped import group

pytest.importorskip("pty", reason="the examples are run on a pseudo-terminal")

from docs.console import ROOT, Block, Command, Result, Session, blocks, commands, mismatch, table
from docs.make_cli_reference import TARGET, reference
from docs.refresh import RECORD, TUTORIAL, documents, shortened
from tests.factories import claim, stored

STALE = "run: python -m docs.refresh"
CONTRACT = ROOT / "docs" / "contract.md"
EXPORTS = ROOT / "docs" / "exports.md"
PAGES = [*documents(), ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md"]


@cache
def sections(path: Path) -> dict[str, str]:
    """The parts of a document by their headings of the second level."""
    parts = re.split(r"^## (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def fields(section: str) -> set[str]:
    """What the first column of the section's table names."""
    rows = re.findall(r"^\| (.+?) \|", section, flags=re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


class Played:
    """A document whose examples are run, each once and in order, as far as a test asks for."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.session = Session.start(folder)
        self._blocks = iter(blocks(path.read_text(encoding="utf-8")))
        self._results: dict[tuple[int, int], Result] = {}

    def result(self, block: Block, number: int) -> Result:
        """What command `number` of `block` gave."""
        while (block.line, number) not in self._results:
            self._play(next(self._blocks))
        return self._results[block.line, number]

    def to_the_end(self) -> None:
        """Runs what has not been run."""
        for block in self._blocks:
            self._play(block)

    def _play(self, block: Block) -> None:
        self.session.save(block)
        if block.language == "console":
            for number, command in enumerate(commands(block)):
                if command.is_run:
                    self._results[block.line, number] = self.session.run(command)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Played]:
    """Every document with its session, made when it is first asked for."""

    class Sessions(dict[Path, Played]):
        def __missing__(self, path: Path) -> Played:
            self[path] = Played(path, tmp_path_factory.mktemp(path.stem))
            return self[path]

    return Sessions()


def examples() -> Iterator[tuple[Path, Block, int, Command]]:
    for path in documents():
        for block in blocks(path.read_text(encoding="utf-8")):
            if block.language == "console":
                for number, command in enumerate(commands(block)):
                    if command.is_run:
                        yield path, block, number, command


def name_of(value: object) -> str:
    if isinstance(value, Path):
        return value.stem
    if isinstance(value, Block):
        return str(value.line + 1)
    return value.typed if isinstance(value, Command) else str(value)


@pytest.mark.parametrize(("path", "block", "number", "command"), [*examples()], ids=name_of)
def test_a_command_gives_the_exit_code_and_the_output_that_the_document_shows(
    path: Path, block: Block, number: int, command: Command, played: dict[Path, Played]
) -> None:
    real = played[path].result(block, number)
    shown = "\n".join(real.lines)
    assert real.code == command.code, f"{STALE}\n{shown}"
    assert mismatch(command.output, real.lines) is None, f"{STALE}\nreally:\n{shown}"


def queries() -> Iterator[tuple[str, tuple[str, ...]]]:
    for path in documents():
        found = blocks(path.read_text(encoding="utf-8"))
        for block, after in pairwise(found):
            if block.language == "sql":
                yield "\n".join(block.lines), after.lines if after.language == "text" else ()


@pytest.mark.parametrize(("query", "rows"), [*queries()], ids=["tolls", "types", "measures"])
def test_a_query_gives_the_rows_that_the_document_shows(
    query: str, rows: tuple[str, ...], played: dict[Path, Played]
) -> None:
    played[TUTORIAL].to_the_end()
    real = table(played[TUTORIAL].session.folder / RECORD, query)
    assert len(real) > 1
    assert mismatch(rows, real) is None, f"{STALE}\nreally:\n" + "\n".join(real)


def test_the_reference_of_commands_is_what_they_say_themselves() -> None:
    assert TARGET.read_text(encoding="utf-8") == reference(), "run: python docs/make_cli_reference.py"


def test_every_command_is_in_the_reference() -> None:
    documented = [title.removeprefix("dateline ") for title in sections(TARGET) if title.startswith("dateline ")]
    assert documented == cli.list_commands(click.Context(cli))


def test_the_json_of_an_article_is_documented_field_by_field() -> None:
    schema = reading_schema()
    page = sections(CONTRACT)
    assert fields(page["Article"]) == set(schema["properties"])
    for name in ("claim", "actor", "place", "time", "figure", "dropped", "issue", "annotations"):
        assert fields(page[name.capitalize()]) == set(schema["$defs"][name]["properties"]), name


def test_every_value_of_a_closed_list_is_documented() -> None:
    page = CONTRACT.read_text(encoding="utf-8")
    for value in (*EVENTS, *AUX, *HEDGES, *MEASURES, *PLACE_ROLES, *PRECISIONS):
        assert re.search(rf"\b{value}\b", page), value


def test_the_json_of_an_incident_is_documented_field_by_field() -> None:
    one = claim(place="Qarrah", day="2021-03-02", killed=14)
    (made,) = group([*stored(one, name="a"), *stored(one, name="b")])
    incident = made.to_json()
    section = sections(CONTRACT)["An incident as JSON"]
    assert fields(section) == set(incident)
    figure, field, link = incident["figures"][0], incident["fields"][0], incident["merged_by"][0]
    parts = (figure, figure["told"][0], figure["positions"][0], field, field["values"][0], incident["history"][0])
    for name in {*link, *link["signs"][0], *incident["sources"][0]}.union(*parts):
        assert f"`{name}`" in section, name


def test_the_columns_of_the_csv_are_documented() -> None:
    of_measures = {f"{measure}_{edge}" for measure in MEASURES for edge in ("low", "high")}
    documented = fields(sections(CONTRACT)["The CSV of the claims"])
    assert documented - of_measures == {column.name for column in COLUMNS} - of_measures


@pytest.mark.parametrize(
    ("title", "columns"),
    [
        ("Columns of the claims", COLUMNS),
        ("Columns of the incidents", incident_rows.COLUMNS),
        ("UCDP-GED-shaped", ucdp.COLUMNS),
        ("ACLED-shaped", acled.COLUMNS),
    ],
    ids=["claims", "incidents", "ucdp", "acled"],
)
def test_the_columns_of_an_export_are_documented_in_the_words_of_its_sheet(
    title: str, columns: tuple[Column, ...]
) -> None:
    """Of the measures only killed has rows: the others' are like it."""
    like_killed = tuple(f"{measure}_" for measure in MEASURES if measure != "killed")
    wanted = [f"| `{one.name}` | {one.meaning} |" for one in columns if not one.name.startswith(like_killed)]
    section = sections(EXPORTS)[title]
    assert [row for row in section.splitlines() if row in wanted] == wanted
    assert fields(section) == {one.name for one in columns if f"| `{one.name}` | {one.meaning} |" in wanted}


def test_every_format_and_hashtag_is_documented() -> None:
    page = sections(EXPORTS)
    assert fields(page["Which format"]) == set(FORMATS)
    documented = set(re.findall(r"^\| `(\S+)` \| `(\S+)` \|$", page["HXL hashtags"], flags=re.MULTILINE))
    assert documented == {(tag, name) for name, tag in TAGS.items()}


def test_every_table_and_column_of_the_record_is_documented() -> None:
    page = sections(ROOT / "docs" / "record.md")
    assert {table_.name for table_ in FEED_TABLES} <= set(metadata.tables)
    assert {title for title in page if " " not in title} == set(metadata.tables)
    assert {table_.name for table_ in DERIVED} < set(metadata.tables)
    for name, table_ in metadata.tables.items():
        assert fields(page[name]) == set(table_.columns.keys()), name


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        prose = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\[[^\]]*\]\(([^)\s]+)\)", prose):
            if not re.match(r"[a-z]+:", target):
                yield page, target


@pytest.mark.parametrize(("page", "target"), [*links()], ids=name_of)
def test_a_link_leads_to_a_file_and_to_a_heading_in_it(page: Path, target: str) -> None:
    name, _, anchor = target.partition("#")
    goal = page.parent / name if name else page
    assert goal.exists(), target
    if anchor:
        headings = re.findall(r"^#+ (.+)$", goal.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert anchor in {slug(heading) for heading in headings}


def slug(heading: str) -> str:
    """A heading's anchor, as hosts of Markdown make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize(
    ("documented", "real", "wrong"),
    [
        ("a b c", "a b c", None),
        ("a b", "a b c", "c"),
        ("a …", "a b c", None),
        ("… c", "a b c", None),
        ("a … c … e", "a b c d e", None),
        ("a … d c … e", "a b c d e", "d c"),
        ("…", "", None),
        ("<id> b", "0123abcd b", None),
        ("<id> b", "none b", "<id> b"),
    ],
)
def test_documented_lines_must_stand_in_order_and_unbroken_but_for_gaps(
    documented: str, real: str, wrong: str | None
) -> None:
    said = mismatch(tuple(documented.split()), tuple(real.split()))
    assert said == (wrong and wrong.replace(" ", "\n"))


@pytest.mark.parametrize(
    ("old", "real", "new"),
    [
        ("a", "x y z", "x y z"),
        ("a …", "x y z", "x …"),
        ("a … b", "x y z", "x … z"),
        ("… a", "x y z", "… z"),
        ("a … c … e", "x y c z e", "x … c … e"),
        ("a b …", "x y", "x y"),
        ("a <id>", "x 0123abcd", "x <id>"),
        ("a <id>", "x none", "x none"),
        ("<id> …", "0123abcd y", "<id> …"),
    ],
)
def test_a_refreshed_output_is_shortened_like_the_old_one(old: str, real: str, new: str) -> None:
    assert shortened(tuple(old.split()), tuple(real.split())) == tuple(new.split())
