"""What does not fit in the records of impact."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country
from editorial.models import recording
from impact.checks import check_areas, check_casualty_sums, check_printed_deadlines
from impact.models import CasualtyFigure, ContaminationClaim
from tests.factories.profiles import make_source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
DAY = date(2026, 2, 3)


def test_what_was_collected_adds_up():
    assert list(check_casualty_sums(DAY)) == []
    assert list(check_areas(DAY)) == []


def test_a_printed_date_that_the_record_does_not_have_is_a_finding_and_waits_for_nobody():
    found = list(check_printed_deadlines(DAY))
    assert {finding.record for finding in found} == {
        "Lao People's Democratic Republic, deadline: July 2025",
    }
    assert all(finding.is_decided for finding in found)


def test_parts_that_make_up_something_else_are_found():
    peru, note = Country.objects.get(iso3="PER"), f"[@{make_source(key='yearbook').key}]"
    with recording(by=None, reason="Made for a test"):
        for basis, number in (("all", 10), ("killed", 4), ("injured", 5)):
            CasualtyFigure.objects.create(
                country=peru, basis=basis, number=number, period_start="2001", period_end="2001", note=note
            )
        ContaminationClaim.objects.create(
            country=peru, answer="contaminated", area_km2="9", confirmed_km2="5", suspected_km2="3", note=note
        )
    assert [one.message for one in check_casualty_sums(DAY)] == [
        "Peru, 2001: 4 killed and 5 injured make 9; 10 were published."
    ]
    assert [one.message for one in check_areas(DAY)] == [
        "5 km² confirmed and 3 km² suspected make 8 km²; 9 km² were given"
    ]
