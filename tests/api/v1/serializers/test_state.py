"""A state and a date in the one shape that each has everywhere."""

from __future__ import annotations

import pytest

from api.v1.serializers.state import PartialDateSerializer, RecordSerializer, StateSerializer
from countries.models import Country, CountryName
from editorial.rules.partial_date import PartialDate


def test_a_state_by_its_code_and_an_area_without_one_by_its_slug() -> None:
    peru = Country(iso3="PER", slug="peru", name="Peru")
    assert StateSerializer(peru).data == {"iso3": "PER", "name": "Peru", "url": "/api/v1/countries/PER/"}
    area = Country(iso3=None, slug="an-area", name="An area")
    assert StateSerializer(area).data == {"iso3": None, "name": "An area", "url": "/api/v1/countries/an-area/"}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2007", {"value": "2007", "precision": "year"}),
        ("2007-05", {"value": "2007-05", "precision": "month"}),
        ("2013-07-31>", {"value": "2013-07-31", "precision": "day", "bound": "after"}),
    ],
)
def test_a_date_keeps_the_precision_of_its_source(written: str, found: dict[str, str]) -> None:
    assert PartialDateSerializer(PartialDate.parse(written)).data == found


class NameSerializer(RecordSerializer[CountryName]):
    class Meta:
        model = CountryName
        fields = ["name", "valid_from", "valid_until"]


def test_the_dates_of_a_record_have_that_shape_without_being_named() -> None:
    name = CountryName(name="Swaziland", valid_until=PartialDate.parse("2018-04"))
    until = {"value": "2018-04", "precision": "month"}
    assert NameSerializer(name).data == {"name": "Swaziland", "valid_from": None, "valid_until": until}
