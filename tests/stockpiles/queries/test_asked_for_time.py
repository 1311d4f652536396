"""Whether a request for more time was filed in time, as far as its own day and that of its meeting are on record."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country
from editorial.rules.partial_date import PartialDate
from meetings.models import Meeting
from stockpiles.models import ExtensionRequest
from stockpiles.queries.asked_for_time import asked_for_time
from stockpiles.queries.figure_groups import Proofs
from stockpiles.queries.records import Records

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def filing_of(requested_on: str, meeting: str | None) -> str:
    request = ExtensionRequest(
        country=Country.objects.get(iso3="DEU"),
        article=4,
        requested_on=PartialDate.parse(requested_on) if requested_on else None,
        decided_at=Meeting.objects.get(short_name=meeting) if meeting else None,
    )
    filing = asked_for_time(request, Proofs([]), Records(date(2026, 2, 3))).filing
    return filing.arithmetic if filing else ""


def test_germany_filed_for_the_ninth_meeting_44_days_late() -> None:
    assert filing_of("2019-01-15", "9MSP") == (
        "9 months before 9MSP opens on 2 September 2019 is 2 December 2018. Filed 15 January 2019, 44 days late."
    )


@pytest.mark.parametrize("requested_on", ["about 2019", ""])
def test_nothing_is_said_where_the_day_is_not_known_well_enough(requested_on: str) -> None:
    assert filing_of(requested_on, "9MSP") == ""


def test_nothing_is_said_of_the_second_review_conference_which_met_in_two_parts() -> None:
    assert filing_of("2021-06", "2RC") == ""


def test_nothing_is_said_where_no_meeting_is_on_record() -> None:
    assert filing_of("2019-01-15", None) == ""
