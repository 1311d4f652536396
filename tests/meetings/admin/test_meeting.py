"""Meetings at the desk: dates, states named, the pasted list, and what keeps a meeting from being deleted."""

from __future__ import annotations

import pytest
from django.urls import reverse

from editorial.models import recording
from meetings.models import Attendance, Meeting
from tests.editorial.admin.sent import sent_by
from tests.factories.meetings import make_country, make_meeting, make_source, make_statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]
LIST = reverse("admin:meetings_meeting_changelist")


@pytest.fixture
def lima() -> Meeting:
    return make_meeting(
        "lima-2007", "2007-05-23", "2007-05-25", short_name="Lima", city="Lima", country=make_country()
    )


def address(name: str, meeting: Meeting) -> str:
    return reverse(f"admin:meetings_meeting_{name}", args=[meeting.pk])


def save(client, meeting: Meeting, **changed: object):
    values = sent_by(client.get(address("change", meeting)))
    return client.post(address("change", meeting), {**values, "reason": "By the host", **changed}, follow=True)


def test_a_state_in_two_capacities_is_counted_once_in_the_list(at_desk, lima: Meeting) -> None:
    with recording(by=None, reason="Test"):
        for capacity in ("host", "participant"):
            Attendance.objects.create(meeting=lima, country=make_country(), capacity=capacity)
    (row,) = at_desk().get(LIST).context["cl"].result_list
    assert row.state_count == 1
    page = at_desk().get(LIST).content.decode()
    assert "23–25 May 2007" in page
    assert "Lima, Peru" in page


def test_the_list_is_searched_and_narrowed_and_asks_as_often_for_many(
    at_desk, lima, django_assert_max_num_queries
):
    make_meeting("oslo-process", start="", kind="process")
    client = at_desk()
    assert [row.slug for row in client.get(LIST, {"q": "lima"}).context["cl"].result_list] == ["lima-2007"]
    found = client.get(LIST, {"kind__exact": "process"}).context["cl"].result_list
    assert [row.slug for row in found] == ["oslo-process"]
    for number in range(5):
        make_meeting(f"m{number}")
    with django_assert_max_num_queries(14):
        client.get(LIST)


def test_a_pasted_list_is_entered_with_the_meeting_as_one_change(at_desk, lima: Meeting) -> None:
    make_country("CHL", "Chile")
    source = make_source("list-2007")
    said = {
        "delegations": "Chile – Amb. A\nNarnia",
        "delegations_capacity": "observer",
        "delegations_source": source.key,
        "president": "Amb. B, Peru",
    }
    assert "“Narnia” is not recognised." in save(at_desk(), lima, **said).content.decode()
    assert not Attendance.objects.exists()
    page = save(at_desk(), lima, **said, no_states="Narnia").content.decode()
    row = Attendance.objects.get()
    assert (str(row), row.head_of_delegation, row.source) == ("Chile at Lima (observer)", "Amb. A", source)
    assert "Delegation list: 1 entered, 0 there already." in page
    assert "Left out, marked as no state: Narnia." in page
    assert row.history.get().history_change_reason == "By the host"


def test_a_source_that_there_is_not_is_refused_before_anything_is_entered(at_desk, lima: Meeting) -> None:
    make_country("CHL", "Chile")
    page = save(at_desk(), lima, delegations="Chile", delegations_source="nowhere").content.decode()
    assert "Select a valid choice" in page
    assert not Attendance.objects.exists()


def test_a_meeting_within_itself_is_refused_in_words(at_desk, lima: Meeting) -> None:
    part = make_meeting("lima-2007-cow", kind="committee", parent=lima, short_name="Committee")
    page = save(at_desk(), lima, parent=part.pk).content.decode()
    assert "Committee is itself part of Lima." in page
    lima.refresh_from_db()
    assert lima.parent is None


@pytest.mark.parametrize("what", ["statement", "part"])
def test_what_belongs_to_it_keeps_it(at_desk, lima: Meeting, what: str) -> None:
    if what == "statement":
        make_statement(meeting=lima)
    else:
        make_meeting("lima-2007-cow", kind="committee", parent=lima)
    page = at_desk().post(address("delete", lima), {"post": "yes", "reason": "x"}, follow=True).content.decode()
    assert "Lima has statements, parts or documents. Move them to another meeting first." in page
    assert Meeting.objects.filter(pk=lima.pk).exists()


def test_one_to_which_nothing_belongs_goes_with_its_reason(at_desk, lima: Meeting) -> None:
    at_desk().post(address("delete", lima), {"post": "yes", "reason": "Entered twice"})
    assert not Meeting.objects.exists()
    gone = Meeting.history.latest()
    assert (gone.history_type, gone.history_change_reason) == ("-", "Entered twice")
