"""A reader as the server sees one: asks the whole application, with what keeps its pages in front."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import override_settings

from ccm_site.page_cache import PageCache
from tests.wsgi import environ_of


@contextmanager
def connection_of_the_test() -> Iterator[None]:
    """The end of a request closes no connection, as with Django's own client: the test's transaction is on it."""
    both = (request_started, request_finished)
    for signal in both:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in both:
            signal.connect(close_old_connections)


@dataclass(frozen=True)
class Answer:
    status_code: int
    headers: dict[str, str]
    content: bytes

    def __getitem__(self, name: str) -> str:
        return self.headers[name.lower()]

    def has_header(self, name: str) -> bool:
        return name.lower() in self.headers


class Reader:
    """Asks one worker: what is kept in it is this reader's own, unless two are given the same."""

    def __init__(self, application: Callable[..., Iterable[bytes]] | None = None) -> None:
        self.worker = PageCache(application or WSGIHandler())

    def get(self, address: str, *, method: str = "GET", secure: bool = False, **headers: str) -> Answer:
        """``headers`` by name, with "_" for "-"."""
        environ = environ_of(address, method=method, secure=secure, **headers)
        said: list[Any] = []

        def start(status: str, found: list[tuple[str, str]], *more: object) -> None:
            said[:] = [int(status[:3]), {name.lower(): value for name, value in found}]

        with override_settings(MONITOR_PAGE_CACHE=True), connection_of_the_test():
            answer = self.worker(environ, start)
            content = b"".join(answer)
            getattr(answer, "close", bool)()
        return Answer(said[0], said[1], content)
