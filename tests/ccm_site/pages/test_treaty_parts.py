"""Treaties on the composed pages."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext

from countries.actions.country_profile import computed_facts
from countries.models import Country, DomesticStep, GroupMembership, StateGroup, Treaty, TreatyAction, TreatyAlias
from tests.factories.treaties import make_act

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "on_3_february_2026")]


@pytest.fixture
def on_3_february_2026() -> Any:
    with time_machine.travel(datetime(2026, 2, 3, 12, tzinfo=UTC), tick=False):
        yield


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_peru_in_one_sentence_with_its_way_in_dates(client: Client) -> None:
    words = text_of(client, "/countries/peru/")
    assert (
        "Peru is a State Party to the Convention on Cluster Munitions: it signed on 3 December 2008 and ratified on "
        "26 September 2012, and has been bound since 1 March 2013."
    ) in words
    assert "Entry into force 1 March 2013 CCM, Article 17(2)" in words
    assert "Group Core Group of the Oslo Process host" in words
    assert "Signed the Convention on Cluster Munitions in Oslo, Amb. Antonio Garcia Revilla" in words
    assert "14 March 2012 Approved by parliament Congress approved ratification" in words
    assert "Effect as published: 1 March 2013" in words
    assert "the sixth month after September 2012 is March 2013" in words


def test_a_negative_standing_is_a_statement_with_a_date(client: Client) -> None:
    words = text_of(client, "/countries/viet-nam/")
    assert "Viet Nam has not joined the Convention on Cluster Munitions as of 3 February 2026." in words
    assert "Not joined on 3 February 2026 Viet Nam has not joined Protocol V" in words


def test_lithuania_has_left(client: Client) -> None:
    words = text_of(client, "/countries/lithuania/")
    assert "has not been a State Party to the Convention on Cluster Munitions since 6 March 2025" in words
    assert "6 March 2025 Withdrawal takes effect CCM, Article 20(3)" in words


def test_vanuatu_waits_for_its_entry_into_force(client: Client) -> None:
    words = text_of(client, "/countries/vanuatu/")
    assert "1 March 2026 The convention enters into force for it CCM, Article 17(2)" in words


def test_belize_applied_it_provisionally(client: Client) -> None:
    assert "Provisional application. Declared on 2 September 2014: applies Article 1" in text_of(
        client, "/countries/belize/"
    )


def test_montenegro_has_two_days_for_the_mine_ban_treaty(client: Client) -> None:
    words = text_of(client, "/countries/montenegro/")
    assert "counted from the notification, 23 October 2006, at the latest" in words
    assert "Published as 1 April 2007." in words


def test_other_areas_join_no_treaties(client: Client) -> None:
    assert "Convention on Cluster Munitions" not in text_of(client, "/countries/kosovo/")


def test_the_page_of_a_state_asks_as_often_with_one_act_as_with_many(client: Client) -> None:
    with CaptureQueriesContext(connection) as with_many:
        client.get("/countries/peru/")
    QuerySet(TreatyAction).filter(country__iso3="PER").exclude(kind="signature").delete()
    with CaptureQueriesContext(connection) as with_few:
        client.get("/countries/peru/")
    # once it is not bound, no meeting is looked for by which it could ask for more time
    assert len(with_many) <= len(with_few) + 1


def test_a_new_accession_reaches_every_page(client: Client) -> None:
    make_act(Country.objects.get(iso3="FIN"), "accession", "2026-01-15")
    assert "it acceded on 15 January 2026; it enters into force for it on 1 July 2026" in text_of(
        client, "/countries/finland/"
    )
    assert "113 by deposit, 3 February 2026; 111 of them bound; 12 more have signed" in text_of(client, "/")
    assert "113" in text_of(client, "/treaties/")
    assert "Finland Party by deposit, not yet bound since 15 January 2026" in text_of(
        client, "/countries/?standing=deposited"
    )


def test_the_first_page_has_figure_and_map(client: Client) -> None:
    words = text_of(client, "/")
    assert "States Parties 112 by deposit, 3 February 2026; 111 of them bound; 12 more have signed" in words
    assert "Convention on Cluster Munitions on 3 February 2026" in words
    assert "Withdrawn (1)" in words


@pytest.mark.parametrize(
    ("standing", "count"),
    [
        ("in_force", "111 states and areas of 202"),
        ("signatory", "Twelve states and areas of 202"),
        ("withdrawn", "One state or area of 202"),
        ("deposited", "One state or area of 202"),
    ],
)
def test_countries_by_standing(client: Client, standing: str, count: str) -> None:
    words = text_of(client, f"/countries/?standing={standing}")
    assert count in words


def test_pages_hold_without_any_treaty(client: Client) -> None:
    for table in (TreatyAction, DomesticStep, TreatyAlias, GroupMembership, StateGroup):
        QuerySet(table).delete()
    QuerySet(Treaty).filter(parent__isnull=False).delete()
    QuerySet(Treaty).delete()
    assert "Peru" in text_of(client, "/countries/peru/")
    assert "States Parties" not in text_of(client, "/")
    assert "202 states and areas" in text_of(client, "/countries/")


def test_a_release_freezes_the_standings_of_its_day() -> None:
    peru = Country.objects.get(iso3="PER")
    facts = computed_facts(peru, datetime(2012, 9, 26, tzinfo=UTC).date())
    ccm = next(fact for fact in facts if fact["label"] == "Convention on Cluster Munitions")
    assert "is not yet bound" in ccm["value"]
    assert ccm["article"] == "CCM, Article 17(2)"
    assert ccm["explanation"].startswith("Deposited on 26 September 2012")
    kosovo = Country.objects.get(slug="kosovo")
    assert computed_facts(kosovo, datetime(2026, 1, 1, tzinfo=UTC).date()) == []


def test_each_act_leads_to_the_membership_on_its_day(client: Client) -> None:
    page = client.get("/countries/peru/").content.decode()
    address = "/treaties/ccm/?as_of=2012-09-26"
    assert f'href="{address}"' in page
    assert "26 September 2012" in text_of(client, address)
