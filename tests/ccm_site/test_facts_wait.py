"""Every request runs behind the guard of facts."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from ccm_site.facts_wait import FactsWait
from countries.models import Country, CountryName
from editorial.models.guard import NobodyElseSaw


def test_a_page_that_writes_a_fact_is_refused_and_afterwards_the_console_writes(peru: Country) -> None:
    def page(request: HttpRequest) -> HttpResponse:
        CountryName.objects.create(country=peru, name="Pérou", kind="also")
        return HttpResponse()

    with pytest.raises(NobodyElseSaw), transaction.atomic():
        FactsWait(page)(HttpRequest())
    assert not CountryName.objects.exists()
    assert page(HttpRequest()).status_code == 200
    assert CountryName.objects.count() == 1


def test_it_stands_around_every_request() -> None:
    assert "ccm_site.facts_wait.FactsWait" in settings.MIDDLEWARE
