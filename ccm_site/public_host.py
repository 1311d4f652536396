"""The one name under which readers find this site: whole addresses bear it, whatever name a request came by.

Without a configured name it is the request's own, if that is among ALLOWED_HOSTS (Django sees to it) and has no port
but the one that was knocked at: a made-up port would otherwise stand in addresses that are cited.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase

USUAL_PORTS = frozenset({"", "80", "443"})


class PublicHost:
    """Refuses a request by a foreign name, and has every other answered as if it came by the configured one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = request.get_host()
        if settings.MONITOR_PUBLIC_HOST:
            request.META["HTTP_HOST"] = settings.MONITOR_PUBLIC_HOST
        elif not settings.DEBUG and split_domain_port(asked)[1] not in {
            *USUAL_PORTS,
            request.META.get("SERVER_PORT"),
        }:
            raise DisallowedHost(
                f"“{asked}” names a port at which nobody knocked. Set PUBLIC_HOST if readers come by it."
            )
        return self.get_response(request)
