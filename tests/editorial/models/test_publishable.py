"""The database itself holds who and when together, and reviewer and author apart."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from countries.models import CountryProfile
from editorial.actions.publishing import submit


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"submitted_at": True}, "submitted_pair"),
        ({"reviewed_by": True}, "reviewed_pair"),
        ({"published_at": True}, "published_pair"),
        ({"status": "in_review"}, "in_review_was_submitted"),
        ({"status": "published"}, "published_was_reviewed"),
        ({"status": "withdrawn"}, "withdrawn_status"),
        ({"withdrawn_at": True, "withdrawn_by": True}, "withdrawn_says_why"),
        (
            {"submitted_at": True, "submitted_by": True, "reviewed_at": True, "reviewed_by": True},
            "reviewer_not_author",
        ),
    ],
)
def test_impossible_states_are_refused(draft: CountryProfile, person, fields: dict, constraint: str) -> None:
    for name, value in fields.items():
        if value is True:
            value = timezone.now() if name.endswith("_at") else person("researcher")
        setattr(draft, name, value)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        draft.save_step()


def test_a_published_record_was_published_after_it_was_withdrawn(draft: CountryProfile, person) -> None:
    now = timezone.now()
    for step, by in (("submitted", "researcher"), ("reviewed", "editor"), ("published", "publisher")):
        setattr(draft, f"{step}_at", now)
        setattr(draft, f"{step}_by", person(by))
    draft.status, draft.withdrawn_at, draft.withdrawn_by = "published", now, person("publisher")
    draft.withdrawal_reason = "It described another state."
    with pytest.raises(IntegrityError, match="published_was_reviewed"), transaction.atomic():
        draft.save_step()
    draft.withdrawn_at = now - timedelta(microseconds=1)
    draft.save_step()


def test_changing_a_submitted_record_returns_it_to_draft(draft: CountryProfile, person) -> None:
    """What a reviewer approves is exactly what was submitted."""
    draft.status, draft.submitted_at, draft.submitted_by = "in_review", timezone.now(), person("researcher")
    draft.save_step()
    draft.lead = "Another lead."
    draft.save()
    draft.refresh_from_db()
    assert (draft.status, draft.submitted_at, draft.submitted_by) == ("draft", None, None)


def test_a_copy_read_before_a_step_takes_nothing_of_it_back(press, peru, ban_policy) -> None:
    """Somebody holds a draft; it is published; the copy is saved: what is published stays published."""
    stale = press.draft(peru, ban_policy)
    release = press.release(CountryProfile.objects.get(pk=stale.pk))
    stale.lead = "Another lead."
    stale.save()
    stored = CountryProfile.objects.get(pk=stale.pk)
    assert (stored.lead, stored.status, stored.reviewed_at) == ("Another lead.", "draft", None)
    assert stored.published_at == release.released_at
    assert stored.standing.ever_published
    assert stale.published_at == stored.published_at, "the copy knows it as well"


def test_a_save_takes_no_step_and_a_step_saves_no_words(draft: CountryProfile, person) -> None:
    draft.status, draft.submitted_at, draft.submitted_by = "in_review", timezone.now(), person("researcher")
    draft.save()
    assert CountryProfile.objects.get(pk=draft.pk).status == "draft"
    draft.status, draft.submitted_at, draft.submitted_by = "in_review", timezone.now(), person("researcher")
    draft.lead = "Not saved."
    draft.save_step()
    stored = CountryProfile.objects.get(pk=draft.pk)
    assert (stored.status, stored.lead) == ("in_review", "Peru signed in Oslo and had not yet ratified.")


def test_saving_single_fields_after_submission_returns_it_to_draft_too(draft: CountryProfile, press) -> None:
    submit(record=draft, by=press.researcher, reason="Ready")
    draft.lead = "Another lead."
    draft.save(update_fields=["lead"])
    stored = CountryProfile.objects.get(pk=draft.pk)
    assert (stored.status, stored.submitted_by, stored.lead) == ("draft", None, "Another lead.")
