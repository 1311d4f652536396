"""What waits for its day, at the desk: it says until when, and its steps move, release and take it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from countries.models import CountryProfile
from editorial.actions import publishing
from editorial.models import Status

from .taking import take
from .test_publishable import LIST, address, newest, offered


@pytest.fixture
def approved(draft: CountryProfile, person) -> CountryProfile:
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    publishing.approve(record=draft, by=person("editor"), reason="Read")
    return draft


LATER = "2027-01-15T09:00"


def post(client: Client, step: str, profile: CountryProfile, **words: str) -> str:
    answer = take(client, profile, step, follow=True, **words)
    assert answer.status_code == 200, answer.content.decode()
    return " ".join(str(message) for message in answer.context["messages"])


def test_what_waits_says_until_when_and_can_be_moved_released_and_taken_back(at_desk, approved) -> None:
    with time_machine.travel("2026-12-31 12:00 +0000"):
        publisher = at_desk("publisher", "Publisher")
        said = post(publisher, "publish", approved, reason="Agreed", visible_from=LATER)
        assert said == f"{approved} waits until 15 January 2027, 09:00 UTC; no reader sees it before."
        assert offered(publisher, approved) == ["release_now", "reschedule", "take_back"]
        assert offered(at_desk("researcher"), approved) == []
        chip = '<span class="status is-waiting">Waits until 15 January 2027, 09:00 UTC</span>'
        assert chip in publisher.get(LIST).content.decode()
        assert chip in publisher.get(address("change", approved)).content.decode()
        assert "comes out" in publisher.get("/admin/").content.decode()

        said = post(publisher, "reschedule", approved, reason="Moved", visible_from="2027-01-22T09:00")
        assert said == f"{approved} waits until 22 January 2027, 09:00 UTC; no reader sees it before."
        refused = publisher.post(address("reschedule", approved), {"reschedule-reason": "Moved"})
        assert refused.status_code == 422

        assert post(publisher, "take_back", approved, reason="Not yet") == (
            f"{approved} is taken back; no reader saw it."
        )
        approved.refresh_from_db()
        assert (approved.status, newest(approved)) == (Status.DRAFT, ("publisher", Status.DRAFT, "Not yet", ""))
        assert "comes out" not in publisher.get("/admin/").content.decode()
        refused = at_desk("boss", "").get(address("delete", approved), follow=True).content.decode()
        assert "Its seal stays in the public chain" in refused
        assert "Publications (" not in publisher.get(address("change", approved)).content.decode()


def test_released_now_it_is_published_and_the_steps_are_closed(at_desk, approved) -> None:
    publisher = at_desk("publisher", "Publisher")
    later = timezone.now() + timedelta(days=2)
    publishing.publish(record=approved, by=approved.submitted_by, reason="Agreed", visible_from=later)
    assert post(publisher, "release_now", approved, reason="Earlier") == f"{approved} is out; readers see it."
    assert offered(publisher, approved) == ["withdraw"]
    assert '<span class="status is-published">Published</span>' in publisher.get(LIST).content.decode()
    late = take(publisher, approved, "take_back", reason="Too late")
    assert (late.status_code, "Only what no reader has seen" in late.content.decode()) == (422, True)
    assert at_desk("editor", "Editor").post(address("release_now", approved)).status_code == 403
