"""Public pages and API answers: unchanged since the last time, conditional, and made anew."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from django.core.cache import cache
from django.core.wsgi import get_wsgi_application

from countries.models import ProfileRelease

from . import cpu_ms, get


def rows() -> Iterator[tuple[str, float]]:
    application = get_wsgi_application()
    release = ProfileRelease.objects.select_related("profile").order_by("-profile__edition")[0]
    addresses = {
        "profile page": release.profile.get_absolute_url(),
        "country page": "/countries/peru/",
        "country list": "/countries/",
        "API, one profile": f"/api/v1/profiles/{release.profile_id}/",
        "API, 50 states": "/api/v1/countries/",
    }
    for name, address in addresses.items():
        status, _, headers = get(application, address)
        assert status.startswith("200"), (address, status)

        def made(address: str = address) -> None:
            cache.clear()
            get(application, address)

        yield f"{name}, made anew", cpu_ms(made, times=10)
        yield f"{name}, unchanged", cpu_ms(partial(get, application, address))
        conditional = partial(get, application, address, **{"If-None-Match": headers["ETag"]})
        yield f"{name}, conditional (304)", cpu_ms(conditional)
