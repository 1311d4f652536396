"""The pages for what went wrong: in words, with the number of the request; in JSON where a program asked the API."""

from __future__ import annotations

import sys
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.template import loader
from django.views import defaults
from django.views.csrf import csrf_failure

from editorial.request_at_hand import request_number
from editorial.security_log import tell

SECONDS = "5"  # a database that restarts takes as long
API = "/api/v1/"
DETAILS = {
    HTTPStatus.BAD_REQUEST: ("client_error", "bad_request", "The request could not be read."),
    HTTPStatus.FORBIDDEN: ("client_error", "permission_denied", "This may not be read."),
    HTTPStatus.NOT_FOUND: ("client_error", "not_found", "There is nothing at this address."),
    HTTPStatus.INTERNAL_SERVER_ERROR: ("server_error", "error", "The fault is ours. It has been recorded."),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "server_error",
        "unavailable",
        "The record cannot be read at the moment. Try again in some seconds.",
    ),
}
"""Type, code and words of an error that no viewset has answered, in the shape that the API promises for every one."""


def unread(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """400."""
    return _in_json(request, HTTPStatus.BAD_REQUEST) or defaults.bad_request(request, exception)


def refused(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """403."""
    return _in_json(request, HTTPStatus.FORBIDDEN) or defaults.permission_denied(request, exception)


def missing(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """404."""
    return _in_json(request, HTTPStatus.NOT_FOUND) or defaults.page_not_found(request, exception)


def fault(request: HttpRequest) -> HttpResponseBase:
    """500; and 503 where the database is away or cannot write: that is soon over, and asks for no report.

    Called while the error is being handled. The page is made without asking the database.
    """
    if not isinstance(sys.exception(), OperationalError | InterfaceError):
        return _in_json(request, HTTPStatus.INTERNAL_SERVER_ERROR) or defaults.server_error(request)
    status = HTTPStatus.SERVICE_UNAVAILABLE
    page = _in_json(request, status) or HttpResponse(loader.get_template("503.html").render(), status=status)
    page["Retry-After"] = SECONDS
    return page


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without the proof that it was sent from a page of ours."""
    tell("form refused", outcome="refused", detail=reason)
    return csrf_failure(request, reason)


def _in_json(request: HttpRequest, status: HTTPStatus) -> HttpResponse | None:
    if not request.path.startswith(API):
        return None
    kind, code, words = DETAILS[status]
    errors = [{"code": code, "detail": words, "attr": None}]
    return JsonResponse({"type": kind, "errors": errors, "request": request_number()}, status=status)
