"""Answers public requests from what was answered before, until something that readers could see has changed.

Public pages and the API depend on the address alone, so one mechanism serves them all: the word of what a page rests on
(editorial.models.public_word), the day, and the address make the tag. A conditional request costs reading that word; so
does a repeated one. A change is visible at the next request of every worker, because the word is read each time, before
the page is made. Without the cache every page is made anew; nothing else changes.

It stands outside Django: what it keeps carries no cookie and no name, and needs none of the layers inside.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils import timezone

from editorial.build import build
from editorial.models import Subjects, public_word
from editorial.request_at_hand import KEY, RequestNote
from editorial.resting import ANYTHING, resting_of
from editorial.views.parameters import KNOWN_AT, asks_nothing

from .kept_pages import Headers, KeptAnswer, KeptPages
from .replica import ALIAS, Replica, reading_replica
from .request_noted import route_of

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

PRIVATE = ("/admin/", "/healthz", "/readyz", "/metrics", "/static/")
API = "/api/"
TRIES = (0, 0.2, 0.5, 1, 2)
"""Seconds to wait before each time the database is asked: a restart takes as long."""
AWAY = 1.0  # seconds during which a primary that did not answer is not asked, where a copy can be
WAIT_FOR_MAKER = 10.0  # seconds
WAIT_FOR_WORKER = 2.0  # seconds; one that died while it made a page costs nobody more
UNCHANGED = (("Cache-Control", "public, no-cache"), ("Vary", "Accept-Encoding"))

logger = logging.getLogger(__name__)


class Page(NamedTuple):
    """What is asked for, and what the answer rests on."""

    name: str
    subjects: Subjects
    route: str


class PageCache:
    """Wraps the application as a server calls it."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.build = build()
        self.pages = KeptPages(settings.MONITOR_PAGE_CACHE_BYTES)
        self.replica = Replica() if ALIAS in settings.DATABASES else None
        self.primary_again_at = 0.0

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if not settings.MONITOR_PAGE_CACHE or method not in ("GET", "HEAD") or path.startswith(PRIVATE):
            return self.application(environ, start)
        page = self._page(environ, path)
        now = timezone.now()
        if page is None or (word := self._word(now, page.subjects)) is None:
            return self.application(environ, start)
        note: RequestNote = environ.get(KEY) or RequestNote("")
        note.route = page.route
        state = f"{word} {now.date()}"
        kept = self.pages.get(page.name, state)
        if asked := environ.get("HTTP_IF_NONE_MATCH"):
            tag = kept.tag if kept else _tag(page, state)
            if tag in asked:  # there can be several; none is a part of another
                note.kept = "unchanged"
                start("304 Not Modified", [("ETag", tag), *UNCHANGED])
                return []
        if kept is None and method == "GET":
            with self.pages.making(page.name, WAIT_FOR_MAKER) as waited:
                # who waited asks for what was made meanwhile, under the word of its own request
                here = self.pages.get(page.name, state) if waited else None
                kept = here or self.pages.from_others(page.name, state, WAIT_FOR_WORKER)
                if kept is None:
                    # an earlier moment is asked over temporary tables, which a copy refuses
                    is_now = f"{KNOWN_AT}=" not in environ.get("QUERY_STRING", "")
                    from_copy = is_now and self._may_copy(word, now, page.subjects)
                    return self._make(environ, start, page, state, note, from_copy)
                note.kept = "here" if here else "shared"
        if kept is None:
            return self.application(environ, start)
        note.kept = note.kept or "here"
        return _send(kept, environ, start)

    def _word(self, now: datetime, subjects: Subjects) -> str | None:
        """Of the primary; while that is away, of its copy."""
        if self.replica is None:
            return _word(now, subjects)
        if time.monotonic() >= self.primary_again_at:
            if (word := _word(now, subjects, TRIES[:1])) is not None:
                self.replica.promise(subjects, word)
                return word
            self.primary_again_at = time.monotonic() + AWAY
        return self.replica.alone(now, subjects) or _word(now, subjects)

    def _may_copy(self, word: str, now: datetime, subjects: Subjects) -> bool:
        """Whether a page may be made from the copy of the database."""
        return self.replica is not None and self.replica.has(word, now, subjects)

    def _page(self, environ: Environ, path: str) -> Page | None:
        """None for what is never kept: an answer of the API in a form that nobody usually asks for."""
        subjects, reads, route = _at(path)
        query = environ.get("QUERY_STRING", "")
        if query:
            query = _plain(query, reads)
            environ["QUERY_STRING"] = query
        if path.startswith(API) and not _takes_json(environ.get("HTTP_ACCEPT", "")):
            return None
        parts = (
            self.build,
            environ.get("HTTP_HOST") or environ.get("SERVER_NAME", ""),
            _scheme(environ),
            path,
            query,
            "part" if environ.get("HTTP_HX_REQUEST") == "true" else "",
        )
        return Page("\n".join(parts), subjects, route)

    def _make(
        self, environ: Environ, start: Start, page: Page, state: str, note: RequestNote, from_copy: bool
    ) -> Iterable[bytes]:
        """Ask the application, and keep its answer if every reader would get the same."""
        answer, (status, headers, *more) = self._ask(environ, from_copy)
        if not isinstance(answer, HttpResponseBase) or not _keepable(answer):
            start(status, headers, *more)
            return answer
        note.kept = "made"
        body = answer.content  # type: ignore[attr-defined]  # it does not stream
        answer.close()
        tag = _tag(page, state)
        kept = KeptAnswer.of(state, tag, _headers(headers, tag), body)
        self.pages.put(page.name, kept)
        return _send(kept, environ, start)

    def _ask(self, environ: Environ, from_copy: bool) -> tuple[Iterable[bytes], list[Any]]:
        """The application's answer, and what it said before it. What fails on the copy is asked of the primary."""
        said: list[Any] = []

        def listen(*words: Any) -> None:
            said[:] = words

        if self.replica is None or not from_copy:
            return self.application(environ, listen), said
        with reading_replica():
            answer = self.application(dict(environ), listen)
        if said[0] < "500":
            streams = getattr(answer, "streaming", False)
            return (self.replica.through(answer) if streams else answer), said
        self.replica.leave_alone(f"{environ['PATH_INFO']}: {said[0]}")
        return self.application(environ, listen), said


def _tag(page: Page, state: str) -> str:
    """Weak ETag of a page as it is today, after the last change of what it rests on."""
    said = hashlib.sha256(f"{page.name} {state}".encode()).hexdigest()
    return f'W/"{said[:32]}"'


def subjects_at(path: str) -> Subjects:
    """What the page at an address rests on."""
    return _at(path)[0]


@lru_cache(maxsize=8192)
def _at(path: str) -> tuple[Subjects, frozenset[str] | None, str]:
    """What the page at an address rests on, which words of a question it reads (None: any), and its name."""
    try:
        match = resolve(path)
    except Resolver404:
        return ANYTHING.parts, ANYTHING.reads, ""
    resting = resting_of(match.func)
    return resting.subjects(match.kwargs), resting.reads, route_of(match)


def _plain(query: str, reads: frozenset[str] | None) -> str:
    """A question without what nobody reads: words that others append to addresses, and those that the page does not know."""
    pairs = parse_qsl(query, keep_blank_values=True)
    if reads is not None:
        reads |= {KNOWN_AT}  # refused by pages that cannot answer it, and passed over by none
    asked = [(name, value) for name, value in pairs if not asks_nothing(name) and (reads is None or name in reads)]
    return query if len(asked) == len(pairs) and asked else urlencode(asked)


def _takes_json(accepted: str) -> bool:
    return not accepted or "*/*" in accepted or "application/json" in accepted


def _scheme(environ: Environ) -> str:
    """As Django will see it."""
    header, secure = settings.SECURE_PROXY_SSL_HEADER or ("", "")
    if header and (said := environ.get(header)) is not None:
        return "https" if said.split(",")[0].strip() == secure else "http"
    return str(environ.get("wsgi.url_scheme", "http"))


def _word(now: datetime, subjects: Subjects, tries: Iterable[float] = TRIES) -> str | None:
    """The word of what a page rests on; None where the database does not answer in time: the application says so.

    A server that restarts costs its readers some waiting and no error: a lost connection is opened again.
    """
    for wait in tries:
        if wait:
            time.sleep(wait)
        try:
            return public_word(now, subjects)
        except (OperationalError, InterfaceError) as problem:
            logger.warning("What readers see could not be asked for: %s", problem)
            connection.close()
        except DatabaseError:  # the application says what is wrong
            return None
    return None


def _headers(headers: Headers, tag: str) -> Headers:
    names = {name.lower() for name, _ in headers}
    vary = next((value for name, value in headers if name.lower() == "vary"), "")
    found = [(name, value) for name, value in headers if name.lower() not in ("etag", "content-length", "vary")]
    found += [("ETag", tag), ("Vary", ", ".join(filter(None, [vary, "Accept-Encoding"])))]
    return found if "cache-control" in names else [*found, ("Cache-Control", "public, no-cache")]


def _keepable(response: HttpResponseBase) -> bool:
    return (
        not response.streaming
        and response.status_code == 200
        and not response.cookies
        and "no-store" not in response.get("Cache-Control", "")
        and "Cookie" not in response.get("Vary", "")
    )


def _send(kept: KeptAnswer, environ: Environ, start: Start) -> Iterable[bytes]:
    coding, body = kept.body(environ.get("HTTP_ACCEPT_ENCODING", ""))
    headers = [*kept.headers, ("Content-Length", str(len(body)))]
    if coding:
        headers.append(("Content-Encoding", coding))
    start("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
