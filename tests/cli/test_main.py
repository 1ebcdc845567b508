"""The edge of the program: help that is fast, guesses for typing errors, exit codes, interruptions, broken pipes."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import click
import pytest

from dateline import __version__
from dateline.cli import main
from dateline.cli.lazy import LazyGroup
from dateline.errors import DatelineError, InputError, InstallError, RecordError, UsageError
from tests.cli.conftest import Run

HEAVY = ("spacy", "sqlalchemy", "rich", "trafilatura", "numpy", "dateline.pipeline", "dateline.store.record")


def _python(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *args], capture_output=True, text=True, check=False, env=dict(os.environ))


def test_help_imports_nothing_heavy_and_is_fast() -> None:
    code = f"""
import sys
from dateline.cli.main import run
rc = run(["--help"])
print([name for name in {HEAVY} if name in sys.modules], rc)
"""
    times = []
    for _ in range(2):
        start = time.perf_counter()
        done = _python("-c", code)
        times.append(time.perf_counter() - start)
        assert done.stdout.splitlines()[-1] == "[] 0"
    assert min(times) < 0.4


@pytest.mark.parametrize("name", main._COMMANDS)
def test_every_command_is_there_and_explains_itself(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: dateline {name}")


def test_the_list_of_commands_is_not_cut(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    commands = run("--help").out.partition("Commands:")[2]
    assert commands
    assert "..." not in commands


def test_version(run: Run) -> None:
    assert run("--version").out == f"dateline, version {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "says"),
    [("incident", "Did you mean incidents?"), ("serch", "Did you mean search?"), ("qqq", "There are: read, add,")],
)
def test_a_mistyped_command_is_guessed(run: Run, typed: str, says: str) -> None:
    done = run(typed)
    assert (done.code, says in done.err) == (2, True)


def test_no_input_is_a_usage_error(run: Run) -> None:
    assert run("read").code == 2


def _raising(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail() -> None:
        raise error

    group = LazyGroup(name="dateline")
    command = click.Command("fail", callback=fail)
    monkeypatch.setattr(group, "get_command", lambda _ctx, _name: command)
    monkeypatch.setattr(group, "_modules", {"fail": ""})
    monkeypatch.setattr(main, "cli", group)


@pytest.mark.parametrize("kind", [DatelineError, UsageError, InputError, RecordError, InstallError])
def test_errors_are_said_and_give_their_exit_code(
    run: Run, monkeypatch: pytest.MonkeyPatch, kind: type[DatelineError]
) -> None:
    _raising(monkeypatch, kind("it broke", where="a.txt", remedy="Mend it."))
    done = run("fail")
    assert (done.code, done.out, done.err) == (kind.exit_code, "", "dateline: a.txt: it broke. Mend it.\n")


def test_an_interruption_gives_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _raising(monkeypatch, KeyboardInterrupt())
    done = run("fail")
    assert (done.code, done.err.strip()) == (130, "Interrupted.")


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    code = """
import sys
from dateline.cli import main, terminal
import click
@main.cli.command("flood")
def flood():
    for number in range(200_000):
        terminal.write_json({"number": number})
main.cli._modules["flood"] = "flood"
main.cli.get_command = lambda ctx, name: flood
sys.exit(main.run(["flood"]))
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == '{"number": 0}\n'
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == main.BROKEN_PIPE
