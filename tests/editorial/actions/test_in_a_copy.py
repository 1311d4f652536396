"""What is tried in a copy stands in nobody's way, and nothing of it is left."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from countries.models import Country
from editorial.actions.in_a_copy import in_a_copy
from editorial.models import recording
from tests.concurrency.beside import Beside


def make(slug: str, iso3: str) -> None:
    with recording(by=None, reason="Made for a test"):
        Country.objects.create(slug=slug, iso3=iso3, name=slug.title())


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has one writer at a time")
def test_others_write_meanwhile_and_nothing_of_the_trial_stays() -> None:
    make("peru", "PER")
    with in_a_copy(), transaction.atomic():
        make("chile", "CHL")
        beside = Beside(lambda: make("mali", "MLI"))
        assert beside.is_over(within=5)
        assert beside.raised is None
        assert set(Country.objects.values_list("slug", flat=True)) == {"peru", "chile"}
    assert set(Country.objects.values_list("slug", flat=True)) == {"peru", "mali"}


@pytest.mark.django_db(transaction=True)
def test_a_failure_inside_leads_back_to_the_database_itself() -> None:
    make("peru", "PER")
    with pytest.raises(ValueError, match="no"), in_a_copy():
        raise ValueError("no")
    make("mali", "MLI")
    assert Country.objects.count() == 2


@pytest.mark.django_db
def test_inside_a_transaction_it_changes_nothing() -> None:
    with in_a_copy():
        make("peru", "PER")
    assert Country.objects.count() == 1
