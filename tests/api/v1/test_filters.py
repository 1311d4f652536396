"""Filters that many nouns have."""

from __future__ import annotations

import pytest
from django_filters import rest_framework as filters

from api.v1.filters import ClaimFilter, TypedClaimFilter, by_country
from countries.models import Country
from editorial.models import recording
from stockpiles.models import MunitionType, StockpileHolding
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


class HoldingFilter(TypedClaimFilter):
    kind = filters.CharFilter()


@pytest.fixture
def holdings() -> None:
    with recording(by=None, reason="Made for a test"):
        rbk = MunitionType.objects.create(slug="rbk-500", designation="RBK-500")
        preferred = {"rank": "preferred", "rank_reason": "The state says so."}
        StockpileHolding.objects.create(country=make_country(), munition_type=rbk, munitions=1, **preferred)
        StockpileHolding.objects.create(country=make_country(), munitions=2, certainty="reported")
        StockpileHolding.objects.create(country=make_country("CHL", "Chile"), munitions=3)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"country": "PER"}, [1, 2]),
        ({"country": "CHL", "certainty": "reported"}, []),
        ({"certainty": "reported"}, [2]),
        ({"rank": "preferred"}, [1]),
        ({"munition": "rbk-500"}, [1]),
        ({}, [1, 2, 3]),
    ],
)
def test_claims_of_a_state_a_certainty_a_rank_a_type(
    holdings: None, asked: dict[str, str], found: list[int]
) -> None:
    narrowed = HoldingFilter(asked, queryset=StockpileHolding.objects.order_by("pk"))
    assert narrowed.is_valid(), narrowed.errors
    assert [row.munitions for row in narrowed.qs] == found


@pytest.mark.parametrize(
    "asked", [{"country": "XXX"}, {"rank": "best"}, {"certainty": "sure"}, {"munition": "club"}]
)
def test_what_nobody_has_is_refused(holdings: None, asked: dict[str, str]) -> None:
    assert set(HoldingFilter(asked, queryset=StockpileHolding.objects.all()).errors) == set(asked)


def test_an_area_without_a_code_cannot_be_asked_for_by_none(holdings: None) -> None:
    with recording(by=None, reason="Made for a test"):
        Country.objects.create(slug="an-area", name="An area", kind="other_area", is_un_member=False)
    assert set(by_country().queryset.values_list("iso3", flat=True)) == {"PER", "CHL"}


def test_what_all_claims_have_comes_last() -> None:
    assert list(ClaimFilter.base_filters) == ["country", "certainty", "rank"]
    assert list(HoldingFilter.base_filters) == ["country", "munition", "kind", "certainty", "rank"]
