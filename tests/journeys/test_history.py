"""Two people in conflict; and a correction that is compared by readers, looked at in the history and taken back."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from countries.models import Country, CountryProfile, ProfileTheme
from editorial.actions.roles import ensure_roles
from editorial.rules.roles import EDITOR, RESEARCHER
from tests.factories.profiles import Press
from tests.journeys.at_the_desk import Desk
from tests.journeys.conftest import PHONE, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

COMPARE = "/countries/peru/cluster-munition-ban-policy/compare/?from=2009/r1&to=2009/r2"


def test_two_people_in_conflict_lose_nothing(
    browser: Browser, live_server: Any, press: Press, person: Any, peru: Country, ban_policy: ProfileTheme
) -> None:
    profile = press.draft(peru, ban_policy)
    ensure_roles()
    desk = Desk(browser, live_server.url)
    form = f"{live_server.url}/admin/countries/countryprofile/{profile.pk}/change/"
    with desk.sit_down(person("ana", RESEARCHER), WIDE) as ana, desk.sit_down(person("ben", EDITOR), PHONE) as ben:
        ana.goto(form)
        ben.goto(form)
        expect(ben.locator(".presence")).to_contain_text("ana has this form open too")

        ana.get_by_label("Lead summary").fill("Peru signed in Oslo. Ana wrote this.")
        ana.get_by_label("Reason for the change").fill("Shorter")
        ana.get_by_role("button", name="Save", exact=True).click()
        expect(ana.locator(".messagelist .success")).to_be_visible()

        ben.get_by_label("Language").fill("es")
        ben.get_by_label("Reason for the change").fill("It is Spanish")
        ben.get_by_role("button", name="Save", exact=True).click()
        conflict = ben.locator(".conflict")
        expect(conflict).to_contain_text("ana")
        expect(conflict).to_contain_text("Only they changed this. It is taken over below.")
        expect(ben.get_by_label("Lead summary")).to_have_value("Peru signed in Oslo. Ana wrote this.")
        expect(ben.get_by_label("Language")).to_have_value("es")
        ben.get_by_role("button", name="Save", exact=True).click()
        expect(ben.locator(".messagelist .success")).to_be_visible()
    profile.refresh_from_db()
    assert (profile.lead, profile.language) == ("Peru signed in Oslo. Ana wrote this.", "es")


def test_words_typed_in_an_expired_session_come_back(
    browser: Browser, live_server: Any, press: Press, person: Any, peru: Country, ban_policy: ProfileTheme
) -> None:
    profile = press.draft(peru, ban_policy)
    ensure_roles()
    form = f"{live_server.url}/admin/countries/countryprofile/{profile.pk}/change/"
    with Desk(browser, live_server.url).sit_down(person("ana", RESEARCHER), WIDE) as page:
        page.goto(form)
        page.get_by_label("Lead summary").fill("Typed for an hour.")
        session = [one for one in page.context.cookies() if one["name"] == "sessionid"]
        page.context.clear_cookies(name="sessionid")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_label("Password")).to_be_visible()
        page.context.add_cookies(session)
        page.goto(form)
        expect(page.get_by_label("Lead summary")).not_to_have_value("Typed for an hour.")
        page.get_by_role("button", name="Bring it back").click()
        expect(page.get_by_label("Lead summary")).to_have_value("Typed for an hour.")


def test_a_correction_is_compared_looked_up_and_taken_back(
    browser: Browser, live_server: Any, press: Press, person: Any, peru: Country, ban_policy: ProfileTheme
) -> None:
    first = press.edition(peru, ban_policy)
    text = first.text.replace("how many is not known", "2,012 of them")
    press.release(first.profile, text=text, note="The number became known.")
    ensure_roles()

    reader = browser.new_page(viewport=WIDE)
    reader.goto(live_server.url + COMPARE)
    expect(reader.locator(".comparison-pair ins")).to_have_text("2,012 of them")
    reader.keyboard.press("n")
    expect(reader.locator("#change-1")).to_be_focused()
    reader.set_viewport_size(PHONE)
    expect(reader.locator(".comparison-inline del").first).to_be_visible()
    expect(reader.locator(".comparison-pair").first).to_be_hidden()
    assert reader.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    reader.close()

    profile: CountryProfile = first.profile
    with Desk(browser, live_server.url).sit_down(person("ana", RESEARCHER), WIDE) as page:
        page.goto(f"{live_server.url}/admin/countries/countryprofile/{profile.pk}/history/?field=text")
        page.get_by_label("from").last.check()
        page.get_by_label("to", exact=True).first.check()
        page.get_by_role("button", name="Compare the two chosen versions").click()
        expect(page.locator(".comparison-pair ins")).to_have_text("2,012 of them")
        page.get_by_label("Text", exact=True).check()
        page.get_by_label("Reason").fill("The figure was of another year")
        page.get_by_role("button", name="Restore").click()
        expect(page.locator(".versions li").first).to_contain_text("The figure was of another year")
    profile.refresh_from_db()
    assert "how many is not known" in profile.text
    assert profile.status == "draft"
