"""A profile waits for a meeting that is moved: the publisher moves it, releases it, and withdraws it later."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, expect

from countries.models import Country, ProfileTheme
from editorial.actions.roles import ensure_roles
from editorial.rules.roles import PUBLISHER
from tests.factories.profiles import Press
from tests.journeys.accessible import faults_of
from tests.journeys.at_the_desk import Desk, take
from tests.journeys.conftest import PHONE, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = "/countries/peru/cluster-munition-ban-policy/2009/"


def test_what_waits_is_moved_released_and_withdrawn(
    browser: Browser, live_server: Any, press: Press, person: Any, peru: Country, ban_policy: ProfileTheme
) -> None:
    later = timezone.now() + timedelta(days=30)
    press.release(press.draft(peru, ban_policy), visible_from=later)
    ensure_roles()
    desk = Desk(browser, live_server.url)

    with desk.sit_down(person("head", PUBLISHER), WIDE) as page:
        page.locator(".task", has_text="Comes out").get_by_role("link").first.click()
        expect(page.locator(".way .status")).to_contain_text("Waits until")
        take(page, "Change the time", Readers_see_it_from="2040-01-22T09:00", Reason="The meeting was moved")
        expect(page.locator(".messagelist")).to_contain_text("waits until 22 January 2040, 09:00 UTC")
        expect(page.locator(".way .status")).to_have_text("Waits until 22 January 2040, 09:00 UTC")
        assert Client().get(ADDRESS).status_code == 404
        take(page, "Release now", Reason="It opened earlier")
        expect(page.locator(".way .status")).to_have_text("Published")
        assert Client().get(ADDRESS).status_code == 200
        take(page, "Withdraw", Reason="Its figures belong to another state.")
        expect(page.locator(".way .status")).to_have_text("Withdrawn")

    for size in (WIDE, PHONE):
        context = browser.new_context(viewport=size)
        page = context.new_page()
        answer = page.goto(live_server.url + ADDRESS + "r1/")
        assert answer is not None
        assert answer.status == 410
        expect(page.locator("main")).to_contain_text("Its figures belong to another state.")
        assert faults_of(page) == []
        page.goto(live_server.url + "/about/seals/")
        expect(page.locator("main")).to_contain_text("How to verify")
        assert faults_of(page) == []
        context.close()
