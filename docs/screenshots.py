"""Makes the pictures of docs/serve.md from the demo record: ``python -m docs.screenshots``.

Needs what the browser tests need: playwright, and a chromium on the path or named by DATELINE_CHROMIUM.
"""  # noqa: INP001 (a folder of documents with scripts)

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TARGET: Final = Path(__file__).parent / "img"
LARGEST: Final = 150_000  # bytes of a picture
_DATELINE: Final = (sys.executable, "-m", "dateline")
_DESK: Final = {"viewport": {"width": 1060, "height": 700}}
_PHONE: Final = {"viewport": {"width": 360, "height": 760}, "is_mobile": True, "has_touch": True}
_STRIKES: Final = "/?since=2016-12-07&until=2016-12-07&measure=killed&disagree=1"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: what is visited, whether its first incident is opened, and the window it is seen in."""

    name: str
    path: str
    window: Mapping[str, Any] = field(default_factory=lambda: _DESK)
    opened: bool = False
    map: bool = False


PICTURES: Final = (
    Picture("overview", "/", map=True),
    Picture("overview-dark", "/?since=2016-12-07&until=2016-12-16", {**_DESK, "color_scheme": "dark"}, map=True),
    Picture("overview-phone", "/?disagree=1", _PHONE),
    Picture("incident", _STRIKES, opened=True),
    Picture("article", "/article/saltmarsh-times-strikes", {"viewport": {"width": 1060, "height": 600}}),
)


def main() -> None:
    """Makes every picture; ends with an error where one is too large to be kept with the source."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (so that --help of python -m works without it)

    TARGET.mkdir(exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for picture in PICTURES:
            path = TARGET / f"{picture.name}.png"
            take(browser, picture, address, path)
            size = path.stat().st_size
            sys.stdout.write(f"{path.name}: {size:,} bytes\n")
            if size > LARGEST:
                sys.exit(f"{path} is larger than {LARGEST:,} bytes: choose a smaller window")
        browser.close()


def chromium() -> str:
    """Where chromium is; ends with what to do where there is none."""
    named = os.environ.get("DATELINE_CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return found or sys.exit("there is no chromium: install it, or name one with DATELINE_CHROMIUM")


@contextmanager
def served() -> Iterator[str]:
    """The address at which the demo record is served."""
    with tempfile.TemporaryDirectory(prefix="dateline-pictures-") as folder:
        record = str(Path(folder) / "demo.db")
        subprocess.run([*_DATELINE, "demo", "--db", record], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (ours)
        command = [*_DATELINE, "serve", "--db", record, "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 (as above)
            told = server.stdout.readline() if server.stdout else ""
            found = re.search(r"http://localhost(:\d+)/", told)
            try:
                yield f"http://127.0.0.1{found[1]}" if found else sys.exit(f"dateline serve says: {told}")
            finally:
                server.terminate()


def take(browser: Browser, picture: Picture, address: str, path: Path) -> None:
    """Writes one picture."""
    context = browser.new_context(**picture.window)
    page = context.new_page()
    page.goto(address + picture.path)
    if picture.opened:
        page.locator("li.incident h3 a").first.click()
        page.wait_for_url(re.compile("/incident/"))
    if picture.map:
        _wait_for_map(page)
    page.screenshot(path=path)
    context.close()


def _wait_for_map(page: Page) -> None:
    page.wait_for_selector("html[data-map=idle]", state="attached")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)  # names and the finer coasts are drawn after the first rest


if __name__ == "__main__":
    main()
