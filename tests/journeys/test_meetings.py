"""A campaigner looks for who co-sponsored with Chile and what Peru said on retention in Dublin; a researcher pastes
the co-sponsors of a paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from editorial.actions.reference import load
from editorial.actions.roles import ensure_roles
from editorial.rules.roles import RESEARCHER
from meetings.models import Statement
from tests.journeys.accessible import faults_of
from tests.journeys.at_the_desk import Desk
from tests.journeys.conftest import PHONE, WIDE
from tests.journeys.loaded_once import loaded_once
from tests.meetings.importing.samples import PAPER

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("library")]

BOATS: Any = {"name": "boats.md", "mimeType": "text/markdown", "buffer": PAPER.encode()}
PAGES = (
    "/meetings/",
    "/meetings/lima-2007/",
    "/meetings/ccw-gge-2008-5/",
    "/statements/",
    "/statements/?country=XXX&year=abc",
    "/statements/?country=PER&meeting=dublin-2008",
    "/themes/",
    "/themes/definitions/",
    "/action-plans/",
    "/action-plans/vientiane/",
    "/search/?q=peru",
    "/search/?q=xyzzy",
    "/countries/peru/",
)


@pytest.fixture
def library() -> None:
    """The meetings, and the statements that real documents describe."""
    loaded_once("library", load_library)


def load_library() -> None:
    for name in (
        *(
            "countries",
            "country-names",
            "themes",
            "statement-themes",
            "meetings",
            "meeting-spans",
            "meeting-counts",
        ),
        *("attendance", "action-plans", "action-plan-parts"),
        *("sources", "demo-statements"),
    ):
        assert load(name).refused == []


def test_which_states_co_sponsored_with_chile_and_on_what(visit: Callable[..., Any]) -> None:
    with visit("/countries/chile/") as page:
        table = page.get_by_role("table", name="States that most often stood behind the same statements")
        row = table.get_by_role("row", name="Croatia")
        expect(row).to_contain_text("2")
        row.get_by_role("link", name="2", exact=True).click()
        expect(page.get_by_role("status").first).to_have_text("Two statements")
        page.get_by_role("link", name="achievements, challenges and possible lines of action").click()
        expect(page.get_by_text("Lead sponsor")).to_be_visible()
        expect(page.locator(".parties").first).to_contain_text("Chile, Croatia, Mexico, Portugal")


def test_what_peru_said_on_retention_in_dublin_with_results_that_follow(visit: Callable[..., Any]) -> None:
    with visit("/statements/") as page:
        page.get_by_label("State", exact=True).select_option("PER")
        page.get_by_label("Meeting", exact=True).select_option("dublin-2008")
        page.get_by_label("Theme", exact=True).select_option("retention")
        expect(page.get_by_role("status").first).to_have_text("One statement")
        expect(page).to_have_url(re.compile(r"/statements/\?country=PER&meeting=dublin-2008&theme=retention$"))
        page.get_by_role("link", name="Intervention of Peru in the Committee of the Whole, eighth session").click()
        expect(page.locator("#positions")).to_contain_text("Retention · Supports")
        expect(page.locator("#sources")).to_contain_text("CCM/CW/SR/8")


def test_words_are_followed_while_one_types_and_a_filter_can_be_taken_away(visit: Callable[..., Any]) -> None:
    with visit("/statements/") as page:
        page.get_by_label("Words in the text").press_sequentially("peacekeeping")
        expect(page.get_by_role("status").first).to_have_text("One statement")
        page.get_by_role("link", name="Remove filter: Words in the text").click()
        expect(page.get_by_role("status").first).to_have_text("16 statements")


def test_without_scripts_the_form_is_sent(visit: Callable[..., Any]) -> None:
    with visit("/statements/", java_script_enabled=False) as page:
        page.get_by_label("State", exact=True).select_option("CHL")
        page.get_by_label("Its role").select_option("co-sponsor")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_role("status").first).to_have_text("One statement")
        expect(page.get_by_role("cell", name="Spain with Chile, Croatia, Mexico and Portugal")).to_be_visible()


def test_a_search_finds_both_spellings_and_narrows(visit: Callable[..., Any]) -> None:
    with visit("/search/") as page:
        page.get_by_label("Words").press_sequentially("Perú retention")
        hit = page.get_by_role("article").filter(has_text="eighth session")
        expect(hit.locator("mark").first).to_have_text("Peru")
        page.get_by_role("navigation", name="Kind").get_by_role("link", name="Statement").click()
        expect(page.get_by_role("navigation", name="Kind").locator("[aria-current]")).to_contain_text("Statement")
        hit.get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("eighth session")


def test_a_sitting_is_found_in_the_tree_on_the_phone(visit: Callable[..., Any]) -> None:
    with visit("/meetings/", PHONE) as page:
        page.locator("details.filters summary").click()
        page.get_by_label("Kind").select_option("session")
        page.get_by_role("button", name="Show").click()
        conference = page.get_by_role("link", name="Dublin Diplomatic Conference on Cluster Munitions", exact=True)
        expect(conference).to_be_visible()
        page.get_by_role("link", name="Committee of the Whole, eighth session").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Committee of the Whole, eighth session")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_no_draft_shows_anywhere(visit: Callable[..., Any], live_server: Any) -> None:
    with visit() as page:
        for address in ("/statements/", "/search/?q=intersessional", "/countries/chile/", "/meetings/is-2011/"):
            page.goto(live_server.url + address)
            expect(page.get_by_text("Statement of Chile, First Intersessional Meeting")).to_have_count(0)


def test_a_researcher_pastes_the_co_sponsors(browser: Browser, live_server: Any, person: Any) -> None:
    ensure_roles()
    with Desk(browser, live_server.url).sit_down(person("pastes", RESEARCHER), WIDE) as page:
        page.goto(f"{live_server.url}/admin/meetings/statement/add/")
        page.get_by_label("Title").fill("Paper on transparency")
        page.get_by_label("Lead sponsor").fill("Spain")
        page.get_by_label("Co-sponsors").fill("Chile, Croatia, Mexico, Portugal and Narnia")
        page.get_by_label("Reason for the change").fill("Entered from the paper")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("“Narnia” is not recognised.").first).to_be_visible()
        expect(page.get_by_label("Co-sponsors")).to_have_value("Chile, Croatia, Mexico, Portugal and Narnia")
        page.get_by_label("Narnia").check()
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Kept under unnamed parties: Narnia.")).to_be_visible()
    statement = Statement.objects.get(title="Paper on transparency")
    assert statement.parties.count() == 5


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_researcher_imports_a_paper_without_scripts_and_takes_it_back(
    browser: Browser, live_server: Any, person: Any, viewport: dict[str, int]
) -> None:
    ensure_roles()
    desk, imports = Desk(browser, live_server.url), person("imports", RESEARCHER)
    with desk.sit_down(imports, viewport, "status of 422", java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/admin/meetings/statement/")
        page.get_by_role("link", name="Import a statement").click()
        page.get_by_label("Statement").set_input_files(BOATS)
        page.get_by_label("Meeting").select_option("4msp")
        page.get_by_label("Lead sponsor").fill("ESP, Narnia")
        page.get_by_role("button", name="Read the file").click()
        expect(page.get_by_text("There is no state “Narnia”.")).to_be_visible()
        page.get_by_label("Lead sponsor").fill("ESP")
        page.get_by_role("button", name="Read the file").click()
        expect(page.get_by_text("Given: Spain (lead sponsor)")).to_be_visible()
        for name in ("Chile", "Croatia", "Mexico", "Portugal"):
            expect(page.get_by_label(f"{name} (co-sponsor)")).to_be_checked()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        page.get_by_label("Mexico").uncheck()
        page.get_by_label("Reason for the import").fill("From the archive")
        page.get_by_role("button", name="Import as draft").click()
        expect(page.get_by_text("is imported as a draft with 4 parties")).to_be_visible()
        page.get_by_role("link", name="Undo import").click()
        page.get_by_label("Reason").fill("Wrong paper")
        page.get_by_role("button", name="Undo the import").click()
        expect(page.get_by_text("is undone; 4 parties and 0 sources went with it.")).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_on_any_page(browser: Browser, live_server: Any, viewport: dict[str, int]) -> None:
    page = browser.new_page(viewport=viewport, bypass_csp=True)
    paper = Statement.objects.get(kind="non-paper")
    for address in (*PAGES, f"/statements/{paper.pk}/"):
        page.goto(live_server.url + address)
        assert [(address, fault) for fault in faults_of(page)] == []
    page.close()


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_at_the_desk(
    browser: Browser, live_server: Any, person: Any, viewport: dict[str, int]
) -> None:
    ensure_roles()
    paper = Statement.objects.get(kind="non-paper")
    with Desk(browser, live_server.url).sit_down(person("looks", RESEARCHER), viewport, "inline style") as page:
        for address in (
            "statement/",
            "statement/add/",
            "statement/import/",
            f"statement/{paper.pk}/change/",
            f"meeting/{Statement.objects.filter(meeting__slug='lima-2007').get().meeting_id}/change/",
            "meetingdocument/add/",
        ):
            page.goto(f"{live_server.url}/admin/meetings/{address}")
            found = Axe().run(page, options={"preload": False}).response["violations"]
            assert [(address, one["id"], one["nodes"][0]["html"]) for one in found] == []
        page.goto(f"{live_server.url}/admin/meetings/statement/import/")
        page.get_by_label("Statement").set_input_files(BOATS)
        page.get_by_role("button", name="Read the file").click()
        expect(page.get_by_role("heading", name="Import this as a draft?")).to_be_visible()
        found = Axe().run(page, options={"preload": False}).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
