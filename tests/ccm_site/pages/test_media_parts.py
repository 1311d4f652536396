"""What sources show of a state, on its page."""

from __future__ import annotations

from typing import Any

import pytest

from ccm_site.pages.media_parts import media
from ccm_site.pages.parts import this_moment
from countries.models import Country, Medium
from editorial.models import recording
from tests.factories.meetings import make_country, make_source

pytestmark = pytest.mark.django_db


def test_only_its_own_in_one_query_and_nothing_where_there_are_none(
    peru: Country, django_assert_num_queries
) -> None:
    with recording(by=None, reason="Made for a test"):
        shown = [
            Medium.objects.create(country=peru, kind="video", words=f"Part {n}", source=make_source())
            for n in (1, 2)
        ]
    at = this_moment()
    with django_assert_num_queries(1):
        content: Any = media(peru, at)
        assert [one.source.key for one in content["media"]] == [one.source.key for one in shown]
    assert media(make_country("CHL", "Chile"), at) is None
