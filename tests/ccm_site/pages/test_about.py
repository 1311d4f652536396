"""The pages about the site: how far each kind of record reaches."""

import re

import pytest
import time_machine

from ccm_site.pages.about import KEPT
from countries.models import Coverage, FactKind
from editorial.actions.reference import load

pytestmark = [pytest.mark.django_db]


def row_of(page: str, anchor: str) -> str:
    return re.sub(r"<[^>]+>|\s+", " ", page.split(f'<tr id="{anchor}">')[1].split("</tr>")[0])


def test_editions_are_counted_as_readers_see_them(client, press, peru, ban_policy):
    load("coverage")
    press.edition(peru, ban_policy)
    press.draft(peru, ban_policy, 2012)
    assert " 1 " in row_of(client.get("/about/data/").content.decode(), "profiles")


@pytest.mark.parametrize("kind", FactKind)
def test_every_kind_of_fact_has_its_count_and_its_page(kind):
    assert kind in KEPT


@pytest.mark.usefixtures("reference")
class TestCoverage:
    def test_every_kind_is_shown_with_its_day_its_extent_and_what_it_lacks(self, client):
        page = client.get("/about/data/").content.decode()
        acts = row_of(page, "treaty-acts-ccm")
        assert "3 Feb 2026" in acts
        assert "whole" in acts
        assert "UN Treaty Collection" in acts
        decisions = row_of(page, "extension-decisions-article-4")
        assert "in part" in decisions
        assert "Thirteenth Meeting of States Parties" in decisions
        for coverage in Coverage.objects.all():
            assert f'<tr id="{coverage.anchor}">' in page

    def test_every_line_leads_to_a_page_and_a_file(self, client):
        for name in ("statement-themes", "action-plans"):
            load(name)
        page = client.get("/about/data/").content.decode().split("<tbody>")[1].split("</tbody>")[0]
        # reader's addresses of each line; sources have tests of their own
        for address in set(re.findall(r'href="(/[^"]+)"', page.replace("&amp;", "&"))):
            if not address.startswith("/sources/"):
                answer = client.get(address)
                assert answer.status_code == 200, address
                start = b"\xef\xbb\xbf" if address.partition("?")[0].endswith(".csv") else b"<!doctype html>"
                assert b"".join(answer).lower().startswith(start), address


@pytest.mark.usefixtures("reference")
@pytest.mark.parametrize("address", ["/countries/tuvalu/", "/treaties/ccm/", "/", "/stockpiles/", "/countries/"])
def test_no_page_names_a_later_day_than_the_record_as_its_end(client, address):
    with time_machine.travel("2026-11-28T12:00Z", tick=False):
        page = client.get(address).content.decode()
    assert "record up to 3 February 2026" in re.sub(r"<[^>]+>", "", page)
    assert "28 November 2026" not in page
