"""What somebody types is not lost, and does not win unseen: across windows, machines, and double clicks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from countries.models import Country, CountryProfile, Treaty
from editorial.actions.roles import ensure_roles
from editorial.models import BegunForm, ChangeSet, User
from editorial.rules.roles import RESEARCHER
from meetings.models import Statement
from tests.factories.meetings import make_country, make_meeting, make_statement, make_theme
from tests.journeys.at_the_desk import Desk, text_of, writing
from tests.journeys.conftest import WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(browser: Browser, live_server: Any) -> Desk:
    ensure_roles()
    return Desk(browser, live_server.url)


@pytest.fixture
def ana(person: Callable[..., User]) -> User:
    ensure_roles()
    return person("ana", RESEARCHER)


@pytest.fixture
def ben(person: Callable[..., User]) -> User:
    ensure_roles()
    return person("ben", RESEARCHER)


def form_of(desk: Desk, page: Page, record: Any, page_of: str = "change") -> None:
    meta = record._meta
    page.goto(f"{desk.origin}/admin/{meta.app_label}/{meta.model_name}/{record.pk}/{page_of}/")


def offer(page: Page) -> Locator:
    return page.locator(".unsaved", has_text="was not saved")


def nothing_is_offered(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    expect(offer(page)).to_have_count(0)


def kept_on_the_server(page: Page) -> None:
    """Types on until the server has it: two seconds, or ten after the post before."""
    for _ in range(60):
        if BegunForm.objects.exists():
            return
        page.wait_for_timeout(250)
    raise AssertionError("Nothing was kept on the server.")


def save(page: Page, why: str) -> None:
    page.get_by_label("Reason for the change").fill(why)
    page.get_by_role("button", name="Save", exact=True).click()


def test_what_was_saved_is_not_called_unsaved_and_a_colleagues_correction_stands(
    desk: Desk, ana: User, ben: User, draft: CountryProfile
) -> None:
    with desk.sit_down(ana, WIDE) as hers, desk.sit_down(ben, WIDE) as his:
        form_of(desk, hers, draft)
        hers.get_by_label("Lead").fill("Peru signed in Oslo in 2008.")
        hers.wait_for_timeout(2500)  # the browser looks every two seconds
        save(hers, "More exact")
        expect(hers.locator(".messagelist")).to_contain_text("changed successfully")
        form_of(desk, his, draft)
        his.get_by_label("Lead").fill("Peru signed in Oslo on 3 December 2008.")
        save(his, "The day")
        expect(his.locator(".messagelist")).to_contain_text("changed successfully")
        form_of(desk, hers, draft)
        nothing_is_offered(hers)
        expect(hers.get_by_label("Lead")).to_have_value("Peru signed in Oslo on 3 December 2008.")
        hers.go_back()
        nothing_is_offered(hers)
    assert not BegunForm.objects.exists()


def test_what_was_left_unsaved_meets_what_a_colleague_saved_meanwhile(
    desk: Desk, ana: User, ben: User, draft: CountryProfile
) -> None:
    with desk.sit_down(ana, WIDE) as hers, desk.sit_down(ben, WIDE) as his:
        form_of(desk, hers, draft)
        hers.get_by_label("Lead").fill("Her lead.")
        kept_on_the_server(hers)
        hers.goto(f"{desk.origin}/admin/")
        form_of(desk, his, draft)
        his.get_by_label("Lead").fill("His lead.")
        save(his, "Mine")
        expect(his.locator(".messagelist")).to_contain_text("changed successfully")
        form_of(desk, hers, draft)
        expect(offer(hers)).to_be_visible()
        hers.get_by_role("button", name="Bring it back").click()
        expect(hers.locator(".conflict")).to_contain_text("His lead.")
        expect(hers.get_by_label("Lead")).to_have_value("Her lead.")
    draft.refresh_from_db()
    assert draft.lead == "His lead."


def test_search_boxes_added_rows_and_the_text_come_back_and_nothing_stored_is_erased(
    desk: Desk, ana: User
) -> None:
    stored, other = make_meeting(), make_meeting("vienna-2007", start="2007-12-05")
    peru, theme = make_country(), make_theme("retention")
    statement: Statement = make_statement("Peru speaks", meeting=stored)
    with desk.sit_down(ana, WIDE) as page:
        form_of(desk, page, statement)
        page.get_by_label("Speaker").fill("The ambassador")
        choose(page, "#id_meeting", other.name)
        page.get_by_role("button", name="Add another Position").click()
        choose(page, "#id_positions-0-country", str(peru))
        page.locator("#id_positions-0-theme").select_option(str(theme.pk))
        page.locator("#id_positions-0-stance").select_option(label="Supports")
        page.locator("#id_positions-0-paraphrase").fill("Peru supports the ban.")
        writing(page).focus()
        page.keyboard.press("Control+End")
        page.keyboard.type(" And more.")
        page.wait_for_timeout(12500)  # a second post to the server follows ten seconds after the first
        page.goto(f"{desk.origin}/admin/")
        begun = page.locator("section.task", has_text="What you have begun and not saved")
        expect(begun).to_contain_text("Peru speaks")
        form_of(desk, page, statement)
        page.get_by_role("button", name="Bring it back").click()
        expect(page.locator(".is-brought-back")).to_contain_text("Nothing of it is saved yet")
        expect(page.get_by_label("Speaker")).to_have_value("The ambassador")
        expect(page.locator("#id_meeting")).to_have_value(str(other.pk))
        expect(page.locator("#select2-id_meeting-container")).to_contain_text(other.name)
        expect(page.locator("#id_positions-0-country")).to_have_value(str(peru.pk))
        expect(page.locator("#id_positions-0-paraphrase")).to_have_value("Peru supports the ban.")
        expect(writing(page)).to_contain_text("And more.")
        assert text_of(page).endswith(" And more.")
        save(page, "Heard there")
        expect(page.locator(".messagelist")).to_contain_text("changed successfully")
    statement.refresh_from_db()
    assert (statement.meeting, statement.speaker) == (other, "The ambassador")
    assert statement.positions.get().paraphrase == "Peru supports the ban."
    assert not BegunForm.objects.exists()


def choose(page: Page, select: str, words: str) -> None:
    """Chooses in a search box, as one does: open it, type, press the line that comes."""
    page.locator(f"{select} + .select2-container").click()
    with page.expect_response(lambda answer: "term=" in answer.url and answer.url.split("term=")[1][:1] != "&"):
        page.locator(".select2-container--open .select2-search__field").press_sequentially(words)
    page.locator(".select2-results__option--highlighted", has_text=words).click()
    expect(page.locator(f"{select} + .select2-container")).to_contain_text(words)


def test_what_is_begun_on_one_machine_goes_on_on_another(desk: Desk, ana: User, ben: User, peru: Country) -> None:
    with desk.sit_down(ana, WIDE) as page:
        page.goto(f"{desk.origin}/admin/countries/stategroup/add/")
        page.get_by_label("Name", exact=False).first.fill("Friends of the ban")
        kept_on_the_server(page)
    with desk.sit_down(ben, WIDE) as page:
        page.goto(f"{desk.origin}/admin/countries/stategroup/add/")
        nothing_is_offered(page)
    with desk.sit_down(ana, WIDE) as page:
        begun = page.locator("section.task", has_text="What you have begun and not saved")
        begun.get_by_role("link").click()
        expect(page.get_by_label("Name", exact=False).first).to_have_value("Friends of the ban")
        page.get_by_role("button", name="Throw it away").click()
        expect(page.locator(".messagelist")).to_contain_text("is thrown away")
        expect(page.get_by_label("Name", exact=False).first).to_have_value("")
        nothing_is_offered(page)


def test_a_double_click_makes_one_proposal_and_going_back_shows_an_empty_form(
    desk: Desk, ana: User, peru: Country
) -> None:
    ccm = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
    with desk.sit_down(ana, WIDE) as page:
        page.goto(f"{desk.origin}/admin/countries/treatyaction/add/")
        page.locator("#id_treaty").select_option(str(ccm.pk))
        choose(page, "#id_country", "Peru")
        page.locator("#id_kind").select_option("signature")
        page.locator("#id_date").fill("2008-12-03")
        page.get_by_label("Reason for the change").fill("Oslo")
        page.get_by_role("button", name="Save", exact=True).dblclick()
        expect(page.locator(".messagelist")).to_contain_text("Proposed. Readers see it once")
        assert ChangeSet.objects.count() == 1
        page.go_back()
        nothing_is_offered(page)
        expect(page.locator("#id_date")).to_have_value("")
        expect(page.locator("#id_kind")).to_have_value("")
        page.wait_for_timeout(2500)  # the browser looks every two seconds
        nothing_is_offered(page)
        assert ChangeSet.objects.count() == 1
    assert not BegunForm.objects.exists()
