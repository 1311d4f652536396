"""The page for what went wrong on our side."""

from __future__ import annotations

import sys
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views.defaults import server_error

SECONDS = "5"  # a database that restarts takes as long


def fault(request: HttpRequest) -> HttpResponse:
    """500; and 503 where the database is away or cannot write: that is soon over, and asks for no report.

    Called while the error is being handled. The page is made without asking the database.
    """
    if not isinstance(sys.exception(), OperationalError | InterfaceError):
        return server_error(request)
    page = loader.get_template("503.html").render()
    return HttpResponse(page, status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": SECONDS})
