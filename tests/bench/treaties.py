"""Standings of 197 states: the record, any day of it, eighteen years of days, the page and the API made anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from django.core.cache import cache
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from countries.models import Treaty
from countries.queries.treaty_standings import treaty_record
from countries.rules.standing import Basis

from . import cpu_ms, get

PAGE = "/treaties/ccm/?as_of=2013-07-31"
API = "/api/v1/treaties/ccm/standings/?as_of=2013-07-31"


def rows() -> Iterator[tuple[str, float]]:
    application = get_wsgi_application()
    treaty = Treaty.objects.select_related("parent", "source").get(slug="ccm")
    record = treaty_record(treaty)
    day = date(2013, 7, 31)
    every_day = [date(2008, 1, 1) + timedelta(days=n) for n in range(18 * 365)]
    yield "record of the convention: queries and all courses", cpu_ms(partial(treaty_record, treaty), times=10)
    yield "all states on one day", cpu_ms(partial(record.on, day), times=20)
    yield (
        "counts of 18 years, both bases, one pass",
        cpu_ms(lambda: [record.accumulation(basis) for basis in Basis], times=20),
    )
    yield (
        "all states on each of 6,570 days, seconds",
        cpu_ms(lambda: [record.on(one) for one in every_day], times=1, rounds=1) / 1000,
    )
    for name, address in (("treaty page", PAGE), ("API, standings of a day", API)):

        def made(address: str = address) -> None:
            cache.clear()
            get(application, address)

        yield f"{name}, made anew", cpu_ms(made, times=10)
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            get(application, address)
        yield f"{name}, queries (with the counter)", float(len(queries))
