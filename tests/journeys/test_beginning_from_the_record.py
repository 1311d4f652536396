"""A researcher begins Chad's profile of 2026 from what is on record, and goes on writing where the record ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from countries.models import CountryProfile, ProfileRelease
from editorial.actions.reference import load
from editorial.actions.roles import ensure_roles
from editorial.models import User
from editorial.rules.roles import RESEARCHER
from tests.factories.stockpiles import load_stocks
from tests.journeys.at_the_desk import Desk, text_of
from tests.journeys.conftest import PHONE, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def on_record(db: None) -> None:
    ensure_roles()
    load_stocks()
    for name in ("themes", "attendance", "absences"):
        load(name)


def test_chads_profile_of_2026_begins_from_its_draft(
    browser: Browser, live_server: Any, person: Callable[..., User]
) -> None:
    with Desk(browser, live_server.url).sit_down(person("researcher", RESEARCHER), WIDE) as page:
        page.goto(f"{live_server.url}/admin/countries/countryprofile/")
        page.get_by_role("link", name="Begin from what is on record").click()
        page.get_by_label("Country").select_option(label="Chad")
        page.get_by_label("Edition").fill("2026")
        page.get_by_role("button", name="Show the draft").click()

        expect(page.get_by_text("every source is in the library")).to_be_visible()
        shown = page.locator(".drafted")
        expect(shown).to_contain_text("240 days were left until the deadline of 1 October 2026.")
        expect(shown).to_contain_text("No statement at a meeting is recorded here")
        found = Axe().run(page, options={"preload": False})
        assert found.violations_count == 0, found.generate_report()

        page.set_viewport_size(PHONE)
        page.locator("summary", has_text="As it is typed").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.set_viewport_size(WIDE)

        page.get_by_label("Reason").fill("Work on 2026 begins")
        page.get_by_role("button", name="Begin this edition").click()
        expect(page.get_by_text("is begun as a draft from what is on record")).to_be_visible()
        expect(page.locator(".text-editor-state")).to_have_text("No problems in the text")
        assert text_of(page).startswith("## Policy")

        profile = CountryProfile.objects.get()
        expect(page).to_have_url(re.compile(rf"/countryprofile/{profile.pk}/change/"))
        assert (str(profile), profile.status) == ("Chad: Cluster Munition Ban Policy 2026", "draft")
        assert not ProfileRelease.objects.exists(), "nothing is published by itself"

        page.goto(f"{live_server.url}/admin/countries/countryprofile/from-record/?country=chad&edition=2026")
        expect(page.get_by_role("heading", name="Edition 2026 exists")).to_be_visible()
        page.get_by_role("link", name="Begin 2027 instead").click()
        expect(page.get_by_role("heading", name="Begin Chad 2027 with this?")).to_be_visible()
