"""Pages that cost much, by address: search, whole lists as files, signing in. The API has a door of its own to the counts.

No package in use counts so: those for pages stop without their cache, or ask it at every request.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.template import loader

from editorial.rate_limits import seconds_to_wait

FILES = (".csv", ".xlsx", ".ndjson")
SEARCH = "/search/"
SIGNING_IN = "/admin/login/"


class RateLimits:
    """Answers 429 with Retry-After where an address has asked too often; stands outside sessions and the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        what = limited_as(request.method or "", request.path_info)
        wait = seconds_to_wait(what, request.META.get("REMOTE_ADDR", "")) if what else 0
        return too_many(request, wait) if wait else self.get_response(request)


def limited_as(method: str, path: str) -> str:
    """The key of MONITOR_RATE_LIMITS for a request; "" for what is not limited."""
    if path.startswith(SIGNING_IN) and (method == "POST" or path.endswith("/passkey/")):
        return "sign_in"  # a passkey is asked for first, which begins a session
    if method == "POST":
        return ""
    if path == SEARCH:
        return "search"
    return "files" if path.endswith(FILES) else ""


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """The page that says so, or the same for a program. Made without asking the database."""
    headers = {"Retry-After": str(seconds), "Cache-Control": "no-store"}
    if request.headers.get("Accept") == "application/json":
        told = {"detail": f"Too many requests from your address. Try again in {seconds} seconds."}
        return JsonResponse(told, status=HTTPStatus.TOO_MANY_REQUESTS, headers=headers)
    page = loader.get_template("429.html").render({"seconds": seconds})
    return HttpResponse(page, status=HTTPStatus.TOO_MANY_REQUESTS, headers=headers)
