"""A site that is called otherwise shows its own name wherever a name stands, and nowhere that of the default."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as defaults
from django.template import engines
from django.test import Client
from openpyxl import load_workbook

from api import description
from editorial.views import stamped
from meetings.models import ActionPlan
from tests.doors import crawl
from tests.factories.nouns import make_three_of_each

NAME, PUBLISHER = "Ban & Watch", "The Watch Trust"
EMAIL, ADDRESS = "desk@watch.example", "1 High Street, Geneva"
LICENCE, LICENCE_URL = "Terms of the Trust", "https://watch.example/terms"
DEFAULT = defaults.MONITOR_NAME
ESCAPED = NAME.replace("&", "&amp;")
PROFILE = "/countries/peru/ban-policy/2009/"


@pytest.fixture
def otherwise(settings: Any) -> Iterator[None]:
    """What a worker makes once of templates and descriptions is made anew, as after a start."""
    settings.MONITOR_NAME, settings.MONITOR_PUBLISHER = NAME, PUBLISHER
    settings.MONITOR_CONTACT_EMAIL, settings.MONITOR_CONTACT_ADDRESS = EMAIL, ADDRESS
    settings.MONITOR_LICENCE, settings.MONITOR_LICENCE_URL = LICENCE, LICENCE_URL
    _begin_anew()
    yield
    _begin_anew()


def _begin_anew() -> None:
    for loader in engines["django"].engine.template_loaders:  # type: ignore[attr-defined]
        loader.reset()
    stamped._stamps.clear()
    description._made.clear()


@pytest.fixture
def filled(db: None) -> None:
    make_three_of_each()
    plan = ActionPlan.objects.get(slug="plan-1")
    plan.slug = "vientiane"  # as every page names it
    plan.save()


def text(client: Client, address: str) -> str:
    return client.get(address).getvalue().decode()


@pytest.mark.slow
def test_no_public_address_names_the_default(otherwise: None, filled: None) -> None:
    walked = dict(crawl("/api/", "/api/v1/schema/"))
    assert [address for address, body in walked.items() if DEFAULT in body] == []
    pages = {address: body for address, body in walked.items() if body.lstrip().startswith("<!doctype html")}
    without = [address for address, body in pages.items() if ESCAPED not in body.partition("</title>")[0]]
    assert [address for address in without if address != "/api/"] == []
    assert len(pages) > 100


def test_header_and_footer_name_it_with_publisher_and_terms(client: Client, otherwise: None, db: None) -> None:
    page = text(client, "/")
    assert f"</svg>{ESCAPED}</a>" in page
    footer = page.split("<footer")[1]
    assert f"Published by {PUBLISHER}." in footer
    assert f'<a href="{LICENCE_URL}" rel="license">{LICENCE}</a>, naming {PUBLISHER} and the edition' in footer
    assert f'href="mailto:{EMAIL}"' in footer


def test_the_page_about_it_says_how_to_reach_whom(client: Client, otherwise: None, db: None) -> None:
    page = text(client, "/about/")
    assert f"{ESCAPED} is published by {PUBLISHER}." in page
    assert f"{EMAIL}</a>, or by post to {ADDRESS}." in page


def test_citations_name_publisher_and_site(client: Client, otherwise: None, filled: None) -> None:
    assert f"author = {{{{{PUBLISHER}}}}}" in text(client, f"{PROFILE}cite.bib")
    assert "howpublished = {Ban \\& Watch}" in text(client, f"{PROFILE}cite.bib")
    assert f"PB  - {PUBLISHER}" in text(client, f"{PROFILE}cite.ris")
    (item,) = json.loads(text(client, f"{PROFILE}cite.json"))
    assert (item["publisher"], item["container-title"]) == (PUBLISHER, NAME)


def test_feeds_and_the_description_of_the_api(client: Client, otherwise: None, filled: None) -> None:
    for feed in ("/feeds/corrections/", "/feeds/changes/"):
        told = text(client, feed)
        assert f"<title>{ESCAPED}: " in told
        assert f"<name>{PUBLISHER}</name>" in told
        assert f"<rights>{LICENCE}, {LICENCE_URL}</rights>" in told
    info = client.get("/api/v1/schema/", headers={"accept": "application/json"}).json()["info"]
    assert info["title"] == f"{NAME} API"
    assert info["contact"] == {"name": PUBLISHER, "email": EMAIL}
    assert info["license"] == {"name": LICENCE, "url": LICENCE_URL}
    assert f"{ESCAPED} API" in text(client, "/api/")


def test_workbooks_say_who_made_them(client: Client, otherwise: None, filled: None) -> None:
    book = load_workbook(io.BytesIO(client.get("/countries.xlsx").getvalue()))
    assert book.properties.creator == PUBLISHER


@pytest.mark.parametrize(
    "address", ["/nowhere/", "/countries/?page=x", "/countries/?unknown=1"], ids=["404", "400", "400 of a word"]
)
def test_pages_of_errors(client: Client, otherwise: None, db: None, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (400, 404)
    assert ESCAPED in answer.content.decode()
    assert DEFAULT not in answer.content.decode()


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html", "503.html"])
def test_pages_that_are_made_without_a_request(otherwise: None, name: str) -> None:
    page = engines["django"].get_template(name).render({})
    assert f"· {ESCAPED}</title>" in page
    assert DEFAULT not in page


def test_the_desk(otherwise: None, at_desk: Any) -> None:
    page = at_desk("maria", "").get("/admin/").content.decode()
    assert ESCAPED in page
    assert DEFAULT not in page
