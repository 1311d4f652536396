"""What machines ask for, the pages about the site, and its errors."""

import pytest
import time_machine
from django.db import DatabaseError
from django.test import Client

from ccm_site.pages import service
from ccm_site.pages.about import DATA_SETS


def test_healthy(client, db):
    response = client.get("/healthz")
    assert response.json() == {"status": "well"}
    assert "no-store" in response["Cache-Control"]


def test_unwell_without_a_database(client, db, monkeypatch):
    def fail(at):
        raise DatabaseError("gone")

    monkeypatch.setattr(service.PublicationCounter, "current", fail)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert "gone" not in response.content.decode()


def test_robots_may_read_everything_public(client, db):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/\n" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_about_the_data_counts_what_readers_can_see(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    press.draft(peru, ban_policy, 2012)
    page = client.get("/about/data/").content.decode()
    editions = page.split("Profile editions")[1].split("</tr>")[0]
    assert ">1</td>" in editions
    assert 'href="/countries.csv"' in page


def test_every_set_of_data_leads_to_a_page_and_a_file(client, db):
    for data_set in DATA_SETS:
        assert client.get(data_set.url).status_code == 200, data_set.url
        if data_set.csv_url:
            assert client.get(data_set.csv_url)["Content-Type"].startswith("text/csv"), data_set.csv_url


def test_about_leads_on(client, db):
    page = client.get("/about/").content.decode()
    assert 'href="/about/data/"' in page
    assert 'href="/sources/"' in page


def test_page_that_is_not_there_says_where_to_go(client, db):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    page = response.content.decode()
    assert "There is no page at this address" in page
    assert 'href="/countries/"' in page


def test_fault_is_told_without_details(db, monkeypatch):
    monkeypatch.setattr(service, "connection", None)
    response = Client(raise_request_exception=False).get("/healthz")
    assert response.status_code == 500
    page = response.content.decode()
    assert "The fault is ours" in page
    assert "AttributeError" not in page


@time_machine.travel("2026-03-01T12:00Z", tick=False)
def test_footer_dates_the_data_and_names_the_licence(client, db):
    footer = client.get("/about/").content.decode().split("<footer")[1]
    assert '<time datetime="2026-03-01">1 March 2026</time>' in footer
    assert 'rel="license"' in footer


def test_form_that_was_open_too_long_keeps_what_was_typed(db):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "editor"})
    assert response.status_code == 403
    assert "what you typed is still there" in response.content.decode()


@pytest.mark.parametrize("address", ["/", "/countries/", "/sources/", "/about/", "/about/data/", "/nowhere/"])
def test_public_pages_know_no_session_and_run_no_inline_script(client, db, address):
    response = client.get(address)
    page = response.content.decode()
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "csrfmiddlewaretoken" not in page
    assert " style=" not in page
    assert "<style" not in page
    assert "<script>" not in page
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
