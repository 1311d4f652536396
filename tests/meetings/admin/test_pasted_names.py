"""Nothing that was pasted is dropped: a name is recognised, corrected, removed, or marked as no state."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import Meeting
from tests.editorial.admin.sent import sent_by
from tests.factories.meetings import make_country, make_meeting, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]


@pytest.fixture
def lima() -> Meeting:
    return make_meeting("lima-2007", "2007-05-23", source=make_source("list-2007"))


@pytest.fixture
def desk(at_desk: Any) -> Client:
    return at_desk()


def pasted(desk: Client, meeting: Meeting, words: str, **more: object) -> Any:
    where = reverse("admin:meetings_meeting_change", args=[meeting.pk])
    sent = {name: value for name, value in sent_by(desk.get(where)).items() if not name.startswith("_")}
    return desk.post(where, sent | {"delegations": words, "reason": "By the host"} | more, follow=True)


def test_nothing_is_asked_where_nothing_was_pasted(desk: Client, lima: Meeting) -> None:
    page = desk.get(reverse("admin:meetings_meeting_change", args=[lima.pk]))
    assert page.context["adminform"].form["no_states"].is_hidden
    assert "Tick what is no state" not in page.content.decode()


def test_a_slip_is_told_whom_it_may_mean_and_each_name_is_asked_for_itself(desk: Client, lima: Meeting) -> None:
    make_country("CHL", "Chile")
    page = pasted(desk, lima, "Chille\nNarnia", no_states="Narnia")
    [asked] = page.context["adminform"].form.errors["delegations"]
    assert asked.startswith("“Chille” is not recognised. Did you mean Chile?")
    form = page.context["adminform"].form
    assert [value for value, _ in form.fields["no_states"].choices] == ["Chille", "Narnia"]
    assert form["no_states"].value() == ["Narnia"]
    assert not lima.attendance.exists()
    pasted(desk, lima, "Chile\nNarnia", no_states="Narnia")
    assert [row.country.name for row in lima.attendance.all()] == ["Chile"]


def test_what_was_not_pasted_cannot_be_ticked(desk: Client, lima: Meeting) -> None:
    make_country("CHL", "Chile")
    page = pasted(desk, lima, "Narnia", no_states="Oz")
    assert "delegations" in page.context["adminform"].form.errors


def test_what_is_no_list_at_all_is_not_gone_through_name_by_name(desk: Client, lima: Meeting) -> None:
    """Each name is compared with all that are known, so thousands of words would be minutes."""
    for words, said in (
        (
            "\n".join(f"Narnia {n}" for n in range(61)),
            "61 names are not recognised, so this is no list of states.",
        ),
        ("a," * 10_001, "The list has 20,002 characters; at most 20,000 are read."),
    ):
        form = pasted(desk, lima, words).context["adminform"].form
        [problem] = form.errors["delegations"]
        assert problem == f"{said} Check what you pasted, and paste the list alone."
        assert form["delegations"].value() == words
