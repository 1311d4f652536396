"""What is on record is read once, and found by what its values mean."""

import pytest

from editorial.importing.on_record import OnRecord, key_of
from editorial.models import recording
from stockpiles.models import ActivityClaim

pytestmark = pytest.mark.django_db


def claim(peru, as_of="2007"):
    return ActivityClaim(country=peru, activity="use", answer="no", as_of=as_of)


def test_rows_are_found_by_equal_values_however_they_are_written(peru, django_assert_num_queries):
    with recording(by=None, reason="Entered"):
        first, second = claim(peru), claim(peru)
        first.save()
        second.save()
    record = OnRecord()
    with django_assert_num_queries(1):
        for year in ("2007", 2007):
            assert record.alike(ActivityClaim, {"country": peru, "as_of": year}) == [first, second]
        assert record.alike(ActivityClaim, {"country": peru, "as_of": None}) == []


def test_what_is_written_meanwhile_is_among_them(peru):
    record, new = OnRecord(), claim(peru)
    by = {"country": peru, "as_of": "2007"}
    assert record.alike(ActivityClaim, by) == []
    record.add(new, by)
    assert record.alike(ActivityClaim, by) == [new]


def test_two_new_records_of_one_name_are_two(peru):
    one, other = claim(peru), claim(peru)
    assert key_of(ActivityClaim, {"country": one}) != key_of(ActivityClaim, {"country": other})
