"""Where a record stands, in the words of the desk; and who sent a draft back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine

from countries.models import CountryProfile
from editorial.actions import publishing
from editorial.admin.standing import chip, sent_back, since, standing_words, waits_until, with_moment
from editorial.models import recording

pytestmark = pytest.mark.django_db


def test_each_stage_has_its_words(draft, person, press) -> None:
    said = [standing_words(draft)]
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    said.append(standing_words(draft))
    assert since(draft) == (person("researcher"), draft.submitted_at)
    publishing.approve(record=draft, by=person("editor"), reason="Read")
    said.append(standing_words(draft))
    assert since(draft) == (person("editor"), draft.reviewed_at)
    publishing.publish(record=draft, by=person("publisher"), reason="Out")
    said.append(standing_words(draft))
    press.change(draft, lead="A new summary.")
    said.append(standing_words(draft))
    press.withdraw(draft, "Wrong state")
    said.append(standing_words(draft))
    assert said == ["Draft", "In review", "Approved", "Published", "Draft of a correction", "Withdrawn"]


def test_the_author_learns_who_sent_it_back_until_they_write_on(draft, person) -> None:
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    publishing.send_back(record=draft, by=person("editor"), reason="Note 1 names no document")
    version = sent_back(draft)
    assert version is not None
    assert (version.history_user, version.history_change_reason) == (person("editor"), "Note 1 names no document")
    publishing.submit(record=draft, by=person("researcher"), reason="Named")
    with recording(by=person("researcher"), reason="One more sentence"):
        draft.lead = "More."
        draft.save()
    assert sent_back(draft) is None


def test_what_waits_says_until_when_in_a_list_and_alone(draft, press, django_assert_num_queries) -> None:
    moment = datetime(2027, 1, 15, 9, tzinfo=UTC)
    with time_machine.travel("2026-11-29 12:00 +0000"):
        press.release(draft, visible_from=moment)
        listed = with_moment(CountryProfile.objects.all()).get()
        with django_assert_num_queries(0):
            assert (standing_words(listed), chip(listed)) == ("Waits until 15 January 2027, 09:00 UTC", "waiting")
        assert waits_until(draft) == moment
    with time_machine.travel(moment):
        assert (standing_words(draft), chip(draft), waits_until(listed)) == ("Published", "published", None)
