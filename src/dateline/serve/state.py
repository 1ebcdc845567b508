"""What every page works with: the open record, the templates, and what a template gets to know."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse

from dateline.errors import BusyError, InstallError
from dateline.serve import security
from dateline.serve.filters import Asked
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.store.record import Record

HERE: Final = Path(__file__).parent
STATIC: Final = HERE / "static"
_WAIT: Final = 3.0  # seconds that a page waits for another process that is writing
_PAUSE: Final = 10.0  # and for how long it does not try again after that


@dataclass(slots=True)
class State:
    """What the application holds while it runs; `app.state.dateline`."""

    settings: Settings
    rules: security.Rules
    _record: Record | None = None
    _opening: Lock = field(default_factory=Lock)
    _updating: Lock = field(default_factory=Lock)
    _busy_until: float = 0.0  # by the monotonic clock

    def open(self) -> Record:
        """The record, opened once; made where it is not there yet, unless it is only shown."""
        with self._opening:
            if self._record is None:
                from dateline.store.record import Record  # noqa: PLC0415 (SQLAlchemy: start-up time)

                self._record = Record.open(self.settings.database_url(), create=not self.rules.read_only, wait=_WAIT)
            return self._record

    def current(self) -> Record:
        """The record with all its articles in incidents, unless it is only shown or another process is writing."""
        from dateline.incorporate.update import update  # noqa: PLC0415 (as above)

        record = self.open()
        if self.rules.read_only or monotonic() < self._busy_until or not self._updating.acquire(blocking=False):
            return record
        try:
            update(record)
        except BusyError:  # what is there can be read all the same
            self._busy_until = monotonic() + _PAUSE
        finally:
            self._updating.release()
        return record

    def close(self) -> None:
        """Gives the record back."""
        with self._opening:
            if self._record is not None:
                self._record.close()
                self._record = None


def state_of(request: Request) -> State:
    """The application's state."""
    found: State = request.app.state.dateline
    return found


def record(request: Request) -> Record:
    """The record, brought up to date, as a dependency: ``record: Record = Depends(state.record)``."""
    return state_of(request).current()


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:  # noqa: ANN401
    """A template as a page.

    Beside `context` it gets `request`, `asked` (nothing asked for, unless given), `csrf` (the token for forms),
    `read_only`, `locked` (writing needs the token first), `htmx` (only a part of the page is wanted).
    """
    rules = state_of(request).rules
    nonce, token = security.form_token(request, rules)
    told = {
        "request": request,
        "asked": Asked(),
        "csrf": token,
        "read_only": rules.read_only,
        "locked": not rules.read_only and not security.may_write(request, rules),
        "htmx": request.headers.get("HX-Request") == "true",
    }
    out = HTMLResponse(templates().get_template(template).render(told | context), status)
    security.keep_nonce(request, out, nonce)
    return out


def link(asked: Asked, path: str = "/", **changes: Any) -> str:  # noqa: ANN401 (fields of any type)
    """The address of a view: what is asked for, with changes; from the first page unless `page` is given."""
    query = (asked.with_(**changes) if changes else asked).to_query()
    return f"{path}?{query}" if query else path


@lru_cache
def templates() -> jinja2.Environment:
    """The templates: everything is escaped, and a name that is not there is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(link=link, static=static)
    return made


def static(name: str) -> str:
    """The address of a file under /static, with a part of its hash: a new file has a new address."""
    try:
        return f"/static/{name}?v={_digest(name, (STATIC / name).stat().st_mtime_ns)}"
    except FileNotFoundError as error:
        raise InstallError(
            "a file of the page is missing",
            where=f"static/{name}",
            remedy="Install Dateline again; in a checkout run: python build_assets.py",
        ) from error


@lru_cache(maxsize=256)
def _digest(name: str, _changed: int) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
