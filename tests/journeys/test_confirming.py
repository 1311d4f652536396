"""An editor works through what waits: one press a change, and the next one is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from countries.models import Country, CountryName
from editorial.actions.proposing import propose
from editorial.actions.roles import ensure_roles
from editorial.models import ChangeSet, Source
from editorial.rules.roles import EDITOR
from tests.journeys.at_the_desk import Desk
from tests.journeys.conftest import WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("world")]

TEN = 10


def named(number: int) -> Any:
    country, source = Country.objects.order_by("name")[number], Source.objects.earliest("pk")
    return CountryName.objects.create(country=country, name=f"Name {number}", kind="also", source=source)


def test_ten_changes_are_confirmed_by_ten_presses(
    browser: Browser, live_server: Any, person: Callable[..., Any]
) -> None:
    ensure_roles()
    proposed = [
        propose(partial(named, number), by=person("ana"), reason=f"In use, {number}").change_set
        for number in range(TEN)
    ]
    with Desk(browser, live_server.url).sit_down(person("boris", EDITOR), WIDE) as page:
        waiting = page.locator("section.task", has=page.get_by_role("heading", name="Changes to confirm"))
        waiting.get_by_role("link").first.click()
        for number, made in enumerate(proposed):
            assert made is not None
            expect(page).to_have_url(re.compile(rf"/changeset/{made.pk}/"))
            expect(page.locator(".change-set")).to_contain_text(f"Name {number}")
            page.get_by_role("button", name="Confirm", exact=True).click()
        expect(page.get_by_text("Confirmed. Readers see it now")).to_be_visible()
    assert not ChangeSet.objects.open().exists()
    assert CountryName.objects.filter(name__startswith="Name ").count() == TEN
