"""Reading a profile: notes where one reads, by mouse, finger and keyboard, and without any script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import PHONE, WIDE

ADDRESS = "/countries/peru/cluster-munition-ban-policy/2009/"
Visit = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("published")


def mark(page: Page, number: int) -> Locator:
    return page.locator(f"[role=doc-noteref][aria-label='Footnote {number}']").first


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found is not None
    return dict(found)


def test_notes_stand_in_the_margin_beside_their_marks(visit: Visit) -> None:
    with visit(ADDRESS) as page:
        notes = page.locator(".margin-note")
        expect(notes).to_have_count(2)
        text, note = box(page.locator(".prose")), box(notes.first)
        place = box(mark(page, 1))
        assert note["x"] >= text["x"] + text["width"]
        assert note["x"] + note["width"] <= WIDE["width"]
        assert abs(note["y"] - place["y"]) < 40
        expect(notes.nth(1)).to_contain_text("The minister spoke to the press.")
        first, second = (box(notes.nth(number)) for number in (0, 1))
        assert first["y"] + first["height"] <= second["y"]


def test_mark_points_out_its_note_in_the_margin(visit: Visit) -> None:
    with visit(ADDRESS) as page:
        mark(page, 2).hover()
        expect(page.locator(".margin-note.is-current")).to_contain_text("minister")


def test_tap_opens_the_note_in_place_and_a_second_tap_closes_it(visit: Visit) -> None:
    with visit(ADDRESS, PHONE, has_touch=True, is_mobile=True) as page:
        expect(page.locator(".margin-note")).to_have_count(0)
        mark(page, 2).tap()
        note = page.get_by_role("note", name="Footnote 2")
        expect(note).to_contain_text("The minister spoke to the press.")
        shown, line = box(note), box(mark(page, 2))
        assert 0 <= shown["x"] <= shown["x"] + shown["width"] <= PHONE["width"]
        assert 0 <= shown["y"] - (line["y"] + line["height"]) < 30
        mark(page, 2).tap()
        expect(note).to_have_count(0)


def test_note_opened_by_finger_has_a_button_that_closes_it(visit: Visit) -> None:
    with visit(ADDRESS, PHONE, has_touch=True, is_mobile=True) as page:
        mark(page, 2).tap()
        page.get_by_role("button", name="Close the note").tap()
        expect(page.get_by_role("note", name="Footnote 2")).to_have_count(0)
        expect(mark(page, 2)).to_be_focused()


def test_keyboard_reaches_the_note_and_escape_leads_back(visit: Visit) -> None:
    with visit(ADDRESS, PHONE) as page:
        mark(page, 1).focus()
        page.keyboard.press("Tab")
        expect(mark(page, 2)).to_be_focused()
        note = page.get_by_role("note", name="Footnote 2")
        expect(note).to_be_visible()
        page.keyboard.press("Tab")
        expect(note.get_by_role("link")).to_be_focused()
        page.keyboard.press("Escape")
        expect(note).to_have_count(0)
        expect(mark(page, 2)).to_be_focused()


def test_note_stays_while_the_pointer_is_on_it(visit: Visit) -> None:
    with visit(ADDRESS, PHONE) as page:
        mark(page, 2).hover()
        note = page.get_by_role("note", name="Footnote 2")
        note.hover()
        page.wait_for_timeout(500)
        expect(note).to_be_visible()
        page.mouse.move(2, 2)
        expect(note).to_have_count(0)


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_without_scripts_marks_lead_to_the_list_and_back(visit: Visit, viewport: dict[str, int]) -> None:
    with visit(ADDRESS, viewport, java_script_enabled=False) as page:
        mark(page, 2).click()
        item = page.locator("[role=doc-endnotes] li:target")
        expect(item).to_contain_text("The minister spoke to the press.")
        item.locator("[role=doc-backlink]").first.click()
        assert "#fnref-" in page.url
        expect(page.get_by_role("button")).to_have_count(0)


def test_phone_menu_opens_without_scripts(visit: Visit) -> None:
    with visit(ADDRESS, PHONE, java_script_enabled=False) as page:
        entry = page.get_by_role("navigation", name="Main").get_by_role("link", name="Countries")
        expect(entry).to_be_hidden()
        page.get_by_text("Menu").click()
        entry.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Countries")


def test_wide_pages_show_the_menu_and_filters_without_opening_anything(visit: Visit) -> None:
    with visit("/countries/", java_script_enabled=False) as page:
        expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Countries")).to_be_visible()
        page.get_by_label("Name contains").fill("peru")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_role("status")).to_have_text("One state or area")


def test_phone_filters_open_as_a_sheet_and_show_cards(visit: Visit) -> None:
    with visit("/countries/", PHONE, java_script_enabled=False) as page:
        expect(page.get_by_label("Name contains")).to_be_hidden()
        page.get_by_text("Filter", exact=True).click()
        page.get_by_label("Name contains").fill("atlantis")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_text("No state or area matches these filters.")).to_be_visible()
        page.get_by_role("link", name="Remove all filters").first.click()
        # a card leaves out what is unknown: only what shows is compared
        cells = page.locator("tbody tr").first.locator("th, td").filter(visible=True)
        tops = [box(cells.nth(number))["y"] for number in range(2)]
        assert tops[0] < tops[1]


def test_skip_link_is_the_first_stop(visit: Visit) -> None:
    with visit(ADDRESS) as page:
        page.keyboard.press("Tab")
        link = page.get_by_role("link", name="Skip to the content")
        expect(link).to_be_focused()
        expect(link).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()


def test_contents_list_follows_and_marks_where_one_is(visit: Visit) -> None:
    with visit(ADDRESS) as page:
        page.locator("#cite").scroll_into_view_if_needed()
        page.mouse.wheel(0, 4000)
        contents = page.get_by_role("navigation", name="On this page")
        expect(contents).to_be_in_viewport()
        expect(contents.locator("[aria-current=location]")).to_have_count(1)


def test_citation_is_copied(visit: Visit) -> None:
    with visit(ADDRESS, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.get_by_role("button", name="Copy citation").click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert "2009 edition, release 2" in copied
        assert copied.rstrip().endswith("/2009/r2/")


def test_print_shows_the_text_and_its_notes_and_hides_the_frame(visit: Visit) -> None:
    with visit(ADDRESS) as page:
        page.emulate_media(media="print")
        for hidden in (".margin-note", ".contents", ".breadcrumb", ".site-menu", ".cite .actions"):
            expect(page.locator(hidden).first).to_be_hidden()
        expect(page.locator("[role=doc-endnotes]")).to_be_visible()
        expect(page.get_by_role("heading", name="Cite this version")).to_be_visible()
