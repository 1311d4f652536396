"""What a record would lead to: one way for every desk, and no error for what can be saved."""

from __future__ import annotations

import pytest
from django.urls import reverse

from countries.models import Country, Treaty
from editorial.rules.roles import READ_ONLY
from stockpiles.models import DestructionRecord

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference", "team_of_one")]
DESTRUCTION = "stockpiles_destructionrecord"
DESKS = ["countries_treatyaction", DESTRUCTION, "stockpiles_extensionrequest", "stockpiles_stockpileholding"]
FETCH = {"X-Requested-With": "fetch"}


def address(desk, *args):
    return reverse(f"admin:{desk}_effects{'_of' if args else ''}", args=args)


def typed(**more):
    peru = Country.objects.get(iso3="PER").pk
    shown = {"country": peru, "scope": "period", "period_start": "2017", "period_end": "2017", "munitions": "3"}
    return {**shown, "certainty": "stated", "rank": "normal", **more}


def words(response):
    return " ".join(response.content.decode().replace("&#x27;", "'").split())


@pytest.mark.parametrize("desk", DESKS)
def test_the_form_asks_its_own_address_and_has_a_button_for_it(at_desk, desk):
    page = at_desk().get(reverse(f"admin:{desk}_add")).content.decode()
    assert f'data-follows="{address(desk)}"' in page
    assert f'formaction="{address(desk)}" formtarget="_blank" formnovalidate' in page


@pytest.mark.parametrize("desk", DESKS)
@pytest.mark.parametrize("nonsense", [{}, {"country": "x", "treaty": "y", "kind": "z", "date": "never"}])
def test_nonsense_is_answered_in_words(at_desk, desk, nonsense):
    response = at_desk().post(address(desk), nonsense)
    assert response.status_code == 200
    page = words(response)
    assert page.count('<p class="help">Fill in') + page.count('<ul class="leads-to-problems"><li>') == 1


@pytest.mark.parametrize("desk", DESKS)
def test_it_is_for_those_who_may_write(at_desk, desk):
    refused = at_desk("guest", READ_ONLY).post(address(desk), {})
    assert refused.status_code == 403
    assert "You may not open this page" in words(refused)


def test_a_form_that_can_be_saved_shows_no_error(at_desk):
    page = words(at_desk().post(address(DESTRUCTION), typed()))
    assert "Ledger of Peru" in page
    assert "errornote" not in page
    assert "leads-to-problems" not in page
    assert not DestructionRecord.objects.filter(country__iso3="PER", period_start="2017").exists()


def test_neither_reason_nor_newest_version_is_needed_to_look(at_desk):
    record = DestructionRecord.objects.get(country__iso3="PER", period_start="2022")
    page = words(at_desk().post(address(DESTRUCTION, record.pk), typed(seen_version="older", reason="")))
    assert "Ledger of Peru" in page
    record.refresh_from_db()
    assert record.munitions == 542


def test_what_cannot_be_saved_is_named_with_its_field(at_desk):
    page = words(at_desk().post(address(DESTRUCTION), typed(period_end="2016"), headers=FETCH))
    assert '<ul class="leads-to-problems">' in page
    assert "The period ends (2016) before it begins (2017)." in page
    assert "Ledger of" not in page


def test_for_scripts_it_is_a_part_of_a_page(at_desk):
    client = at_desk()
    part = words(client.post(address(DESTRUCTION), typed(), headers=FETCH))
    assert "<html" not in part
    assert "As typed; nothing is saved yet." in part
    half = words(client.post(address(DESTRUCTION), {"munitions": "3"}, headers=FETCH))
    assert "Fill in the state and what the source gives" in half


def test_a_stored_record_opens_with_what_it_leads_to(at_desk):
    record = DestructionRecord.objects.get(country__iso3="PER", period_start="2022")
    page = at_desk().get(reverse(f"admin:{DESTRUCTION}_change", args=[record.pk])).content.decode()
    assert "data-shown" in page
    assert "Ledger of Peru" in page


def test_an_act_is_compared_with_the_one_it_replaces(at_desk):
    act = Treaty.objects.get(slug="ccm").actions.get(country__iso3="PER", kind="ratification")
    facts = {"treaty": act.treaty_id, "country": act.country_id, "kind": act.kind}
    client, asked = at_desk(), address("countries_treatyaction", act.pk)
    assert "No standing, date or count would change." in words(client.post(asked, {**facts, "date": "2012-09-26"}))
    assert "1 April 2013" in words(client.post(asked, {**facts, "date": "2012-10-02"}))
