"""A long set is confirmed in the background as a short one is in the request: the same rows, versions, log and refusals."""

from __future__ import annotations

from typing import Any

import pytest

from countries.models import Country
from editorial.actions.confirming import fingerprint
from editorial.actions.jobs import ask_for
from editorial.actions.proposing import propose
from editorial.importing import confirming_many
from editorial.models import ChangeRow, ChangeSet, CitationUse, Job, Source
from stockpiles.models import ActivityClaim
from tests.factories.changes import changing
from tests.factories.profiles import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposed(peru: Country, person: Any) -> ChangeSet:
    """A new source, claims that rest on it, and a changed one."""
    make_source(key="known")
    claim = ActivityClaim.objects.create(
        country=peru, activity="use", answer="no", as_of="1999", note="Said [@known, p. 2]."
    )

    def act() -> None:
        Source.objects.create(key="the-source", kind="press", title="A report")
        for year in range(2000, 2012):
            ActivityClaim.objects.create(
                country=peru, activity="use", answer="no", as_of=str(year), note="Said [@the-source, p. 2]."
            )
        changing(claim, note="Said [@known, p. 3].")()

    made = propose(act, by=person("ana"), reason="From the list", public_note="Twelve answers.").change_set
    assert made is not None
    return made


def confirm(made: ChangeSet, by: Any, **given: Any) -> Job:
    asked = {"change_set": made.pk, "read": fingerprint(made), "words": "", **given}
    job = ask_for("confirm", title="Confirm", by=by, given=asked)
    job.refresh_from_db()
    made.refresh_from_db()
    return job


def test_all_rows_are_written_under_both_names_and_one_number(proposed: ChangeSet, person: Any) -> None:
    job = confirm(proposed, person("ben"))
    assert (job.state, job.outcome.split(":")[0]) == ("done", "Confirmed. Readers see it now")
    assert proposed.state == "confirmed"
    assert ActivityClaim.objects.count() == 13
    for claim in ActivityClaim.objects.all():
        version = claim.history.latest()
        assert version.change_id == proposed.public_id
        assert (version.history_user.username, version.confirmed_by.username) == ("ana", "ben")
        assert (version.history_change_reason, version.public_note) == ("From the list", "Twelve answers.")
        assert version.history_date == proposed.decided_at
    assert CitationUse.objects.filter(source__key="the-source").count() == 12
    assert ActivityClaim.objects.get(as_of="1999").note == "Said [@known, p. 3]."
    assert not ChangeRow.objects.filter(
        change_set=proposed, table="stockpiles.activityclaim", told_after=False
    ).exists()


def test_one_row_that_does_not_fit_leaves_all_unwritten(proposed: ChangeSet, peru: Country, person: Any) -> None:
    changing(ActivityClaim.objects.get(as_of="1999"), note="Said [@known, p. 9].")()
    job = confirm(proposed, person("ben"))
    assert job.state == "failed"
    assert "was “Said [@known, p. 2].” when this was proposed" in job.outcome
    assert proposed.is_open
    assert ActivityClaim.objects.count() == 1
    assert not Source.objects.filter(key="the-source").exists()


def test_what_was_read_is_what_is_confirmed_and_not_by_its_author(proposed: ChangeSet, person: Any) -> None:
    assert "changed since you opened it" in confirm(proposed, person("ben"), read="another").outcome
    assert "A second person confirms it" in confirm(proposed, person("ana")).outcome
    assert proposed.is_open


def test_where_others_confirm_meanwhile_it_is_tried_anew_and_at_last_given_up(
    proposed: ChangeSet, person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = iter((0, 5, 0, 1))
    monkeypatch.setattr(confirming_many, "_confirmed", lambda: next(said))
    assert confirm(proposed, person("ben")).state == "done"


def test_it_is_given_up_after_some_tries(
    proposed: ChangeSet, person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confirming_many, "_confirmed", lambda: 0)
    job = confirm(proposed, person("ben"))
    assert "Others confirmed changes each time" in job.outcome
    assert proposed.is_open


def test_what_deletes_is_written_in_its_order(peru: Country, person: Any) -> None:
    make_source(key="known")
    claim = ActivityClaim.objects.create(
        country=peru, activity="use", answer="no", as_of="1999", note="Said [@known, p. 2]."
    )
    made = propose(lambda: claim.delete(), by=person("ana"), reason="Twice there").change_set
    assert made is not None
    assert confirm(made, person("ben")).state == "done"
    assert not ActivityClaim.objects.exists()
