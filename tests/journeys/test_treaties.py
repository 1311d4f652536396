"""A diplomat asks what held on a day; a researcher enters an accession and watches every page follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from countries.models import Country, TreatyAction
from editorial.actions.roles import ensure_roles
from editorial.models import Source
from editorial.rules.roles import EDITOR, RESEARCHER
from tests.journeys.at_the_desk import Desk, confirm_what_waits
from tests.journeys.conftest import PHONE, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("world")]


def figure(page: Page, label: str) -> Any:
    """The large figure under a label."""
    return page.locator(".headline > div", has_text=label).locator(".figure")


def test_a_diplomat_asks_for_the_day_peru_deposited(visit: Callable[..., Any]) -> None:
    with visit("/") as page:
        page.get_by_role("link", name="Treaties", exact=True).click()
        page.get_by_role("link", name="Convention on Cluster Munitions").first.click()
        page.get_by_label("Day", exact=True).fill("2012-09-26")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_role("heading", level=2, name="On 26 September 2012")).to_be_visible()
        expect(figure(page, "States Parties")).to_have_text("76")
        expect(figure(page, "Signed or joined in all")).to_have_text("111")
        expect(page.get_by_text("Peru (from 1 March 2013)")).to_be_visible()
        page.get_by_role("link", name="Count by entry into force instead").click()
        expect(figure(page, "States Parties")).to_have_text("70")
        page.get_by_role("link", name="Change after: 1 Oct 2012").click()
        expect(figure(page, "States Parties")).to_have_text("71")


def test_the_map_leads_to_a_state_by_keyboard(visit: Callable[..., Any]) -> None:
    with visit("/treaties/ccm/?as_of=2013-07-31") as page:
        states = page.locator(".map-world a")
        expect(states).to_have_count(197)
        tuvalu = page.locator(".map-world a", has_text="Tuvalu")
        tuvalu.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Tuvalu")
        expect(page.get_by_text("has not joined the Convention on Cluster Munitions").first).to_be_visible()


def test_the_slider_moves_the_day(visit: Callable[..., Any]) -> None:
    with visit("/treaties/ccm/?as_of=2013-07-31") as page:
        slider = page.get_by_role("slider")
        expect(slider).to_have_attribute("aria-valuetext", "31 July 2013")
        slider.focus()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("heading", level=2, name="On 1 August 2013")).to_be_visible()


def test_without_scripts_links_and_form_do_the_same(visit: Callable[..., Any]) -> None:
    with visit("/treaties/ccm/", java_script_enabled=False) as page:
        expect(page.get_by_role("slider")).to_have_count(0)
        page.get_by_role("navigation", name="Go to another day").get_by_role("link", name="2013").click()
        expect(page.get_by_role("heading", level=2, name="On 31 December 2013")).to_be_visible()
        page.get_by_label("Group").select_option("core-group")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_text("States Parties, by deposit (7 of 84)")).to_be_visible()


def test_a_day_that_does_not_exist_is_named(browser: Browser, live_server: Any) -> None:
    page = browser.new_page()
    page.goto(f"{live_server.url}/treaties/ccm/?as_of=2013-02-30")
    expect(page.get_by_text("“2013-02-30” is not a day. Write it as 2013-07-31.")).to_be_visible()
    page.get_by_label("Day", exact=True).fill("2013-02-28")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=2, name="On 28 February 2013")).to_be_visible()
    page.close()


def test_a_researcher_enters_an_accession_and_every_page_follows(
    browser: Browser, live_server: Any, visit: Callable[..., Any], person: Any
) -> None:
    ensure_roles()
    researcher = person("enters-acts", RESEARCHER)
    with visit("/countries/finland/") as page:
        expect(
            page.get_by_text("Finland has not joined the Convention on Cluster Munitions").first
        ).to_be_visible()

    desk = Desk(browser, live_server.url)
    with desk.sit_down(researcher, WIDE) as page:
        page.locator("summary", has_text="All records").click()
        page.get_by_role("link", name="Treaty actions").click()
        page.get_by_role("link", name="Add treaty action").click()
        effects = page.locator("#leads-to")
        expect(effects).to_contain_text("Fill in treaty, state, kind and date")
        page.get_by_label("Treaty:").select_option(label="Convention on Cluster Munitions")
        page.get_by_role("combobox", name="State: nothing chosen").click()
        page.get_by_label("Search: State").fill("Finl")
        page.get_by_role("option", name="Finland").click()
        page.get_by_label("Kind:").select_option(label="Ratification")
        page.get_by_label("Date:").fill("2026-01-15")
        expect(effects).to_contain_text("a state that has not signed accedes. (CCM, Article 16(1))")
        page.get_by_label("Kind:").select_option(label="Accession")
        expect(effects).to_contain_text("States Parties, by deposit, 15 January 2026")
        expect(effects.get_by_role("row", name="Entry into force for it")).to_contain_text("1 July 2026")
        expect(effects.get_by_role("row", name="First transparency report due")).to_contain_text(
            "28 December 2026"
        )
        assert not TreatyAction.objects.filter(country__iso3="FIN", treaty__slug="ccm").exists()
        page.get_by_role("combobox", name="Source: nothing chosen").click()
        page.get_by_label("Search: Source").fill("UNTC-MTDSG-XXVI-6")
        page.get_by_role("option", name=str(Source.objects.get(key="UNTC-MTDSG-XXVI-6"))).click()
        page.get_by_label("Reason for the change").fill("Depositary notification")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Readers see it once a second person has confirmed it")).to_be_visible()
    with visit("/countries/finland/") as page:
        expect(
            page.get_by_text("Finland has not joined the Convention on Cluster Munitions").first
        ).to_be_visible()
    confirm_what_waits(desk, person("confirms-acts", EDITOR), "States Parties, by deposit")

    with visit("/countries/finland/") as page:
        expect(page.get_by_text("it acceded on 15 January 2026").first).to_be_visible()
        page.goto(live_server.url + "/treaties/ccm/?as_of=2026-01-15")
        expect(figure(page, "States Parties")).to_have_text("113")
        page.goto(live_server.url + "/countries/?q=finland")
        expect(page.get_by_text("not yet bound since 15 January 2026")).to_be_visible()
    version = TreatyAction.objects.get(country__iso3="FIN", treaty__slug="ccm").history.get()
    assert (version.history_user, str(version.confirmed_by)) == (researcher, "confirms-acts")


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_at_the_desk(
    browser: Browser, live_server: Any, person: Any, viewport: dict[str, int]
) -> None:
    ensure_roles()
    # axe itself adds styles, which the content security policy refuses
    with Desk(browser, live_server.url).sit_down(person("looks", RESEARCHER), viewport, "inline style") as page:
        for address in ("treatyaction/add/", "treatyaction/import/", "treatyaction/?q=peru", "stategroup/"):
            page.goto(f"{live_server.url}/admin/countries/{address}")
            found = Axe().run(page, options={"preload": False}).response["violations"]
            assert [(address, one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_without_scripts_a_button_shows_what_would_change(browser: Browser, live_server: Any, person: Any) -> None:
    ensure_roles()
    researcher = person("without-scripts", RESEARCHER)
    stored = TreatyAction.objects.get(country=Country.objects.get(iso3="VUT"), treaty__slug="ccm")
    with Desk(browser, live_server.url).sit_down(researcher, PHONE, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/admin/countries/treatyaction/{stored.pk}/change/")
        page.get_by_label("Date:").fill("2025-10-05")
        with page.context.expect_page() as opened:
            page.get_by_role("button", name="Show what this would change").click()
        effects = opened.value
        expect(effects.get_by_text("Nothing is saved.")).to_be_visible()
        expect(effects.get_by_role("row", name="Entry into force for it")).to_contain_text("1 April 2026")
