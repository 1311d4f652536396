"""Every state once for all pages."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.queries.all_states import all_states
from editorial.queries.kept import Keeping
from tests.factories.meetings import make_country


@pytest.mark.django_db
def test_by_their_names_and_read_once(django_assert_num_queries) -> None:
    peru, chile = make_country("PER", "Peru"), make_country("CHL", "Chile")
    kept = Keeping(timezone.now(), None)
    with django_assert_num_queries(1):
        found = all_states(kept)
    assert list(found.values()) == [chile, peru]
    with django_assert_num_queries(0):
        assert all_states(kept) is found
        assert found[peru.pk].name == "Peru"
