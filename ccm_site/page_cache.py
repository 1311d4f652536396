"""Answers public requests from what was answered before, until something that readers could see has changed.

Public pages and the API depend on the address alone, so one mechanism serves them all: the publication counter
(one row read by key), the day, and the address make the ETag and the cache key. A conditional request costs that
one read; so does a repeated one. A change is visible at the next request of every worker, because the counter is
asked each time. Without the cache every page is made anew; nothing else changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import parse_etags

from editorial.models import PublicationCounter
from editorial.optional_cache import cache

PRIVATE = ("/admin/", "/healthz")
CODE = (
    "api",
    "ccm_site",
    "countries",
    "editorial",
    "meetings",
    "stockpiles",
    "templates",
    "static/css",
    "static/js",
)
KEEP_SECONDS = 24 * 60 * 60
LARGEST_KEPT = 2 * 1024 * 1024  # bytes; whole exports are streamed or made anew


def build() -> str:
    """A fingerprint of the code that makes the pages, so that a new build never answers with an old page.

    Made from names, sizes and times of change, once when the server starts; the same in every worker.
    """
    files = (
        path for folder in CODE for path in (settings.BASE_DIR / folder).rglob("*.*") if path.suffix != ".pyc"
    )
    found = sorted(f"{path} {state.st_size} {state.st_mtime_ns}" for path in files if (state := path.stat()))
    return hashlib.sha256("\n".join(found).encode()).hexdigest()[:16]


class PageCacheMiddleware:
    """Stands outside sessions and sign-ins: what it stores carries no cookie and no name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.MONITOR_PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.build = build()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD") or request.path.startswith(PRIVATE):
            return self.get_response(request)
        tag = self.tag(request)
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            return _with_tag(HttpResponseNotModified(), tag)
        key = f"page:{tag}"
        if (kept := cache.get(key)) is not None:
            content, headers = kept
            return HttpResponse(content, headers=headers)
        response = self.get_response(request)
        if request.method != "GET" or not _keepable(response):
            return response
        assert isinstance(response, HttpResponse)  # noqa: S101 - _keepable has looked
        _with_tag(response, tag)
        if len(response.content) <= LARGEST_KEPT:
            cache.set(key, (response.content, dict(response.headers)), KEEP_SECONDS)
        return response

    def tag(self, request: HttpRequest) -> str:
        """Weak ETag of an address as it is today, after the last change."""
        now = timezone.now()
        parts = (
            self.build,
            str(PublicationCounter.current(now)),
            now.date().isoformat(),
            request.get_host(),
            request.scheme or "",
            request.get_full_path(),
            request.headers.get("HX-Request", ""),
            request.headers.get("Accept", "") if request.path.startswith("/api/") else "",
        )
        return 'W/"' + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32] + '"'


def _with_tag(response: HttpResponse, tag: str) -> HttpResponse:
    response["ETag"] = tag
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = "public, no-cache"
    return response


def _keepable(response: HttpResponseBase) -> bool:
    return (
        isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and "no-store" not in response.get("Cache-Control", "")
        and "Cookie" not in response.get("Vary", "")
    )
