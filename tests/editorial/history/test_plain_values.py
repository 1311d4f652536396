"""Values in one plain form: written down and read back they are the same, for every tracked table."""

from __future__ import annotations

import json

import pytest

from countries.models import Country, CountryName, TreatyAction
from editorial.history.plain_values import Gone, plain_values, set_values
from editorial.models import Source, Tracked, tracked_models
from stockpiles.models import StockpileHolding

SAMPLE = 40


@pytest.mark.parametrize("model", tracked_models(), ids=lambda m: m._meta.label)
@pytest.mark.usefixtures("reference")
@pytest.mark.django_db
def test_what_is_written_down_is_read_back_as_it_was(model: type[Tracked]) -> None:
    for row in model._base_manager.order_by("-pk")[:SAMPLE]:
        kept = json.loads(json.dumps(plain_values(row, model)))
        again = model()
        set_values(again, kept, kept)
        assert plain_values(again, model) == kept
        different = [
            f.name for f in again._meta.concrete_fields if getattr(again, f.attname) != getattr(row, f.attname)
        ]
        assert {*different} <= {"id", "public_id"}


@pytest.mark.django_db
def test_a_version_says_the_same_as_its_row(peru: Country) -> None:
    assert plain_values(peru.history.get(), Country) == plain_values(Country.objects.get(), Country)


@pytest.mark.django_db
def test_a_key_is_the_public_id_of_what_it_names(peru: Country) -> None:
    name = CountryName.objects.create(country=peru, name="Pérou", kind="also")
    kept = plain_values(name, CountryName)
    assert kept["country"] == str(peru.public_id)
    assert "public_id" not in kept


@pytest.mark.django_db
def test_a_key_to_what_is_gone_is_named(peru: Country, sources: list[Source]) -> None:
    kept = {"source": str(sources[0].public_id)}
    sources[0].delete()
    with pytest.raises(Gone) as gone:
        set_values(peru, kept, kept)
    assert gone.value.args == (Source, kept["source"])


def test_the_tables_with_dates_and_figures_are_among_them() -> None:
    assert {TreatyAction, StockpileHolding} <= {*tracked_models()}
