"""A journalist asks who is late, who destroyed how much, and how one knows; a researcher enters a figure, an
extension and a table, and sees what each leads to before it is saved."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from countries.models import Country
from editorial.actions.roles import ensure_roles
from editorial.models import Source
from editorial.rules.roles import EDITOR, RESEARCHER
from stockpiles.models import DestructionRecord, ExtensionRequest, StockpileHolding
from tests.factories.stockpiles import load_stocks
from tests.journeys.accessible import faults_of
from tests.journeys.at_the_desk import Desk, confirm_what_waits, writing
from tests.journeys.conftest import PHONE, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stocks")]

# Long lists are narrowed: their rows are alike, and axe takes its time over each.
PAGES = (
    "/stockpiles/?region=Oceania",
    "/stockpiles/?region=Americas&status=completed",
    "/stockpiles/peru/",
    "/stockpiles/bulgaria/",
    "/stockpiles/tuvalu/",
    "/stockpiles/deadlines/?article=3&as_of=2021-03-02&standing=due",
    "/stockpiles/deadlines/?article=4",
    "/stockpiles/deadlines/?article=7&standing=met_late",
    "/stockpiles/deadlines/?article=5",
    "/stockpiles/reports/?year=2014",
    "/stockpiles/munitions/",
    "/stockpiles/munitions/rbk-500/",
    "/countries/peru/",
)


@pytest.fixture
def stocks() -> None:
    """Every stock, deadline and report of the reference data."""
    load_stocks()


def row_of(page: Page, state: str) -> Any:
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=re.compile(f"^{state}")))


def test_a_journalist_asks_who_is_late_and_who_was_early(visit: Callable[..., Any]) -> None:
    with visit("/") as page:
        page.get_by_role("link", name="Stockpiles", exact=True).click()
        page.get_by_role("navigation", name="Stockpiles").get_by_role("link", name="Deadlines").click()
        peru = row_of(page, "Peru")
        expect(peru).to_contain_text("1 Mar 2021 → 1 Apr 2024")
        expect(peru).to_contain_text("108 days early")
        peru.get_by_text("How", exact=True).click()
        expect(peru.get_by_text("The decision names 1 April 2024, which is authoritative")).to_be_visible()
        expect(row_of(page, "Bulgaria")).to_contain_text("31 December 2023")

        page.get_by_label("Duty", exact=True).select_option("7")
        page.get_by_label("As of").fill("2018-08-03")
        page.get_by_role("button", name="Show").click()
        expect(page).to_have_url(re.compile("article=7&as_of=2018-08-03"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Deadlines: transparency reports")
        page.get_by_role("list", name="Standings on this day").get_by_role("link", name="overdue").click()
        expect(row_of(page, "Congo")).to_contain_text("1,071 days over")


def test_who_destroyed_how_much_and_how_do_you_know(visit: Callable[..., Any], live_server: Any) -> None:
    with visit("/stockpiles/?sort=-declared") as page:
        expect(page.locator(".headline")).to_contain_text("1,489,572")
        first = page.locator("table.figures tbody tr").first
        expect(first).to_contain_text("Germany")
        row_of(page, "Peru").get_by_role("link", name="2,012 munitions").first.click()
        expect(page).to_have_url(re.compile(r"/stockpiles/peru/#holding-\d+$"))
        figure = page.locator(page.evaluate("location.hash"))
        expect(figure).to_contain_text("2,012 munitions, 162,417 submunitions")
        expect(figure).to_contain_text("used here")
        figures = page.locator("#figures")
        for other in ("675 munitions, 86,200 submunitions", "2,005 munitions, 152,982 submunitions"):
            expect(figures).to_contain_text(other)
        source = figure.get_by_role("link").first
        words = source.inner_text()
        source.click()
        expect(page.get_by_role("main")).to_contain_text(words[:30])
        expect(page.get_by_role("main").get_by_role("link", name=re.compile("Peru")).first).to_be_visible()


def test_a_desk_officer_reads_perus_whole_story_on_one_page(visit: Callable[..., Any]) -> None:
    with visit("/stockpiles/peru/") as page:
        contents = page.get_by_role("navigation", name="On this page")
        contents.get_by_role("link", name="Completion").click()
        completion = page.locator("#completion")
        expect(completion).to_be_in_viewport()
        for words in ("15 December 2023", "108 days early", "4 months before the deadline", "date not found"):
            expect(completion).to_contain_text(words)
        programme = page.locator("#programme")
        expect(
            programme.locator("ol > li", has_text=re.compile("Destruction.*ended 15 December 2023"))
        ).to_be_visible()
        for words in ("El Niño", "COVID-19", "Norway", "Germany", "8. Reporting and closure"):
            expect(programme).to_contain_text(words)
        chart = page.locator("#destruction figure").first
        expect(
            chart.get_by_role("img", name=re.compile("Munitions destroyed in the years on record"))
        ).to_be_visible()
        chart.get_by_text("The numbers as a table").click()
        expect(chart.get_by_role("row", name=re.compile("2023"))).to_contain_text("unknown")


def test_the_reporting_rate_and_one_year_of_it(visit: Callable[..., Any]) -> None:
    with visit("/stockpiles/reports/") as page:
        page.get_by_label("Calendar year reported on").select_option("2014")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Article 7 reports on 2014")
        peru = page.locator("#year").get_by_role("row", name=re.compile("^Peru"))
        expect(peru).to_contain_text("32 to 61 days late")
        silent = page.locator("#year").get_by_role("row").filter(has_text="none on record").first
        silent_words = silent.inner_text()
        assert "over" not in silent_words, silent_words
        assert "late" not in silent_words, silent_words


def test_on_the_phone_the_filters_open_and_the_table_becomes_cards(visit: Callable[..., Any]) -> None:
    with visit("/stockpiles/", PHONE) as page:
        page.locator("details.filters summary").click()
        page.get_by_label("Region").select_option("Africa")
        page.get_by_role("button", name="Show").click()
        expect(row_of(page, "Mozambique")).to_contain_text("299")
        expect(row_of(page, "Peru")).to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_researcher_sees_the_ledger_that_a_figure_leads_to(
    browser: Browser, live_server: Any, person: Any, visit: Callable[..., Any]
) -> None:
    ensure_roles()
    researcher = person("enters-figures", RESEARCHER)
    desk = Desk(browser, live_server.url)
    with desk.sit_down(researcher, WIDE) as page:
        page.goto(f"{live_server.url}/admin/stockpiles/destructionrecord/add/")
        page.get_by_role("combobox", name="Country: nothing chosen").click()
        page.get_by_label("Search: Country").fill("South Af")
        page.get_by_role("option", name="South Africa").click()
        page.get_by_label("Period start").fill("2017")
        page.get_by_label("Period end").fill("2017")
        page.get_by_label("Munitions:", exact=True).fill("500")
        expect(page.locator("#leads-to")).to_contain_text(
            "1,495 munitions declared − at least 639 destroyed = at most 856."
        )
        assert not DestructionRecord.objects.filter(period_start="2017", country__iso3="ZAF").exists()
        writing(page).fill(f"It says so: [@{Source.objects.earliest('pk').key}, Form B].")
        page.get_by_label("Reason for the change").fill("Report of 2018")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Readers see it once a second person has confirmed it")).to_be_visible()
    confirm_what_waits(desk, person("confirms-figures", EDITOR), "South Africa: munitions destroyed")
    with visit("/stockpiles/south-africa/") as page:
        expect(page.locator("#destruction")).to_contain_text("500")
    version = DestructionRecord.objects.get(period_start="2017", country__iso3="ZAF").history.get()
    assert version.history_user == researcher


def test_a_granted_extension_moves_the_deadline(
    browser: Browser, live_server: Any, person: Any, visit: Callable[..., Any]
) -> None:
    ensure_roles()
    meeting = ExtensionRequest.objects.get(country__iso3="BGR", number=1, article=3).decided_at
    desk = Desk(browser, live_server.url)
    with desk.sit_down(person("enters-extensions", RESEARCHER), WIDE) as page:
        page.goto(f"{live_server.url}/admin/stockpiles/extensionrequest/add/")
        page.get_by_role("combobox", name="Country: nothing chosen").click()
        page.get_by_label("Search: Country").fill("Slovak")
        page.get_by_role("option", name="Slovakia").click()
        page.get_by_label("Article").select_option("3")
        page.get_by_label("Number:").first.fill("1")
        page.get_by_label("Outcome").select_option("granted")
        page.get_by_label("Evidence").select_option("stated")
        page.get_by_label("Granted until").fill("2025-01-01")
        effects = page.locator("#leads-to")
        expect(effects).to_contain_text("Deadline without this request")
        expect(effects).to_contain_text("1 January 2025")
        writing(page).first.fill(f"It says so: [@{Source.objects.earliest('pk').key}, p. 4].")
        page.get_by_label("Reason for the change").fill(f"Decision of {meeting}")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Readers see it once a second person has confirmed it")).to_be_visible()
    confirm_what_waits(desk, person("confirms-extensions", EDITOR), "1 January 2025")
    with visit("/stockpiles/deadlines/?article=3") as page:
        expect(row_of(page, "Slovakia")).to_contain_text("1 January 2025")


def test_a_table_with_a_bad_row_writes_nothing_until_that_row_is_left_out(
    browser: Browser, live_server: Any, person: Any
) -> None:
    ensure_roles()
    sheet = "iso3,munitions,submunitions,as_of,source\nFIN,12,600,2019,A letter\nXXX,5,10,2019,A letter\n"
    # a preview that cannot be written answers 422, which the browser notes
    upload = {"name": "holdings.csv", "mimeType": "text/csv", "buffer": sheet.encode()}
    desk = Desk(browser, live_server.url)
    with desk.sit_down(person("imports", RESEARCHER), WIDE, "422") as page:
        for leave_out in (False, True):
            page.goto(f"{live_server.url}/admin/stockpiles/stockpileholding/import/")
            page.get_by_label("Table").select_option("holdings")
            page.get_by_label("File").set_input_files(upload)
            page.get_by_label("Leave out rows that are refused").set_checked(leave_out)
            page.get_by_role("button", name="Read the file").click()
            expect(page.locator("tr.is-refused")).to_contain_text("XXX")
            if not leave_out:
                expect(page.get_by_role("button", name="Write these records")).to_have_count(0)
        assert not StockpileHolding.objects.filter(country__iso3="FIN").exists()
        page.get_by_label("Reason for the import").fill("A letter of the ministry")
        page.get_by_role("button", name="Write these records").click()
        expect(page.get_by_text("1 new, 0 changed, 0 unchanged, 1 row left out")).to_be_visible()
    assert not StockpileHolding.objects.filter(country__iso3="FIN").exists()
    confirm_what_waits(desk, person("confirms-tables", EDITOR), "A letter of the ministry")
    kept = StockpileHolding.objects.get(country__iso3="FIN").history.get()
    assert (kept.munitions, kept.history_change_reason) == (12, "A letter of the ministry")


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_on_any_page(browser: Browser, live_server: Any, viewport: dict[str, int]) -> None:
    page = browser.new_page(viewport=viewport, bypass_csp=True)
    found = []
    for address in PAGES:
        page.goto(live_server.url + address)
        found += [(address, fault) for fault in faults_of(page)]
    page.close()
    assert found == []


@pytest.mark.timeout(300)
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_at_the_desk(
    browser: Browser, live_server: Any, person: Any, viewport: dict[str, int]
) -> None:
    ensure_roles()
    peru = Country.objects.get(iso3="PER")
    stock = StockpileHolding.objects.filter(country=peru, munitions=2005).get()
    extension = ExtensionRequest.objects.filter(country=peru).first()
    # axe itself adds styles, which the content security policy refuses
    with Desk(browser, live_server.url).sit_down(person("looks", RESEARCHER), viewport, "inline style") as page:
        for address in (
            "stockpileholding/?q=peru",
            "stockpileholding/import/",
            "stockpileholding/contradictions/",
            f"stockpileholding/{stock.pk}/change/",
            f"stockpileholding/{stock.pk}/prefer/",
            f"extensionrequest/{extension.pk}/change/",
            "destructionrecord/add/",
            "settleddifference/",
            "settleddifference/add/",
            "transparencyreport/due/",
        ):
            page.goto(f"{live_server.url}/admin/stockpiles/{address}")
            expect(page.get_by_role("heading", level=1)).not_to_have_text("Page not found")
            found = Axe().run(page, options={"preload": False}).response["violations"]
            assert [(address, one["id"], one["nodes"][0]["html"]) for one in found] == []
