"""The database itself holds who and when together, and reviewer and author apart."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from countries.models import CountryProfile


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
        draft.save()


def test_a_published_record_was_published_after_it_was_withdrawn(draft: CountryProfile, person) -> None:
    now = timezone.now()
    for step, by in (("submitted", "researcher"), ("reviewed", "editor"), ("published", "publisher")):
        setattr(draft, f"{step}_at", now)
        setattr(draft, f"{step}_by", person(by))
    draft.status, draft.withdrawn_at, draft.withdrawn_by = "published", now, person("publisher")
    draft.withdrawal_reason = "It described another state."
    with pytest.raises(IntegrityError, match="published_was_reviewed"), transaction.atomic():
        draft.save()
    draft.withdrawn_at = now - timedelta(microseconds=1)
    draft.save()


def test_changing_a_submitted_record_returns_it_to_draft(draft: CountryProfile, person) -> None:
    """What a reviewer approves is exactly what was submitted."""
    draft.status, draft.submitted_at, draft.submitted_by = "in_review", timezone.now(), person("researcher")
    draft.save()
    draft.lead = "Another lead."
    draft.save()
    draft.refresh_from_db()
    assert (draft.status, draft.submitted_at, draft.submitted_by) == ("draft", None, None)
