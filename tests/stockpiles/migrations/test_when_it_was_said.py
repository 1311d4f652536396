"""Figures loaded before a claim had two dates: the year of the edition moves to when it was said."""

from importlib import import_module

import pytest
from django.apps import apps

from countries.models import Country
from editorial.models import recording
from stockpiles.models import RetentionRecord, StockpileHolding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
forwards = import_module("stockpiles.migrations.0003_when_it_was_said").forwards


def as_loaded_before(iso3, **values):
    with recording(by=None, reason="Reference data: stockpiles"):
        return StockpileHolding.objects.create(country=Country.objects.get(iso3=iso3), **values)


def test_the_year_of_the_edition_becomes_when_it_was_said_and_leaves_a_version():
    austria = as_loaded_before("AUT", munitions=12672, submunitions=798336, as_of="2021")
    forwards(apps, None)
    austria.refresh_from_db()
    assert (austria.as_of, str(austria.made_on)) == (None, "2021")
    assert austria.history.first().history_change_reason == "What a figure is about and when it was said are two dates"


def test_what_a_person_edited_stays_as_it_is(person):
    with recording(by=person("anna"), reason="Seen in the report"):
        austria = StockpileHolding.objects.create(country=Country.objects.get(iso3="AUT"), munitions=1, as_of="2009")
    forwards(apps, None)
    austria.refresh_from_db()
    assert (str(austria.as_of), austria.made_on) == ("2009", None)


def test_perus_slides_state_no_declared_stock():
    slides = as_loaded_before("PER", munitions=2021, submunitions=8445, as_of="2023-12-15")
    forwards(apps, None)
    assert not StockpileHolding.objects.filter(pk=slides.pk).exists()
    assert StockpileHolding.history.filter(id=slides.pk).first().history_type == "-"


def test_what_the_netherlands_retained_is_older_than_what_it_destroyed_of_it():
    netherlands = Country.objects.get(iso3="NLD")
    with recording(by=None, reason="Reference data: stockpiles"):
        kept = RetentionRecord.objects.create(country=netherlands, munitions=274, submunitions=23901, as_of="2020")
    forwards(apps, None)
    kept.refresh_from_db()
    assert (str(kept.as_of), str(kept.made_on)) == ("before 8 August 2016", "2022")
