"""Outermost: gives every request its number, and says when it is over what became of it, for the log and the metrics.

It stands outside the kept pages (page_cache), so that the number is no part of what is kept.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from time import perf_counter
from typing import Any

from django.conf import settings

from editorial.request_at_hand import KEY, RequestNote, note_at_hand, number_of

from .metrics import meter
from .page_cache import Application, Environ, Start

HEADER = "X-Request-ID"
KEPT = frozenset({"here", "unchanged"})
logger = logging.getLogger("monitor.requests")


class RequestLog:
    """Wraps the application as a server calls it.

    The number is the one that the header of MONITOR_REQUEST_ID_HEADER brings, where a proxy that sets it stands in front
    (docs/operating.md), else a new one. It is sent back, stands in every line of the log and on every error page.
    """

    def __init__(self, application: Application) -> None:
        self.application = application
        header = settings.MONITOR_REQUEST_ID_HEADER
        self.asked = "HTTP_" + header.upper().replace("-", "_") if header else ""
        self.tells_kept = settings.MONITOR_LOG_KEPT
        self.measure = meter()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        began = perf_counter()
        note = RequestNote(number_of(environ.get(self.asked, "")), environ["REQUEST_METHOD"])
        environ[KEY] = note
        token = note_at_hand.set(note)

        def begin(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            note.status = int(status[:3])
            return start(status, [*headers, (HEADER, note.id)], *more)

        try:
            return self.application(environ, begin)
        except BaseException:
            note.status = 500
            raise
        finally:
            self._over(note, perf_counter() - began)
            note_at_hand.reset(token)

    def _over(self, note: RequestNote, seconds: float) -> None:
        if self.measure is not None:
            self.measure.request(note, seconds)
        if note.kept in KEPT and not self.tells_kept:
            return
        if logger.isEnabledFor(logging.INFO):
            logger.info("request", extra={"told": told_of(note, seconds)})


def told_of(note: RequestNote, seconds: float) -> dict[str, object]:
    """What the ordinary log says of a request: no address, neither the reader's nor the page's."""
    said: dict[str, object] = {
        "method": note.method,
        "route": note.route,
        "status": note.status,
        "ms": round(seconds * 1000, 2),
        "queries": note.queries,
    }
    if note.kept:
        said["kept"] = note.kept
    if note.user_id is not None:
        said |= {"user": note.user_id, "name": note.user_name}
    return said
