"""The project's own figures: `make bench`. Each module adds rows; keep their names, so that commits compare.

A row is CPU milliseconds (user and system) of this process, the middle of several runs, so that a busy machine
changes it little. Nothing here is a test: speed that depends on the machine proves nothing about the code.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from tests.wsgi import environ_of


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
    environ = environ_of(path, host="testserver", **headers)
    answer: dict[str, Any] = {}

    def start(status: str, found: list[tuple[str, str]]) -> None:
        answer.update(status=status, headers=dict(found))

    response = application(environ, start)
    body = b"".join(response)
    getattr(response, "close", bool)()
    return answer["status"], body, answer["headers"]
