"""Writing a researched text in the editor, by keyboard and by finger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from countries.models import CountryProfile
from editorial.actions.roles import ensure_roles
from editorial.models import Source, User
from editorial.rules.roles import PUBLISHER, RESEARCHER
from tests.journeys.at_the_desk import Desk, text_of, writing
from tests.journeys.conftest import PHONE, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(browser: Browser, live_server: Any) -> Desk:
    ensure_roles()
    return Desk(browser, live_server.url)


@pytest.fixture
def researcher(person: Callable[..., User]) -> User:
    ensure_roles()
    return person("researcher", RESEARCHER)


def open_form(page: Page, profile: CountryProfile) -> None:
    page.goto(page.url.split("/admin/")[0] + f"/admin/countries/countryprofile/{profile.pk}/change/")
    expect(page.locator(".text-editor-state")).to_have_text("No problems in the text")


def test_a_footnote_with_a_source_is_written_without_leaving_the_keyboard(
    desk, researcher, draft, sources
) -> None:
    with desk.sit_down(researcher, WIDE) as page:
        open_form(page, draft)
        writing(page).focus()
        page.keyboard.press("Control+Home")
        page.keyboard.press("End")
        page.keyboard.type(" It spoke first.")
        page.keyboard.press("Control+Alt+f")
        page.keyboard.type("See [@oslo")
        options = page.locator(".cm-tooltip-autocomplete li")
        expect(options).to_have_count(2)
        expect(options.first).to_contain_text("Notes taken in Oslo")
        page.wait_for_timeout(100)  # the list takes no key in its first moments
        page.keyboard.press("Enter")
        page.keyboard.type(".")
        assert text_of(page).startswith("Peru signed on 3 December 2008.[^1] It spoke first.[^2]\n")
        assert text_of(page).endswith("\n\n[^2]: See [@oslo-notes-2008].")
        expect(page.locator(".text-editor-state")).to_have_text("No problems in the text")

        page.keyboard.press("Control+Alt+j")
        page.keyboard.type("!")
        assert "It spoke first.[^2]!" in text_of(page), "the way back leads to the mark"


def test_problems_are_shown_while_writing_and_lead_to_their_line(desk, researcher, draft) -> None:
    with desk.sit_down(researcher, WIDE) as page:
        open_form(page, draft)
        writing(page).focus()
        page.keyboard.press("Control+Home")
        page.keyboard.type("Mark.[^9] ")
        expect(page.locator(".text-editor-state")).to_have_text("1 problem in the text")
        expect(page.locator(".text-editor-problems")).to_contain_text("the mark [^9] has no note")
        page.keyboard.press("Control+End")
        page.get_by_role("button", name="Go to line 1").click()
        page.keyboard.press("Delete")
        assert text_of(page).startswith("Mark.^9]"), "the cursor stands at the mark"


def test_the_preview_is_made_by_the_public_renderer(desk, researcher, draft) -> None:
    with desk.sit_down(researcher, WIDE) as page:
        open_form(page, draft)
        page.get_by_role("button", name="Preview", exact=True).click()
        preview = page.locator(".text-editor-preview")
        expect(preview.get_by_role("heading", name="Stockpiling")).to_be_visible()
        expect(preview.locator("[role=doc-noteref]")).to_have_text("1")
        writing(page).focus()
        page.keyboard.press("Control+Home")
        page.keyboard.type("New words. ")
        expect(preview).to_contain_text("New words.")


def test_saving_by_key_asks_why_once_and_keeps_the_place(desk, researcher, draft) -> None:
    with desk.sit_down(researcher, WIDE) as page:
        open_form(page, draft)
        writing(page).focus()
        page.keyboard.press("Control+End")
        page.keyboard.type("More.")
        page.keyboard.press("Control+s")
        expect(page.get_by_label("Reason for the change")).to_be_focused()
        page.keyboard.type("Said more")
        writing(page).focus()
        page.keyboard.press("Control+s")
        expect(page.locator(".messagelist")).to_contain_text("changed successfully")
        expect(page.get_by_label("Reason for the change")).to_have_value("Said more")
        expect(writing(page)).to_be_focused()
        page.keyboard.type(" And more.")
        assert text_of(page).endswith("More. And more.")
    draft.refresh_from_db()
    assert draft.text.endswith("More.")
    assert draft.history.first().history_change_reason == "Said more"


def test_tab_leaves_the_editor(desk, researcher, draft) -> None:
    with desk.sit_down(researcher, WIDE) as page:
        open_form(page, draft)
        writing(page).focus()
        page.keyboard.press("Tab")
        expect(page.get_by_label("Reason for the change")).to_be_focused()


def test_the_text_survives_signing_out_elsewhere(desk, researcher, draft) -> None:
    with desk.sit_down(researcher, WIDE, expected="403 (Forbidden)") as page:
        open_form(page, draft)
        page.context.clear_cookies()
        writing(page).focus()
        page.keyboard.press("Control+End")
        page.keyboard.type("Not lost.")
        expect(page.locator(".text-editor-state")).to_contain_text("You are signed out")
        assert text_of(page).endswith("Not lost.")


def test_without_scripts_the_same_form_saves_the_text(desk, researcher, draft) -> None:
    with desk.sit_down(researcher, WIDE, java_script_enabled=False) as page:
        page.goto(f"{desk.origin}/admin/countries/countryprofile/{draft.pk}/change/")
        page.get_by_label("Text:").fill("Peru signed.\n\nIn Oslo.")
        page.get_by_label("Reason for the change").fill("Shorter")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator(".messagelist")).to_contain_text("changed successfully")
    draft.refresh_from_db()
    assert draft.text == "Peru signed.\n\nIn Oslo."


@pytest.mark.parametrize(("viewport", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide", "phone"])
def test_every_page_of_the_desk_is_accessible_and_fits(
    desk, person, draft: CountryProfile, sources: list[Source], viewport: dict[str, int], scheme: str
) -> None:
    profile, source = f"countries/countryprofile/{draft.pk}/", f"editorial/source/{sources[1].pk}/"
    pages = ["", "countries/countryprofile/", "countries/countryprofile/add/", profile + "change/"]
    pages += [profile + "history/", profile + "delete/", profile + "preview/"]
    pages += ["editorial/source/", source + "change/", f"countries/country/{draft.country_id}/change/"]
    found = []
    with desk.sit_down(person("publisher", PUBLISHER, is_superuser=True), viewport, color_scheme=scheme) as page:
        for address in pages:
            page.goto(f"{desk.origin}/admin/{address}")
            page.wait_for_load_state("networkidle")
            found += faults(page, address)
        page.context.clear_cookies()
        page.goto(f"{desk.origin}/admin/login/")
        found += faults(page, "login")
    assert not found, "\n".join(found)


def faults(page: Page, address: str) -> list[str]:
    """What axe finds, and whether the page scrolls sideways."""
    answer = Axe().run(page, options={"preload": False})
    found = [
        f"{address}: {violation['id']}: {violation['nodes'][0]['html'][:200]}"
        for violation in answer.response["violations"]
    ]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append(f"{address}: scrolls sideways")
    return found
