"""Counts of rows that no form has are told before a row is built; all states of the world are none."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from countries.models import Country
from editorial.admin.posted_rows import MOST_ROWS, refuse_absurd_counts
from editorial.models import recording
from editorial.views.parameters import BadParameters
from meetings.models import Attendance, Meeting
from tests.editorial.admin.sent import sent_by
from tests.factories.meetings import make_meeting, make_source


@pytest.mark.parametrize(
    "counts", [["401"], ["200", "201"], ["9" * 20], [" 500 "], ["0", "²", "-5", "", "x", "401"]]
)
def test_more_rows_than_a_record_has(counts: list[str]) -> None:
    with pytest.raises(BadParameters, match="a record is saved with 400 further rows at most"):
        refuse_absurd_counts({f"rows{n}-TOTAL_FORMS": count for n, count in enumerate(counts)})


@pytest.mark.parametrize("counts", [[], ["400"], ["200", "200"], ["x", "-9", "²", "1e9", "9" * 5_000]])
def test_what_is_few_or_no_count_is_left_to_the_form(counts: list[str]) -> None:
    refuse_absurd_counts({f"rows{n}-TOTAL_FORMS": count for n, count in enumerate(counts)})


@pytest.mark.django_db
@pytest.mark.usefixtures("world", "team_of_one")
def test_a_meeting_at_which_every_state_was_is_opened_and_saved(at_desk: Any) -> None:
    desk: Client = at_desk()
    meeting: Meeting = make_meeting("lima-2007", "2007-05-23", source=make_source("list-2007"))
    with recording(by=None, reason="Made for a test"):
        for country in Country.objects.all():
            Attendance.objects.create(meeting=meeting, country=country, source=meeting.source)
    there = reverse("admin:meetings_meeting_change", args=[meeting.pk])
    sent = sent_by(desk.get(there))
    assert 195 < int(sent["attendance-TOTAL_FORMS"]) < MOST_ROWS
    answer = desk.post(there, {**sent, "reason": "Looked at"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("admin:meetings_meeting_changelist"))
