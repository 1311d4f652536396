"""Settling a difference at the desk: with an explanation, on the figures as they stand."""

import pytest
from django.urls import reverse

from countries.models import Country
from editorial.models import recording
from stockpiles.models import SettledDifference, StockpileHolding
from tests.stockpiles.admin.desk import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference", "team_of_one")]
ADD = reverse("admin:stockpiles_settleddifference_add")
WORK_LIST = reverse("admin:stockpiles_stockpileholding_contradictions")


@pytest.fixture
def two_more_declared():
    """Cuba declared and destroyed 1,856; with two more declared, two are not accounted for."""
    stock = StockpileHolding.objects.get(country__iso3="CUB", as_of=None)
    stock.munitions = 1858
    with recording(by=None, reason="For a test"):
        stock.save()
    return stock


def typed(iso3="CUB", **changed):
    return {
        "country": Country.objects.get(iso3=iso3).pk,
        "finding": "complete_but_unaccounted",
        "unit": "munitions",
        "munition_type": "",
        "explanation": "1,858 − 1,856 = 2; no source here says what became of these.",
        "note": "",
        "reason": "Looked at both editions",
        "public_note": "",
        "seen_version": "",
        **changed,
    }


def test_the_work_list_leads_to_the_form_with_the_difference_filled_in(at_desk, two_more_declared):
    page = at_desk().get(WORK_LIST).content.decode()
    country = Country.objects.get(iso3="CUB").pk
    address = f"{ADD}?country={country}&amp;finding=complete_but_unaccounted&amp;unit=munitions"
    assert f'href="{address}"' in page
    form = at_desk().get(address.replace("&amp;", "&")).content.decode()
    assert '<option value="complete_but_unaccounted" selected>' in form


def test_it_is_settled_on_the_figures_as_they_stand_and_readers_see_why(at_desk, two_more_declared, client):
    assert "Contradiction" not in client.get("/stockpiles/cuba/").content.decode()
    at_desk().post(ADD, typed())
    record = SettledDifference.objects.get(country__iso3="CUB")
    assert record.figures == "opening 1,858; destroyed 1,856; retained 0"
    assert record.history.count() == 1
    page = " ".join(client.get("/stockpiles/cuba/").content.decode().split())
    assert "Not accounted for, settled" in page
    assert "no source here says what became of these" in page
    two_more_declared.munitions = 1860
    two_more_declared.save()
    assert "Not accounted for, settled" not in client.get("/stockpiles/cuba/").content.decode()


def test_a_difference_that_is_not_there_cannot_be_settled(at_desk):
    page = words(at_desk().post(ADD, typed()))
    assert "The ledger of Cuba has no such difference as its figures stand." in page
    assert not SettledDifference.objects.filter(country__iso3="CUB").exists()


def test_without_an_explanation_nothing_is_settled(at_desk, two_more_declared):
    at_desk().post(ADD, typed(explanation=""))
    assert not SettledDifference.objects.filter(country__iso3="CUB").exists()
