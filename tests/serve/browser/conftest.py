"""The demo record in a real browser. What a page asks of any other machine, and any error it meets, fails the test.

Skipped where there is no chromium (DATELINE_CHROMIUM names another than the one on the path) or no playwright.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Route

Visit = Callable[..., "Page"]
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE = 20  # seconds that a server may take to start


@pytest.fixture(scope="session")
def demo_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that `dateline demo --db` makes. Not to be written: `served` serves a copy."""
    from dateline.cli.add import add_all  # noqa: PLC0415 (only where a browser is)
    from dateline.cli.demo import LETTER, dispatches, examples  # noqa: PLC0415 (as above)
    from dateline.incorporate.update import update  # noqa: PLC0415 (as above)
    from dateline.store.record import Record  # noqa: PLC0415 (as above)

    path = tmp_path_factory.mktemp("demo") / "demo.db"
    settings = Settings(db=str(path))
    with Record.open(settings.database_url()) as record:
        add_all(record, dispatches(examples()), settings=settings, published=LETTER)
        update(record)
    return path


def is_error(said: ConsoleMessage) -> bool:
    """Whether the console tells of an error; that a newer request took the place of one under way is none."""
    return said.type == "error" and not said.text.startswith(("htmx:afterRequest", "htmx:sendAbort", "htmx:abort"))


@contextmanager
def serving(settings: Settings, **rules: Any) -> Iterator[str]:  # noqa: ANN401 (those of Rules)
    """The address of a server over a record, for as long as the block runs."""
    import uvicorn  # noqa: PLC0415 (as above)

    from dateline.serve.app import create_app  # noqa: PLC0415 (as above)
    from dateline.serve.running import listen  # noqa: PLC0415 (as above)
    from dateline.serve.security import Rules  # noqa: PLC0415 (as above)

    with listen("127.0.0.1", 0) as socket:
        app = create_app(settings, Rules(**rules))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
        thread.start()
        until = time.monotonic() + _PATIENCE
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        assert server.started
        yield f"http://127.0.0.1:{socket.getsockname()[1]}"
        server.should_exit = True
        thread.join(_PATIENCE)


@pytest.fixture
def served_record(demo_record: Path, tmp_path: Path) -> Path:
    """A copy of the demo record, the test's own."""
    path = tmp_path / "served.db"
    shutil.copy(demo_record, path)
    return path


@pytest.fixture
def served(served_record: Path) -> Iterator[str]:
    """The address of a server over the test's own copy of the demo record."""
    with serving(Settings(db=str(served_record))) as address:
        yield address


@pytest.fixture
def served_empty(tmp_path: Path) -> Iterator[str]:
    """The address of a server over an empty record."""
    with serving(Settings(db=str(tmp_path / "empty.db"))) as address:
        yield address


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Playwright, started for a module: while it runs, nothing else may run an event loop in this thread."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def launch(playwright: Playwright) -> Iterator[Callable[..., Browser]]:
    """Starts chromium, once for each set of flags."""
    found = os.environ.get("DATELINE_CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if found is None:
        pytest.skip("there is no chromium here")
    running: dict[tuple[str, ...], Browser] = {}

    def launched(*flags: str) -> Browser:
        if flags not in running:
            running[flags] = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", *flags])
        return running[flags]

    yield launched
    for browser in running.values():
        browser.close()


@pytest.fixture
def visit(launch: Callable[..., Browser]) -> Iterator[Visit]:
    """Opens an address in a window of its own: ``visit(served + "/review", webgl=False, java_script_enabled=False)``.

    Further options are those of playwright's new_context. At the end the test fails for requests to other machines
    and for errors on the page.
    """
    outside: list[str] = []
    errors: list[str] = []
    contexts = []

    def opened(address: str, *, webgl: bool = True, **options: Any) -> Page:  # noqa: ANN401 (those of playwright)
        own = address[: address.index("/", len("http://"))] if address.count("/") > 2 else address
        context = launch(*(() if webgl else ("--disable-3d-apis",))).new_context(base_url=own, **options)
        contexts.append(context)

        def checked(route: Route) -> None:
            if route.request.url.startswith(f"{own}/"):
                route.continue_()
            else:
                outside.append(route.request.url)
                route.abort()

        context.route("**/*", checked)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if is_error(said) else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert outside == []
    assert errors == []
