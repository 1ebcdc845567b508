"""Listening and answering, until somebody stops it."""

from __future__ import annotations

import socket
from contextlib import closing

from dateline.errors import UsageError
from dateline.serve.security import Rules
from dateline.settings import Settings

_WAITING = 128  # connections
_GRACE = 3  # seconds that answers under way get when it is stopped


def listen(host: str, port: int) -> closing[socket.socket]:
    """A socket that listens; raises UsageError where the address or port cannot be had."""
    try:
        family, kind, proto, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, kind, proto)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(where)
        made.listen(_WAITING)  # from now on a browser waits for its answer instead of being turned away
    except OSError as error:
        raise UsageError(
            f"nothing can listen there ({error.strerror or error})",
            where=f"{host}:{port}",
            remedy="Another program may be on this port: choose another with --port, or 0 for a free one.",
        ) from error
    return closing(made)


def serve(settings: Settings, rules: Rules, listening: socket.socket) -> None:
    """Answers on the socket until it is stopped."""
    import uvicorn  # noqa: PLC0415 (start-up time)

    from dateline.serve.app import create_app  # noqa: PLC0415 (as above)

    app = create_app(settings, rules)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=_GRACE
    )
    uvicorn.Server(config).run(sockets=[listening])
