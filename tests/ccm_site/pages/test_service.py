"""What machines ask for, the pages about the site, and its errors."""

from contextlib import nullcontext

import pytest
import time_machine
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from ccm_site.pages import service
from editorial.actions.last_runs import noted


def test_healthy(client, db):
    response = client.get("/healthz")
    assert response.json() == {"status": "well"}
    assert "no-store" in response["Cache-Control"]


def test_unwell_without_a_database(client, db, monkeypatch):
    def fail(at):
        raise DatabaseError("gone")

    monkeypatch.setattr(service, "public_word", fail)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert "gone" not in response.content.decode()


def test_well_where_a_replica_makes_the_pages(client, db, monkeypatch, settings):
    answers = iter([False, True])
    monkeypatch.setattr(service, "_makes_pages", lambda: next(answers))
    monkeypatch.setitem(settings.DATABASES, service.ALIAS, {"ATOMIC_REQUESTS": False})
    monkeypatch.setattr(service, "reading_replica", nullcontext)
    response = client.get("/healthz")
    assert (response.status_code, response.json()["status"]) == (200, "well")
    assert "pages come from the replica" in response.json()["database"]


def test_ready_says_each_part(client, db):
    response = client.get("/readyz")
    said = response.json()
    assert (response.status_code, said["ready"]) == (200, True)
    assert set(said["parts"]) == {"database", "cache", "disk", "work"}
    assert all(part["well"] for part in said["parts"].values())
    assert said["parts"]["work"]["waiting"] == 0
    assert "no-store" in response["Cache-Control"]


def test_not_ready_without_a_database_or_before_it_is_migrated(client, db, monkeypatch):
    def fail(connection):
        raise DatabaseError("gone")

    monkeypatch.setattr(service, "MigrationExecutor", fail)
    response = client.get("/readyz")
    assert (response.status_code, response.json()["ready"]) == (503, False)
    assert "gone" not in response.content.decode()
    monkeypatch.undo()
    MigrationRecorder.Migration.objects.filter(app="editorial", name__startswith="0022").delete()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["parts"]["database"]["words"] == "1 migrations wait: manage.py migrate"


def test_what_is_away_but_not_needed_is_told(client, db, settings, monkeypatch):
    settings.MONITOR_WORK = "worker"
    monkeypatch.setattr(service.cache, "look", lambda: "away")
    monkeypatch.setattr(service, "FULL", 2**62)
    with noted("publish_due"):
        pass
    response = client.get("/readyz")
    parts = response.json()["parts"]
    assert (response.status_code, response.json()["ready"]) == (200, True)
    assert parts["cache"] == {"well": False, "words": "The cache is away."}
    assert "No worker is running" in parts["work"]["words"]
    assert parts["work"]["last_runs"]["publish_due"]["well"]
    assert not parts["disk"]["well"]


def test_robots_may_read_everything_public(client, db):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/\n" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


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
def test_footer_says_how_far_the_record_reaches_and_names_the_licence(client, world):
    footer = client.get("/about/").content.decode().split("<footer")[1]
    assert 'The record reaches to <time datetime="2026-02-03">3 February 2026</time>' in footer
    assert "1 March 2026" not in footer
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
