"""The site map: every public page, with its last change."""

import re
from xml.etree import ElementTree

import time_machine

from countries.models import Country
from editorial.models import recording
from meetings.models import ActionPlan
from stockpiles.models import MunitionType, StockpileHolding
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)
from tests.factories.treaties import make_treaty

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def site_map(client) -> dict[str, str]:
    """Addresses with the day of their last change."""
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own answer
    return {
        url.findtext(f"{SPACE}loc", "").removeprefix("http://testserver"): url.findtext(f"{SPACE}lastmod", "")
        for url in tree
    }


def test_sitemap_names_pages_countries_editions_and_sources(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    sitemap = client.get("/sitemap.xml").content.decode()
    for address in (
        "/",
        "/countries/peru/",
        "/countries/peru/cluster-munition-ban-policy/2009/",
        "/sources/laRepublica-2007-05-29/",
        "/about/data/",
        "/stockpiles/deadlines/",
    ):
        assert f"<loc>http://testserver{address}</loc>" in sitemap


def test_addresses_of_the_sitemap_answer(client, world):
    sitemap = client.get("/sitemap.xml").content.decode()
    addresses = re.findall("<loc>http://testserver(.*?)</loc>", sitemap)
    assert len(addresses) > 200
    for address in addresses[:12] + addresses[-12:]:
        assert client.get(address).status_code == 200, address


def test_every_state_has_both_its_pages_and_every_noun_its_own(client, db):
    make_country("NGA", "Nigeria")
    with recording(by=None, reason="Test"):
        MunitionType.objects.create(designation="BL-755", slug="bl-755")
        ActionPlan.objects.create(slug="vientiane", name="Vientiane Action Plan", source=make_source())
    make_treaty()
    make_meeting()
    make_theme()
    for address in (
        "/countries/nigeria/",
        "/stockpiles/nigeria/",
        "/stockpiles/munitions/bl-755/",
        "/action-plans/vientiane/",
        "/treaties/ccm/",
        "/meetings/lima-2007/",
        "/themes/retention/",
    ):
        assert site_map(client).get(address), address
        assert client.get(address).status_code == 200


def test_the_last_change_is_that_of_what_stands_on_the_page(client, db):
    with time_machine.travel("2025-01-01T12:00Z", tick=False):
        peru = make_country()
        munition = MunitionType(designation="CB-470", slug="cb-470")
        with recording(by=None, reason="Test"):
            munition.save()
    with time_machine.travel("2025-06-01T12:00Z", tick=False), recording(by=None, reason="Test"):
        holding = StockpileHolding.objects.create(country=peru, munition_type=munition, munitions=1)
    for address in ("/stockpiles/peru/", "/countries/peru/", "/stockpiles/munitions/cb-470/"):
        assert site_map(client)[address] == "2025-06-01", address
    with time_machine.travel("2025-09-01T12:00Z", tick=False), recording(by=None, reason="Test"):
        holding.delete()
    assert site_map(client)["/stockpiles/peru/"] == "2025-09-01"


def test_drafts_are_not_in_it_and_do_not_move_a_day(client, press, peru, ban_policy):
    before = site_map(client)
    with time_machine.travel("2030-01-01T12:00Z", tick=False):
        press.draft(peru, ban_policy)
        make_statement("Secret", parties=[(peru, "deliverer")])
    assert site_map(client) == before


def test_it_asks_the_same_however_many_states_there_are(client, world, django_assert_max_num_queries):
    assert Country.objects.count() == 201
    publish_statement(make_statement(parties=[(make_country(), "deliverer")]))
    with django_assert_max_num_queries(48):
        client.get("/sitemap.xml")
