"""The project's own figures: `make bench`. Each module adds rows; keep their names, so that commits compare.

A row is CPU milliseconds (user and system) of this process, the middle of several runs, so that a busy machine
changes it little. Nothing here is a test: speed that depends on the machine proves nothing about the code.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from statistics import median
from typing import Any


def cpu_ms(call: Callable[[], Any], *, times: int = 50, rounds: int = 5) -> float:
    """CPU milliseconds of one call: the middle of ``rounds`` rounds of ``times`` calls, after one to warm up."""
    call()
    found = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(times):
            call()
        found.append((time.process_time() - start) * 1000 / times)
    return median(found)


def get(application: Any, path: str, **headers: str) -> tuple[str, bytes, dict[str, str]]:
    """Ask the WSGI application for an address as a server would. Returns status, body and headers."""
    path, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "HTTP_HOST": "testserver",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
    } | {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    answer: dict[str, Any] = {}

    def start(status: str, found: list[tuple[str, str]]) -> None:
        answer.update(status=status, headers=dict(found))

    response = application(environ, start)
    body = b"".join(response)
    getattr(response, "close", bool)()
    return answer["status"], body, answer["headers"]
