"""Every layer inside sees from whom a request really came: the address stands where a server without proxies puts it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from editorial.rules.client_address import client_address


class ClientAddress:
    """Puts the client's address into REMOTE_ADDR: lock-outs, limits and logs read it there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        meta = request.META
        meta["REMOTE_ADDR"] = client_address(
            meta.get("REMOTE_ADDR", ""), meta.get("HTTP_X_FORWARDED_FOR", ""), proxies=settings.MONITOR_PROXIES
        )
        return self.get_response(request)
