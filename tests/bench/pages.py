"""Public pages and API answers: made anew, with their queries, and as they are kept: whole, and not modified (304)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from countries.models import ProfileRelease
from meetings.models import StatementRelease

from . import cpu_ms, get


def addresses() -> dict[str, str]:
    release = ProfileRelease.objects.select_related("profile").order_by("-profile__edition")[0]
    statement = StatementRelease.objects.order_by("-pk")[0]
    return {
        "home": "/",
        "country list": "/countries/",
        "country page": "/countries/peru/",
        "profile page": release.profile.get_absolute_url(),
        "statement page": statement.statement.get_absolute_url(),
        "statements": "/statements/",
        "meetings": "/meetings/",
        "treaty": "/treaties/convention-on-cluster-munitions/",
        "stockpiles": "/stockpiles/",
        "stocks of a state": "/stockpiles/peru/",
        "deadlines": "/stockpiles/deadlines/",
        "Article 7 reports": "/stockpiles/reports/",
        "sources": "/sources/",
        "search": "/search/?q=stockpile",
        "sitemap": "/sitemap.xml",
        "API, 50 states": "/api/v1/countries/",
        "API, one profile": f"/api/v1/profiles/{release.profile_id}/",
        "API, 50 statements": "/api/v1/statements/",
        "API, deadlines": "/api/v1/deadlines/",
    }


def rows() -> Iterator[tuple[str, float]]:
    from ccm_site.wsgi import application  # the settings are there by now

    for name, address in addresses().items():
        status, _, headers = get(application, address)
        if not status.startswith("200"):
            yield f"{name}: {address} answers {status}", 0
            continue
        with override_settings(MONITOR_PAGE_CACHE=False):
            with CaptureQueriesContext(connection) as asked:
                get(application, address)
            yield f"{name}, queries", len(asked)
            yield f"{name}, made anew", cpu_ms(partial(get, application, address), times=5)
        yield f"{name}, kept", cpu_ms(partial(get, application, address))
        conditional = partial(get, application, address, **{"If-None-Match": headers["ETag"]})
        yield f"{name}, not modified", cpu_ms(conditional)
