"""What was destroyed, at the desk: periods in words, and out of what."""

import pytest
from django.urls import reverse

from stockpiles.models import DestructionRecord
from tests.stockpiles.admin.desk import DESTROYED, country, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference", "today", "team_of_one")]
ADD = reverse("admin:stockpiles_destructionrecord_add")
LIST = reverse("admin:stockpiles_destructionrecord_changelist")


def saved(client, **changed) -> str:
    typed = {**DESTROYED, "country": country("SVK").pk, "reason": "Report of 2018", **changed}
    return words(client.post(ADD, typed, follow=True))


@pytest.mark.parametrize(("given", "kept"), [({}, "stock"), ({"out_of": "retained"}, "retained")])
def test_without_an_answer_it_was_destroyed_out_of_the_stock(at_desk, given, kept):
    saved(at_desk(), **given)
    assert DestructionRecord.objects.get(country__iso3="SVK", period_start="2017").out_of == kept


def test_a_period_needs_its_two_dates(at_desk):
    page = saved(at_desk(), period_end="")
    assert "Say in which period these were destroyed: give its beginning and its end." in page
    assert not DestructionRecord.objects.filter(country__iso3="SVK", period_start="2017").exists()


def test_the_list_says_the_period_in_words(at_desk):
    saved(at_desk(), period_start="2017-02", period_end="2017-05")
    page = words(at_desk().get(LIST, {"q": "SVK"}))
    assert '<td class="field-period">February 2017 to May 2017</td>' in page
    assert "3 munitions, 120 submunitions" in page
