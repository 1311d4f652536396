"""The site map: every public page, with its last change."""

import re
from xml.etree import ElementTree

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccm_site.pages import sitemaps
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
from tests.factories.sitemap import sitemap_files, whole_sitemap
from tests.factories.treaties import make_treaty

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def site_map(client) -> dict[str, str]:
    """Addresses with the day of their last change."""
    return {
        url.findtext(f"{SPACE}loc", "").removeprefix("http://testserver"): url.findtext(f"{SPACE}lastmod", "")
        for file in sitemap_files(client).values()
        for url in ElementTree.fromstring(file)  # noqa: S314 - our own answer
    }


def test_sitemap_names_pages_countries_editions_and_sources(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    sitemap = whole_sitemap(client)
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
    sitemap = whole_sitemap(client)
    found = re.findall("<loc>http://testserver(.*?)</loc>", sitemap)
    assert len(found) > 200
    for address in found[:12] + found[-12:]:
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


def test_each_file_asks_the_same_however_many_pages_it_names(client, world, press, ban_policy) -> None:
    assert Country.objects.count() == 202
    state = make_country()
    publish_statement(make_statement(parties=[(state, "deliverer")]))
    press.edition(state, ban_policy, 2009)
    one = questions(client)
    publish_statement(make_statement("Another", parties=[(state, "deliverer")]))
    press.edition(state, ban_policy, 2010)
    many = questions(client)
    assert many == one
    assert all(number <= 24 for number in many.values()), many


def questions(client) -> dict[str, int]:
    """How many queries each file makes."""
    found = {}
    for path in ["/sitemap.xml", *sitemap_files(client)]:
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        found[path] = len(asked)
    return found


def test_what_grows_for_ever_is_cut_by_its_numbers(client, db, monkeypatch) -> None:
    """A new record changes one file, and no file grows."""
    monkeypatch.setattr(sitemaps, "PART", 2)
    state = make_country()
    first = [publish_statement(make_statement(f"Paper {n}", parties=[(state, "deliverer")])) for n in range(3)]
    before = {path: file for path, file in sitemap_files(client).items() if "statements" in path}
    publish_statement(make_statement("Paper 4", parties=[(state, "deliverer")]))
    after = {path: file for path, file in sitemap_files(client).items() if "statements" in path}
    numbers = [release.statement_id // 2 for release in first]
    assert list(before) == [f"/sitemap-statements-{n}.xml" for n in range(numbers[0], numbers[-1] + 1)]
    assert sum(file.count("<loc>") for file in after.values()) == 4
    assert sum(before.get(path) != file for path, file in after.items()) == 1
    assert client.get(f"/sitemap-statements-{numbers[-1] + 9}.xml").status_code == 404


@pytest.mark.parametrize("path", ["/sitemap-nothing.xml", "/sitemap-statements.xml", "/sitemap-countries-1.xml"])
def test_no_section_answers_404(client, db, path) -> None:
    assert client.get(path).status_code == 404


def test_no_file_is_a_page_to_be_found(client, db) -> None:
    assert "noindex" in client.get("/sitemap.xml")["X-Robots-Tag"]
    assert "noindex" in client.get("/sitemap-pages.xml")["X-Robots-Tag"]
