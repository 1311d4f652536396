"""A release knows its record, its day and its sources."""

from __future__ import annotations

from datetime import UTC, date, datetime

from countries.models import ProfileRelease


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
