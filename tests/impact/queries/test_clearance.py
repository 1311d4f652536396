"""Records of clearance by state, the newest first."""

from __future__ import annotations

from datetime import date

import pytest

from editorial.queries.kept import keeping
from impact.models import ClearanceRecord
from impact.queries.clearance import clearance_records, ending

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_by_state_the_newest_period_first(django_assert_num_queries):
    with django_assert_num_queries(2):
        found = clearance_records(keeping())
    names = [one.record.country.name for one in found]
    assert names == sorted(names)
    laos = [one.record.when_in_words for one in found if one.record.country.iso3 == "LAO"]
    assert laos == ["2022", "2019", "1996 to June 2011"]
    assert all(one.proof.sources for one in found)


def test_a_record_without_a_time_ends_before_all_others():
    assert ending(ClearanceRecord()) == date.min
    assert ending(clearance_records(keeping())[0].record) > date(1990, 1, 1)
