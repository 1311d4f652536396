"""Programmes: their place on the state's page, their order, and who cannot go while they stand."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from editorial.models import Organisation
from stockpiles.models import DestructionProgramme

pytestmark = pytest.mark.usefixtures("in_a_change")


def test_in_words_and_at_its_place(peru) -> None:
    programme = DestructionProgramme.objects.create(country=peru, slug="peru-npa", title="Stockpile destruction")
    assert str(programme) == "Stockpile destruction"
    assert programme.get_absolute_url() == f"/stockpiles/peru/#programme-{programme.pk}"


def test_programmes_of_a_state_in_the_order_in_which_they_started(peru) -> None:
    for slug, started in (("second", "2016"), ("first", "2014-09-15")):
        DestructionProgramme.objects.create(country=peru, slug=slug, title=slug, started=started)
    assert [one.slug for one in DestructionProgramme.objects.all()] == ["first", "second"]


def test_a_slug_means_one_programme_and_its_partner_stays(peru) -> None:
    npa = Organisation.objects.create(name="Norwegian People's Aid", slug="npa")
    DestructionProgramme.objects.create(country=peru, slug="peru-npa", title="Destruction", partner=npa)
    with pytest.raises(IntegrityError), transaction.atomic():
        DestructionProgramme.objects.create(country=peru, slug="peru-npa", title="Another")
    with pytest.raises(IntegrityError), transaction.atomic():
        npa.delete()
