"""``/metrics`` for Prometheus: there only where the settings say who may ask, and for nobody else."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache

from ccm_site.metrics import meter

WORDS = "text/plain; version=0.0.4; charset=utf-8"


@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """All counts, for who brings the token or comes from an allowed address. 404 where nobody may ask."""
    measure = meter()
    if measure is None:
        raise Http404("Nothing is counted here.")
    if not (_brings_the_token(request) or _comes_from_inside(request)):
        raise PermissionDenied
    return HttpResponse(measure.text(), content_type=WORDS)


def _brings_the_token(request: HttpRequest) -> bool:
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    token = settings.MONITOR_METRICS_TOKEN
    return bool(token) and kind.lower() == "bearer" and constant_time_compare(given.strip(), token)


def _comes_from_inside(request: HttpRequest) -> bool:
    """By the address of the connection itself. What a proxy hands on has the proxy's, and needs the token."""
    if any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP")):
        return False
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    return any(address in ip_network(one, strict=False) for one in settings.MONITOR_METRICS_ADDRESSES)
