"""While a request is answered, no fact is written past the change sets; a text, the team's own and a new source are."""

from __future__ import annotations

import pytest
from django.db import transaction

from countries.models import Country, CountryName, CountryProfile, Team
from editorial.actions.confirming import confirm, fingerprint
from editorial.actions.proposing import propose
from editorial.models import Source, recording
from editorial.models.guard import NobodyElseSaw, at_the_door, facts_wait


def test_a_fact_is_neither_saved_nor_deleted_and_no_version_is_left(peru: Country, person) -> None:
    versions = peru.history.count()
    with facts_wait(), recording(by=person("ana"), reason="By one hand"):
        peru.name = "Perù"
        with pytest.raises(NobodyElseSaw, match="country is written through a change set"), transaction.atomic():
            peru.save()
        with pytest.raises(NobodyElseSaw), transaction.atomic():
            CountryName.objects.create(country=peru, name="Pérou", kind="also")
        with pytest.raises(NobodyElseSaw), transaction.atomic():
            Country.objects.get(pk=peru.pk).delete()
    peru.refresh_from_db()
    assert (peru.name, peru.history.count()) == ("Peru", versions)


def test_what_readers_see_otherwise_is_written(draft: CountryProfile) -> None:
    with facts_wait():
        draft.lead = "A draft is reviewed, and released."
        draft.save()
        Team.objects.create(name="Americas")
        source = Source.objects.create(key="new", kind="other", title="Named by nothing yet")
        source.title = "Changed"
        with pytest.raises(NobodyElseSaw, match="source"), transaction.atomic():
            source.save()


def test_a_proposal_and_its_confirmation_go_through(peru: Country, person) -> None:
    def act() -> None:
        country = Country.objects.get(pk=peru.pk)
        country.name = "Perù"
        country.save()

    with facts_wait():
        made = propose(act, by=person("ana"), reason="As the UN writes").change_set
        assert made is not None
        confirm(change_set=made, by=person("ben"), read=fingerprint(made))
    peru.refresh_from_db()
    assert peru.name == "Perù"


def test_the_door_is_open_only_inside(peru: Country) -> None:
    with facts_wait():
        with at_the_door():
            CountryName.objects.create(country=peru, name="Pérou", kind="also")
        with pytest.raises(NobodyElseSaw), transaction.atomic():
            CountryName.objects.create(country=peru, name="Piruw", kind="also")
