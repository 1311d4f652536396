"""A whole edition year is released in the background, or nothing of it, and whoever asked is told which."""

from __future__ import annotations

from typing import Any

import pytest

from countries.models import ProfileRelease
from editorial.actions.jobs import ask_for
from editorial.actions.publishing import approve, submit
from editorial.rules.roles import PUBLISHER, RESEARCHER

pytestmark = pytest.mark.django_db


def freeze(by: Any) -> Any:
    job = ask_for("freeze", title="Release edition 2009", by=by, given={"edition": 2009, "reason": "Agreed"})
    job.refresh_from_db()
    return job


def test_approved_profiles_come_out_together(draft, press, person, at_desk) -> None:
    at_desk("publisher", PUBLISHER)
    submit(record=draft, by=press.researcher, reason="Ready")
    approve(record=draft, by=press.editor, reason="Read")
    job = freeze(person("publisher"))
    assert (job.state, job.outcome) == ("done", "1 profiles of 2009 are released.")
    assert job.leads_to == "/admin/countries/countryprofile/work/?edition=2009"
    assert ProfileRelease.objects.get().released_by.username == "publisher"


def test_what_stands_in_the_way_is_the_reason(draft, person, at_desk) -> None:
    at_desk("publisher", PUBLISHER)
    job = freeze(person("publisher"))
    assert job.state == "failed"
    assert "1 things stand in the way" in job.outcome
    assert "draft, not approved" in job.outcome
    assert not ProfileRelease.objects.exists()


def test_who_may_not_publish_by_now_does_not(draft, person, at_desk) -> None:
    at_desk("researcher", RESEARCHER)
    assert "may not publish" in freeze(person("researcher")).outcome
