"""Stocks at the desk: what a figure is about, and where everything that does not fit is listed."""

import pytest
from django.urls import reverse

from stockpiles.models import StockpileHolding
from tests.stockpiles.admin.desk import DESTROYED, country, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference", "today", "team_of_one")]
ADD = reverse("admin:stockpiles_stockpileholding_add")


def saved(client, **changed) -> str:
    typed = {**DESTROYED, "country": country("AUT").pk, "kind": "opening", "holder": "", "as_of": "2021"}
    return words(client.post(ADD, {**typed, "reason": "Edition of 2021", **changed}, follow=True))


def test_the_year_of_a_yearbook_is_no_day_of_a_stock(at_desk):
    page = saved(at_desk())
    assert "dated 2021, after the destruction was completed (8 November 2010)" in page
    assert "the year of a document belongs to when it was said" in page


@pytest.mark.parametrize("changed", [{"as_of": "2009"}, {"kind": "found"}])
def test_a_stock_of_before_the_end_and_one_found_after_it_are_no_such_mistake(at_desk, changed):
    page = saved(at_desk(), **changed)
    assert "Ledger of Austria: " in page
    assert "after the destruction was completed" not in page


def test_only_what_moved_has_another_state(at_desk):
    page = saved(at_desk(), counterpart=country("DEU").pk)
    assert "Only what was received or transferred has another state." in page
    assert not StockpileHolding.objects.filter(country__iso3="AUT", as_of="2021").exists()


def test_the_list_has_both_numbers_and_leads_to_what_does_not_fit(at_desk):
    page = words(at_desk().get(reverse("admin:stockpiles_stockpileholding_changelist"), {"q": "PER"}))
    assert "2,012 munitions, 162,417 submunitions" in page
    assert f'<a href="{reverse("admin:stockpiles_stockpileholding_contradictions")}">Contradictions</a>' in page
