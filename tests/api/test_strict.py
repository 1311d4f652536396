"""A list knows its filters and how it is paged, and refuses everything else."""

from __future__ import annotations

import pytest
from django.test import Client

from countries.models import Country

pytestmark = pytest.mark.django_db


def test_filters_and_pages_are_known(client: Client, peru: Country) -> None:
    found = client.get("/api/v1/countries/?region=americas&kind=state&page=1&page_size=10&format=json").json()
    assert [row["iso3"] for row in found["results"]] == ["PER"]


def test_a_filter_of_another_noun_is_refused_and_the_own_are_named(client: Client, peru: Country) -> None:
    (error,) = client.get("/api/v1/countries/?stance=supports").json()["errors"]
    assert (error["attr"], error["code"]) == ("stance", "unknown")
    for name in ("region", "subregion", "kind", "is_un_member", "page", "page_size", "cursor"):
        assert name in error["detail"]


def test_a_noun_without_filters_knows_its_pages_only(client: Client, peru: Country) -> None:
    (error,) = client.get("/api/v1/treaties/?country=PER").json()["errors"]
    assert error["detail"] == "Unknown parameter. Known here: cursor, known_at, page, page_size."
