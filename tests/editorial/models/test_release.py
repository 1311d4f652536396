"""A release is frozen: stored once with its hash, never changed, never deleted, visible from its day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from countries.models import Country, ProfileRelease, ProfileTheme
from editorial.models import FrozenWrite, release_models, tracked_models
from tests.factories.profiles import Press


@pytest.fixture
def release(press: Press, peru: Country, ban_policy: ProfileTheme) -> ProfileRelease:
    return press.edition(peru, ban_policy)


def test_it_is_stored_once(release: ProfileRelease) -> None:
    release.title = "Another title"
    with pytest.raises(FrozenWrite, match="Publish a correction"):
        release.save()
    with pytest.raises(FrozenWrite, match="withdraw the record"):
        release.delete()


@pytest.mark.parametrize("write", ["update", "bulk_update", "delete"])
def test_no_query_writes_around_it(release: ProfileRelease, write: str) -> None:
    rows = ProfileRelease.objects.all()
    with pytest.raises(FrozenWrite):
        {
            "update": lambda: rows.update(title="x"),
            "bulk_update": lambda: rows.bulk_update([release], ["title"]),
            "delete": rows.delete,
        }[write]()
    assert ProfileRelease.objects.get() == release


@pytest.mark.parametrize("field", ["title", "lead", "text", "resolved_text"])
def test_the_hash_covers_every_word(release: ProfileRelease, field: str) -> None:
    assert release.is_intact
    setattr(release, field, getattr(release, field) + " ")
    assert not release.is_intact


@pytest.mark.parametrize("field", ["payload", "facts"])
def test_the_hash_covers_what_partners_get(release: ProfileRelease, field: str) -> None:
    setattr(release, field, {"another": "value"})
    assert not release.is_intact


@pytest.mark.parametrize("field", ["body_html", "notes_html", "public_note"])
def test_the_hash_leaves_markup_and_the_note_about_it_out(release: ProfileRelease, field: str) -> None:
    setattr(release, field, "<p>Another dress</p>")
    assert release.is_intact


def test_the_order_of_keys_does_not_change_the_hash(release: ProfileRelease) -> None:
    before = release.fingerprint()
    release.payload = dict(reversed(list(release.payload.items())))
    assert release.fingerprint() == before


def test_readers_see_it_from_the_very_moment_of_its_embargo(release: ProfileRelease) -> None:
    at = release.visible_from
    assert list(ProfileRelease.objects.visible(at)) == [release]
    assert not ProfileRelease.objects.visible(at - timedelta(microseconds=1)).exists()


def test_a_withdrawal_takes_it_and_not_the_next(press: Press, release: ProfileRelease) -> None:
    press.withdraw(release.profile, "It described another state.")
    release = ProfileRelease.objects.get(pk=release.pk)
    assert release.is_withdrawn
    assert not ProfileRelease.objects.not_withdrawn().exists()
    second = press.release(release.profile, note="Written anew.", lead="Peru has ratified.")
    assert list(ProfileRelease.objects.visible(timezone.now())) == [second]
    assert not ProfileRelease.objects.get(pk=second.pk).is_withdrawn


def test_a_correction_without_a_public_note_is_refused_by_the_database(release: ProfileRelease) -> None:
    release.pk, release._state.adding = None, True
    release.number, release.change_kind = 2, "minor"
    with pytest.raises(IntegrityError, match="correction_has_note"), transaction.atomic():
        release.save()


def test_its_label_is_what_stands_in_the_address(release: ProfileRelease) -> None:
    assert release.label == "r1"


def test_it_knows_its_record_and_the_sources_it_cites(press, peru, ban_policy, django_assert_num_queries) -> None:
    made = press.edition(peru, ban_policy)
    release = ProfileRelease.objects.without_texts().get(pk=made.pk)
    with django_assert_num_queries(0):
        assert release.record_id == made.profile_id
    assert release.record == made.profile
    assert [source["key"] for source in release.sources] == ["laRepublica-2007-05-29"]
    assert release.recorded() == {}


def test_a_list_leaves_the_long_texts_in_the_database(press, peru, ban_policy) -> None:
    press.edition(peru, ban_policy)
    left_out = ProfileRelease.objects.without_texts().get().get_deferred_fields()
    assert left_out == {"text", "resolved_text", "body_html", "notes_html", "contents", "payload", "facts"}


def test_computed_facts_are_of_the_day_that_they_name_or_of_the_release() -> None:
    out = datetime(2026, 3, 5, 23, tzinfo=UTC)
    dated = [{"label": "A", "value": "1"}, {"label": "B", "value": "2", "as_of": "2009-03-18"}]
    assert ProfileRelease(facts=dated, released_at=out).facts_as_of == date(2009, 3, 18)
    assert ProfileRelease(facts=dated[:1], released_at=out).facts_as_of == date(2026, 3, 5)
    assert ProfileRelease(facts=[]).facts_as_of is None


def test_every_table_of_releases_is_known_and_none_of_records() -> None:
    assert {model._meta.label for model in release_models()} == {
        "countries.ProfileRelease",
        "meetings.StatementRelease",
    }
    assert not set(release_models()) & set(tracked_models())
