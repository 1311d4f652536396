"""Every tracked table says whether its rows are about a country, and by which way; nothing is guessed."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from countries.models import Country, CountryAssignment
from editorial.models import Tracked, country_path

TRACKED = [model for model in apps.get_models() if issubclass(model, Tracked)]
NAMES_A_COUNTRY_AND_IS_OPEN = {
    CountryAssignment: "it says in whose hands a country is; administrators alone write it",
}


@pytest.mark.parametrize("model", TRACKED, ids=lambda m: m._meta.label)
def test_a_table_says_how_its_rows_lead_to_a_country_or_that_they_lead_to_none(model: type[Tracked]) -> None:
    says = [one.__name__ for one in model.__mro__ if "COUNTRY_PATH" in vars(one)]
    if model.PART_OF:
        assert not says, "A part is about what its whole is about: only the whole says it."
    else:
        assert says, f'{model._meta.label}: say COUNTRY_PATH = "country", or "" if its rows are about none'


@pytest.mark.parametrize("model", [m for m in TRACKED if country_path(m)], ids=lambda m: m._meta.label)
def test_the_way_leads_to_a_country(model: type[Tracked]) -> None:
    found: type[models.Model] = model
    for step in country_path(model).split("__"):
        related = found._meta.get_field(step).related_model
        assert isinstance(related, type)
        found = related
    assert found is Country


@pytest.mark.parametrize("model", TRACKED, ids=lambda m: m._meta.label)
def test_a_record_that_cannot_be_without_its_country_is_about_it(model: type[Tracked]) -> None:
    """A new table with a country of its own is not left open by a slip."""
    keys = [f for f in model._meta.concrete_fields if f.related_model is Country and not f.null]
    if keys and not model.PART_OF and model not in NAMES_A_COUNTRY_AND_IS_OPEN:
        assert country_path(model) in {f.name for f in keys}
