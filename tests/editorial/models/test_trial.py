"""What is written on trial is undone, so nothing that only readers need follows it."""

import pytest

from countries.models import Country
from editorial.models import SearchEntry, recording
from editorial.models.trial import is_on_trial, on_trial

pytestmark = pytest.mark.django_db


def renamed(country: Country, name: str) -> list[str]:
    """The titles under which the search finds a state after it got another name."""
    country.name = name
    with recording(by=None, reason="Another name"):
        country.save()
    return list(SearchEntry.objects.filter(kind="country").values_list("title", flat=True))


def test_the_search_follows_what_stays_and_not_what_is_tried(peru: Country) -> None:
    assert renamed(peru, "Perú") == ["Perú"]
    with on_trial():
        assert is_on_trial()
        assert renamed(peru, "Pérou") == ["Perú"]
    assert not is_on_trial()
    assert renamed(peru, "Peru") == ["Peru"]


def test_after_a_fault_nothing_is_on_trial_any_more() -> None:
    with pytest.raises(ZeroDivisionError), on_trial():
        raise ZeroDivisionError
    assert not is_on_trial()
