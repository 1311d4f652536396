"""Submit, approve, send back, publish, withdraw: the record and its history after each step."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from countries.actions.country_profile import publish_edition
from countries.models import CountryProfile, ProfileRelease
from editorial.actions.publishing import approve, send_back, submit, withdraw
from editorial.models import FrozenWrite, Source, public_word, recording
from editorial.rules.transitions import Refused


@pytest.fixture
def team(person):
    return person("researcher"), person("editor"), person("publisher")


@pytest.fixture
def approved(draft: CountryProfile, team) -> CountryProfile:
    researcher, editor, _ = team
    submit(record=draft, by=researcher, reason="Ready")
    approve(record=draft, by=editor, reason="Agreed")
    return draft


@pytest.fixture
def published(approved: CountryProfile, team) -> CountryProfile:
    publish_edition(profile=approved, by=team[2], reason="Out")
    approved.refresh_from_db()
    return approved


def correct(profile: CountryProfile, by, text: str) -> None:
    with recording(by=by, reason="Correction"):
        profile.text = text
        profile.save()


def last(profile: CountryProfile) -> tuple[str, str, str]:
    version = profile.history.latest()
    return version.status, str(version.history_user), version.history_change_reason


def test_submit(draft: CountryProfile, team) -> None:
    submit(record=draft, by=team[0], reason="Ready for review")
    assert (draft.status, draft.submitted_by) == ("in_review", team[0])
    assert last(draft) == ("in_review", "researcher", "Ready for review")


@pytest.mark.parametrize(
    ("text", "lead", "name"),
    [
        ("A mark without note.[^7]", "Lead.", "[^7]"),
        ("Text.\n\n[^9]: Nobody refers to this.", "Lead.", "[^9]"),
        ("Text.[^1]\n\n[^1]: Once.\n\n[^1]: Twice.", "Lead.", "[^1]"),
        ("Text.[^1]\n\n[^1]: [@nobody-2009].", "Lead.", "nobody-2009"),
        ("Text.", "", "lead summary"),
        ("", "Lead.", "text is empty"),
    ],
)
def test_submit_is_refused_by_the_problems_name(
    draft: CountryProfile, team, text: str, lead: str, name: str
) -> None:
    draft.text, draft.lead = text, lead
    draft.save()
    versions = draft.history.count()
    with pytest.raises(Refused) as refusal:
        submit(record=draft, by=team[0], reason="Ready")
    assert name in str(refusal.value)
    draft.refresh_from_db()
    assert (draft.status, draft.history.count()) == ("draft", versions)


def test_author_cannot_approve(draft: CountryProfile, team) -> None:
    submit(record=draft, by=team[0], reason="Ready")
    with pytest.raises(Refused, match="second person"):
        approve(record=draft, by=team[0], reason="Mine")
    assert draft.reviewed_at is None


def test_whoever_wrote_in_it_cannot_approve_though_another_submitted(draft: CountryProfile, team) -> None:
    researcher, editor, publisher = team
    correct(draft, editor, draft.text + "\nOne more sentence.\n")
    submit(record=draft, by=researcher, reason="Ready")
    with pytest.raises(Refused, match="second person"):
        approve(record=draft, by=editor, reason="I only added a sentence")
    approve(record=draft, by=publisher, reason="Agreed")


def test_one_person_team_is_noted_on_the_record(draft: CountryProfile, team, settings) -> None:
    settings.MONITOR_REVIEWER_MUST_DIFFER = False
    submit(record=draft, by=team[0], reason="Ready")
    approve(record=draft, by=team[0], reason="Nobody else is here")
    assert draft.review_waived
    assert draft.history.latest().review_waived


def test_send_back_needs_a_reason_that_the_author_reads(draft: CountryProfile, team) -> None:
    submit(record=draft, by=team[0], reason="Ready")
    with pytest.raises(Refused, match="Say what has to change"):
        send_back(record=draft, by=team[1], reason=" ")
    send_back(record=draft, by=team[1], reason="Note 1 names no document")
    assert (draft.status, draft.submitted_by) == ("draft", None)
    assert last(draft) == ("draft", "editor", "Note 1 names no document")


def test_publish_freezes_what_readers_get(published: CountryProfile, team) -> None:
    release = published.releases.get()
    assert (release.number, release.change_kind, release.title) == (
        1,
        "first",
        "Peru: Cluster Munition Ban Policy",
    )
    assert "Seen in the depositary" in release.notes_html
    assert [s["title"] for s in release.payload["sections"]] == ["", "Stockpiling"]
    assert [n["number"] for n in release.payload["footnotes"]] == [1]
    assert release.is_intact
    assert len(release.sha256) == 64
    assert last(published) == ("published", "publisher", "Out")


def test_publish_needs_a_review(draft: CountryProfile, team) -> None:
    submit(record=draft, by=team[0], reason="Ready")
    with pytest.raises(Refused, match="approved"):
        publish_edition(profile=draft, by=team[2], reason="Out")
    assert not ProfileRelease.objects.exists()


def test_a_release_never_changes(published: CountryProfile) -> None:
    release = published.releases.get()
    release.lead = "Something else"
    with pytest.raises(FrozenWrite):
        release.save()
    with pytest.raises(FrozenWrite):
        release.delete()
    with pytest.raises(FrozenWrite):
        ProfileRelease.objects.all().delete()
    with pytest.raises(FrozenWrite):
        ProfileRelease.objects.update(lead="Something else")


def test_a_correction_is_a_second_release_and_the_first_stays(published: CountryProfile, team) -> None:
    researcher, editor, publisher = team
    first = published.releases.get()
    correct(published, researcher, published.text.replace("is unknown", "was unknown in 2009"))
    assert published.status == "draft"
    assert CountryProfile.objects.published(timezone.now()).get() == published  # readers still see r1
    submit(record=published, by=researcher, reason="Correction")
    approve(record=published, by=editor, reason="Agreed")
    with pytest.raises(Refused, match="public note"):
        publish_edition(profile=published, by=publisher, reason="Out")
    second = publish_edition(profile=published, by=publisher, reason="Out", public_note="Year added")
    assert (second.number, second.change_kind, second.public_note) == (2, "substantive", "Year added")
    first.refresh_from_db()
    assert "is unknown" in first.text
    assert first.is_intact
    assert published.history.latest().public_note == "Year added"


def test_reviewer_of_the_first_release_may_review_the_second(published: CountryProfile, team) -> None:
    researcher, editor, _ = team
    correct(published, researcher, published.text + "\nMore.\n")
    submit(record=published, by=researcher, reason="Correction")
    approve(record=published, by=editor, reason="Agreed again")
    assert published.reviewed_by == editor


def test_withdraw_takes_it_from_readers_with_a_public_reason(published: CountryProfile, team) -> None:
    with pytest.raises(Refused, match="Tell readers why"):
        withdraw(record=published, by=team[2], reason="Wrong state", public_reason="")
    withdraw(record=published, by=team[2], reason="Wrong state", public_reason="Published by mistake")
    assert not CountryProfile.objects.published(timezone.now()).exists()
    assert not ProfileRelease.objects.visible(timezone.now()).exists()
    assert (published.status, published.withdrawal_reason) == ("withdrawn", "Published by mistake")
    assert published.history.latest().public_note == "Published by mistake"


def test_editing_a_withdrawn_edition_does_not_bring_it_back(published: CountryProfile, team) -> None:
    withdraw(record=published, by=team[2], reason="Wrong", public_reason="Published by mistake")
    correct(published, team[0], published.text + "\nMended.\n")
    assert published.status == "draft"
    assert not CountryProfile.objects.published(timezone.now()).exists()


@pytest.fixture
def mended(published: CountryProfile, team) -> CountryProfile:
    """Withdrawn, corrected and approved again; not published yet."""
    researcher, editor, publisher = team
    withdraw(record=published, by=publisher, reason="Wrong", public_reason="It described another state.")
    correct(published, researcher, published.text + "\nMended.\n")
    submit(record=published, by=researcher, reason="Mended")
    approve(record=published, by=editor, reason="Agreed")
    return published


def seen(profile: CountryProfile, at: datetime) -> list[int]:
    """Numbers of the releases that readers see; the record is published while there are any."""
    numbers = sorted(profile.releases.visible(at).values_list("number", flat=True))
    assert CountryProfile.objects.published(at).filter(pk=profile.pk).exists() == bool(numbers)
    return numbers


def test_a_new_release_ends_a_withdrawal_and_brings_nothing_back(mended: CountryProfile, team) -> None:
    withdrawn = mended.withdrawn_at, mended.withdrawn_by, mended.withdrawal_reason
    assert seen(mended, timezone.now()) == []
    publish_edition(profile=mended, by=team[2], reason="Out again", public_note="Mended")
    mended.refresh_from_db()
    assert seen(mended, timezone.now()) == [2]
    assert [one.is_withdrawn for one in mended.releases.order_by("number")] == [True, False]
    assert (mended.status, mended.is_withdrawn) == ("published", False)
    assert (mended.withdrawn_at, mended.withdrawn_by, mended.withdrawal_reason) == withdrawn
    version = mended.history.latest()
    assert last(mended) == ("published", "publisher", "Out again")
    assert (version.withdrawn_at, version.withdrawal_reason) == (withdrawn[0], "It described another state.")


def test_withdrawn_stays_withdrawn_until_the_embargo_of_the_next_release_ends(
    mended: CountryProfile, team
) -> None:
    later = timezone.now() + timedelta(days=2)
    publish_edition(profile=mended, by=team[2], reason="Launch", public_note="Mended", visible_from=later)
    assert mended.history.latest().status == "published"
    assert seen(mended, timezone.now()) == []
    assert seen(mended, later - timedelta(microseconds=1)) == []
    assert seen(mended, later) == [2]
    before = public_word(later - timedelta(microseconds=1))
    assert public_word(timezone.now()) == before
    assert public_word(later) != before


def test_a_release_under_embargo_can_be_withdrawn_before_anybody_saw_it(mended: CountryProfile, team) -> None:
    later = timezone.now() + timedelta(days=2)
    publish_edition(profile=mended, by=team[2], reason="Launch", public_note="Mended", visible_from=later)
    mended.refresh_from_db()
    withdraw(record=mended, by=team[2], reason="Still wrong", public_reason="A new edition follows.")
    assert seen(mended, later) == []
    assert (mended.status, mended.is_withdrawn, mended.withdrawal_reason) == (
        "withdrawn",
        True,
        "A new edition follows.",
    )
    assert last(mended) == ("withdrawn", "publisher", "Still wrong")
    with pytest.raises(Refused, match="Only a published record"):
        withdraw(record=mended, by=team[2], reason="Twice", public_reason="Twice")


def test_embargo_is_invisible_until_its_moment(approved: CountryProfile, team) -> None:
    later = timezone.now() + timedelta(days=2)
    publish_edition(profile=approved, by=team[2], reason="Launch day", visible_from=later)
    assert not CountryProfile.objects.published(timezone.now()).exists()
    assert CountryProfile.objects.published(later).exists()


def test_a_release_carries_the_sources_of_its_body_too(draft: CountryProfile, team) -> None:
    Source.objects.create(key="in-the-body", title="Cited in the text")
    Source.objects.create(key="in-a-note", title="Cited in a note")
    draft.text = "Peru signed [@in-the-body].[^1]\n\n[^1]: [@in-a-note].\n"
    draft.save()
    submit(record=draft, by=team[0], reason="Ready")
    approve(record=draft, by=team[1], reason="Agreed")
    release = publish_edition(profile=draft, by=team[2], reason="Out")
    assert set(release.payload["sources"]) == {"in-the-body", "in-a-note"}
