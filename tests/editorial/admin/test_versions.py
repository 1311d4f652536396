"""The newest version of many records at once."""

from __future__ import annotations

import pytest

from countries.models import CountryProfile
from editorial.admin.versions import newest_versions
from editorial.models import Source


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
