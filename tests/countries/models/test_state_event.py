"""Events that are no legal acts: kept once, between two different states."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Country, StateEvent
from editorial.models import recording

pytestmark = pytest.mark.django_db

DISCLOSED = {"kind": "disclosure", "date": "May 2007", "words": "Made known that it held cluster munitions"}


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


def test_in_words_and_at_its_place_on_the_states_page(peru: Country) -> None:
    event = StateEvent.objects.create(country=peru, **DISCLOSED)
    event.refresh_from_db()
    assert str(event) == "Peru, May 2007: stock disclosed"
    assert event.get_absolute_url() == "/countries/peru/#timeline"


def test_the_same_words_of_one_day_stand_once(peru: Country) -> None:
    StateEvent.objects.create(country=peru, **DISCLOSED)
    with pytest.raises(IntegrityError), transaction.atomic():
        StateEvent.objects.create(country=peru, **DISCLOSED)


def test_the_other_state_is_another_one(peru: Country) -> None:
    with pytest.raises(ValidationError, match="another one"):
        StateEvent(country=peru, towards=peru, **DISCLOSED).full_clean()
    with pytest.raises(IntegrityError, match="towards_another"), transaction.atomic():
        StateEvent.objects.create(country=peru, towards=peru, **DISCLOSED)
