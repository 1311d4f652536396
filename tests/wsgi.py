"""A request as a server hands it to the application. Asks for no settings: the bench sets its own first."""

from __future__ import annotations

import io
from typing import Any


def environ_of(address: str, *, method: str = "GET", secure: bool = False, **headers: str) -> dict[str, Any]:
    """What a server hands to an application. ``headers`` by name, with "_" or "-"."""
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "https" if secure else "http",
    } | {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
