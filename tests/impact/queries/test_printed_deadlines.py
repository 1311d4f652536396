"""Printed deadlines beside the clock."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country
from impact.queries.state_impact import state_impact
from stockpiles.queries.records import Records

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def of(iso3):
    country = Country.objects.get(iso3=iso3)
    return state_impact(country, Records(date(2026, 2, 3))).deadlines


def test_laos_three_dates_are_on_record_and_one_differs():
    found = {(one.record.kind, str(one.record.deadline)): one.beside.agrees for one in of("LAO")}
    assert found == {
        ("stands", "1 August 2020"): True,
        ("stands", "July 2025"): False,
        ("granted", "1 August 2025"): True,
    }


def test_a_state_without_a_duty_on_record_is_compared_with_the_convention():
    (one,) = of("SSD")
    assert one.beside.words == "Ten years after entry into force, as the convention gives it."
    assert one.who == "Mine Action Review, 2025"


def test_what_a_state_asked_for_is_no_deadline():
    asked = [one.beside.words for one in of("SOM") if one.record.kind == "asked"]
    assert asked == ["As the state asked for, by the record here."]
