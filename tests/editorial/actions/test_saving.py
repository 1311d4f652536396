"""What a form would refuse is refused in its words, though the database is asked first."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from countries.models import Country
from editorial.actions.saving import save_checked
from editorial.models import recording
from stockpiles.models import ActivityClaim
from tests.factories.profiles import make_source

pytestmark = pytest.mark.django_db


def state(**fields: str) -> Country:
    return Country(**{"slug": "mali", "iso3": "MLI", "name": "Mali", "region": "Africa", **fields})


def test_what_is_there_already_is_told_by_its_field(peru: Country) -> None:
    with recording(by=None, reason="Made for a test"), pytest.raises(ValidationError) as refused:
        save_checked(state(iso3="PER"))
    assert "iso3" in refused.value.message_dict
    assert Country.objects.count() == 1


def test_a_value_that_no_form_takes_is_told_before_anything_is_asked() -> None:
    with CaptureQueriesContext(connection) as queries, pytest.raises(ValidationError) as refused:
        save_checked(state(name=""))
    assert refused.value.message_dict == {"name": ["This field cannot be blank."]}
    assert not [one for one in queries if "INSERT" in one["sql"]]


def test_a_constraint_of_the_table_is_told_in_its_words(peru: Country) -> None:
    make_source(key="known")
    claim = ActivityClaim(
        country=peru, activity="use", answer="no", as_of="1999", note="Said [@known].", rank="preferred"
    )
    with recording(by=None, reason="Made for a test"), pytest.raises(ValidationError) as refused:
        save_checked(claim)
    assert refused.value.messages
    assert not ActivityClaim.objects.exists()


def test_what_is_right_is_saved_with_its_version() -> None:
    mali = state()
    with recording(by=None, reason="Made for a test"):
        save_checked(mali, force_insert=True)
    assert mali.history.get().history_change_reason == "Made for a test"
