"""From a wrong footnote to the public correction: three people, the public page, its releases and the API."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, expect

from countries.models import Country, ProfileTheme
from editorial.actions.roles import ensure_roles
from editorial.rules.roles import EDITOR, PUBLISHER, RESEARCHER
from tests.factories.profiles import Press
from tests.journeys.at_the_desk import Desk, take, text_of, writing
from tests.journeys.conftest import WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = "/countries/peru/cluster-munition-ban-policy/2009/"
NOTE = "Corrected where the signature was seen (note 1)."


def test_publish_a_correction(
    browser: Browser, live_server: Any, press: Press, person: Any, peru: Country, ban_policy: ProfileTheme
) -> None:
    first = press.edition(peru, ban_policy, 2009)
    ensure_roles()
    desk = Desk(browser, live_server.url)
    researcher, editor = person("corrector", RESEARCHER), person("second-reader", EDITOR)
    publisher = person("head", PUBLISHER)
    assert "depositary" in Client().get(ADDRESS).content.decode()

    with desk.sit_down(researcher, WIDE) as page:
        page.locator("summary", has_text="All records").click()
        page.get_by_role("link", name="Country profiles").click()
        page.get_by_role("link", name="Peru").click()
        expect(page.locator(".text-editor-state")).to_have_text("No problems in the text")
        writing(page).get_by_text("Seen in the depositary's table.").click()
        page.keyboard.press("Home")
        page.keyboard.press("Control+ArrowRight")
        page.keyboard.press("End")
        page.keyboard.press("Shift+Home")
        page.keyboard.type("[^table]: Seen in the Secretary-General's list.")
        assert "[^table]: Seen in the Secretary-General's list.\n" in text_of(page)
        page.get_by_label("Reason for the change").fill("The table was printed later")
        page.get_by_role("button", name="Save and submit for review").click()
        expect(page.locator(".messagelist")).to_contain_text("is submitted for review")
        expect(page.locator(".way")).to_contain_text("a second person reviews it")

    assert "depositary" in Client().get(ADDRESS).content.decode(), "readers go on seeing r1"

    with desk.sit_down(editor, WIDE) as page:
        page.locator(".task", has_text="Awaiting review").get_by_role("link").first.click()
        page.get_by_role("link", name="Preview").click()
        expect(page.get_by_role("note")).to_contain_text("Preview for the team")
        expect(page.locator("[role=doc-endnotes]")).to_contain_text("Secretary-General's list")
        page.get_by_role("link", name="Back to the form").click()
        take(page, "Approve", Remark="Note 1 compared with the list")
        expect(page.locator(".way .status")).to_have_text("Approved")

    with desk.sit_down(publisher, WIDE) as page:
        page.locator(".task", has_text="Approved, to be published").get_by_role("link").first.click()
        page.locator("summary", has_text="Publish…").click()
        page.get_by_label("substantive: a fact").check()
        page.get_by_label("What changed, for readers").fill(NOTE)
        page.get_by_role("button", name="Publish", exact=True).click()
        expect(page.locator(".way .status")).to_have_text("Published")

        page.goto(live_server.url + ADDRESS)
        expect(page.locator("#changes")).to_contain_text(NOTE)
        expect(page.locator("#notes")).to_contain_text("Secretary-General's list")
        page.goto(live_server.url + ADDRESS + "r1/")
        expect(page.locator("#notes")).to_contain_text("depositary's table")

    partner = Client()
    profile = partner.get(f"/api/v1/profiles/{first.profile_id}/").json()
    assert NOTE in str(profile) or profile["release"]["number"] == 2
    assert "Secretary-General" in str(profile)
    old = partner.get(f"/api/v1/profiles/{first.profile_id}/releases/1/").json()
    assert "depositary" in str(old)
    version = first.profile.history.filter(history_user=researcher).first()
    assert version.history_change_reason == "The table was printed later"
