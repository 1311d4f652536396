"""The newest version of many records at once, and the newest versions that people wrote."""

from __future__ import annotations

import pytest

from countries.models import CountryProfile
from editorial.admin.versions import newest_by_people, newest_versions
from editorial.models import Source, recording


def test_the_newest_version_of_many_records_takes_two_queries(
    draft: CountryProfile, sources: list[Source], django_assert_num_queries
) -> None:
    with django_assert_num_queries(2):
        newest = newest_versions(Source, [source.pk for source in sources])
        assert {str(version.history_user) for version in newest.values()} == {"None"}
    with django_assert_num_queries(2):
        assert str(newest_versions(CountryProfile, [draft.pk])[draft.pk].history_user) == "researcher"


@pytest.mark.django_db
def test_nothing_is_asked_of_nothing() -> None:
    assert newest_versions(Source, []) == {}


@pytest.mark.django_db
def test_what_people_wrote_last_in_many_tables_takes_two_queries(
    draft: CountryProfile, sources: list[Source], person, django_assert_num_queries
) -> None:
    with recording(by=person("researcher"), reason="Their new address"):
        sources[0].url = "https://example.org/"
        sources[0].save()
    with django_assert_num_queries(2):
        found = newest_by_people([CountryProfile, Source], 5)
    assert [(act.model, act.pk, str(act.history_user), act.history_change_reason) for act in found] == [
        (Source, sources[0].pk, "researcher", "Their new address"),
        (CountryProfile, draft.pk, "researcher", "First draft"),
    ]
    assert [act.model for act in newest_by_people([CountryProfile, Source], 0)] == []
    assert newest_by_people([], 5) == []
