"""Error pages carry the same security headers as every other page, wherever the error arose.

An error in one of the outer layers (the cache, the redirect to https, a host name that is not ours) is answered
outside the layers that add those headers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware
from django_permissions_policy import PermissionsPolicyMiddleware

Answer = Callable[[HttpRequest], HttpResponseBase]


class ErrorHeadersMiddleware:
    """Stands outermost, and gives an error that has no policy yet what the other layers would have given it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.security = SecurityMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code < 400 or HEADER in response:
            return response

        def as_answered(request: HttpRequest) -> HttpResponseBase:
            return response

        dressed: Any = as_answered
        for layer in (XFrameOptionsMiddleware, PermissionsPolicyMiddleware, CSPMiddleware):
            dressed = layer(dressed)
        return self.security.process_response(request, dressed(request))
