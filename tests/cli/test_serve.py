"""`dateline serve`: what is printed, what is refused, and that it answers and stops."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli.main import cli
from dateline.cli.serve import address
from dateline.errors import UsageError
from dateline.serve.running import listen
from dateline.serve.security import Rules

ADDRESSES = [
    ("127.0.0.1", "http://localhost:8765/"),
    ("0.0.0.0", "http://localhost:8765/"),  # noqa: S104 (listens nowhere)
    ("192.168.0.7", "http://192.168.0.7:8765/"),
    ("::1", "http://[::1]:8765/"),
]


@pytest.mark.parametrize(("host", "wanted"), ADDRESSES)
def test_the_address_is_one_to_type(host: str, wanted: str) -> None:
    assert address(host, 8765) == wanted


def test_a_port_that_is_taken_is_told() -> None:
    with listen("127.0.0.1", 0) as first, pytest.raises(UsageError, match="nothing can listen there") as caught:
        listen("127.0.0.1", first.getsockname()[1])
    assert "--port" in caught.value.remedy


def test_an_address_that_is_not_ours_is_told() -> None:
    with pytest.raises(UsageError, match="nothing can listen there"):
        listen("no-such-host.invalid", 0)


def _started(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[str, str, list[Rules]]:
    """What the command prints, and the rules that it would serve with; nothing is served."""
    seen: list[Rules] = []
    monkeypatch.setattr("dateline.serve.running.serve", lambda _settings, rules, _socket: seen.append(rules))
    done = CliRunner().invoke(cli, ["serve", "--port", "0", *arguments], catch_exceptions=False)
    return done.stdout, done.stderr, seen


def test_on_loopback_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err, (rules,) = _started(monkeypatch)
    assert re.search(r"at http://localhost:\d+/", out)
    assert (err, rules.token, rules.read_only) == ("", None, False)


def test_on_a_network_a_token_is_made_and_the_danger_told(monkeypatch: pytest.MonkeyPatch) -> None:
    _, err, (rules,) = _started(monkeypatch, "--host", "0.0.0.0")  # noqa: S104 (nothing is served)
    assert "Others can reach it" in err
    assert rules.token
    assert rules.token in err


def test_a_token_of_ones_own_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err, (rules,) = _started(monkeypatch, "--token", "a token that is long enough")
    assert rules.token == "a token that is long enough"  # noqa: S105 (of a test)
    assert rules.token not in out + err


def test_only_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    _, err, (rules,) = _started(monkeypatch, "--read-only", "--host", "0.0.0.0", "--name", "desk.example")  # noqa: S104
    assert (rules.read_only, rules.token) == (True, None)
    assert "desk.example" in rules.hosts
    assert "token" not in err


def test_it_answers_and_stops(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dateline", "serve", "--port", "0", "--db", str(tmp_path / "r.db")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as it:
        try:
            assert it.stdout
            found = re.search(r"at http://localhost:(\d+)/", it.stdout.readline())
            assert found
            where = f"http://127.0.0.1:{found[1]}/api/v1/record"
            with closing(urllib.request.urlopen(where, timeout=20)) as answer:
                assert answer.read() == b'{"articles":0,"claims":0,"issues":0,"incidents":0}'
                assert "Server" not in answer.headers
            it.send_signal(signal.SIGINT)
            assert it.wait(timeout=20) in (0, 130)
        finally:
            it.kill()
