"""How the installation is set up: its settings, and the server in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core import checks
from django.test import Client

from .condition import Condition, bad, good, warn

HANDED_ON = (
    "The server in front sends Host as it was asked for and X-Forwarded-Proto, and drops what readers send of it."
)


def deployment_checks(at: datetime) -> Iterator[Condition]:
    """What manage.py check --deploy --database default says."""
    found = checks.run_checks(include_deployment_checks=True, databases=["default"])
    serious = [one for one in found if not one.is_silenced() and one.level >= checks.WARNING]
    for one in serious:
        made = bad if one.is_serious() else warn
        yield made("settings", f"{one.id}: {' '.join(one.msg.split())}", " ".join((one.hint or "").split()))
    if not serious:
        yield good("settings", "manage.py check --deploy finds nothing")


def public_host(at: datetime) -> Iterator[Condition]:
    """Whole addresses bear one name."""
    if settings.MONITOR_PUBLIC_HOST:
        yield good("public host", settings.MONITOR_PUBLIC_HOST)
    elif len(settings.ALLOWED_HOSTS) > 1 or any(host.startswith((".", "*")) for host in settings.ALLOWED_HOSTS):
        yield warn(
            "public host", "addresses that are cited bear whatever name a reader came by", "Set PUBLIC_HOST."
        )
    else:
        yield good("public host", f"the only one that is answered: {', '.join(settings.ALLOWED_HOSTS)}")


def server_in_front(at: datetime) -> Iterator[Condition]:
    """A request as the server in front should hand it on is answered, and one without https is led there."""
    host = settings.MONITOR_PUBLIC_HOST or next(
        (h for h in settings.ALLOWED_HOSTS if h[0] not in ".*"), "localhost"
    )
    client = Client(raise_request_exception=False, headers={"host": host})
    header, secure = settings.SECURE_PROXY_SSL_HEADER or ("", "")
    by_https: dict[str, Any] = {header: secure} if header else {}
    answered = client.get("/healthz", **by_https)
    if answered.status_code != 200:
        led = f", which leads to {answered['Location']}" if "Location" in answered else ""
        yield bad("server in front", f"a request by https is answered with {answered.status_code}{led}", HANDED_ON)
        return
    plain = client.get("/healthz")
    if plain.status_code == 301:
        yield good(
            "server in front", f"https by {header or 'its own connection'} is answered, http is led to https"
        )
    else:
        yield warn(
            "server in front",
            "http is answered as it is (SECURE_SSL_REDIRECT is off)",
            "See to it that the server in front leads http to https, or turn SECURE_SSL_REDIRECT on.",
        )
