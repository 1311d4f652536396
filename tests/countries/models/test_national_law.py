"""Claims on laws: recorded side by side, with history and a place on the page of the state."""

from __future__ import annotations

import pytest

from countries.models import NationalLaw
from editorial.models import recording

pytestmark = pytest.mark.django_db


def test_two_sources_of_one_law_stand_side_by_side(peru) -> None:
    with recording(by=None, reason="Read in two reports"):
        first = NationalLaw.objects.create(country=peru, kind="act", title="Act 5", adopted_on="2012-12-12")
        second = NationalLaw.objects.create(
            country=peru, kind="act", title="Act No. 5", known_as="Act 5", adopted_on="2012-12-21"
        )
    assert first.name == second.name == "Act 5"
    assert str(second) == "Act No. 5 (Peru)"
    assert second.get_absolute_url() == f"/countries/peru/#law-{second.pk}"
    assert [version.history_change_reason for version in second.history.all()] == ["Read in two reports"]
