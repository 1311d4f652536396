"""One shape for every error, as the API's description promises."""

from __future__ import annotations

from django.db import InterfaceError, OperationalError
from drf_standardized_errors.handler import exception_handler
from drf_standardized_errors.types import ExceptionHandlerContext
from rest_framework.exceptions import APIException
from rest_framework.response import Response

from editorial.request_at_hand import request_number


class Unavailable(APIException):
    """The database is away, or restarts."""

    status_code = 503
    default_code = "unavailable"
    default_detail = "The record cannot be read at the moment. Try again in some seconds."
    wait = 5  # seconds


def answer_error(error: Exception, context: ExceptionHandlerContext) -> Response | None:
    """503 for a lost database, so that partners' programs try again; everything else as ever, with the request's number."""
    if isinstance(error, OperationalError | InterfaceError):
        error = Unavailable()
    answer = exception_handler(error, context)
    if answer is not None and isinstance(answer.data, dict):
        answer.data["request"] = request_number()
    return answer
