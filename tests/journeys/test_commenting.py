"""Two people and one text: a question at some words, the words move, an answer, and it is settled."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from countries.models import Country, ProfileTheme
from editorial.actions.publishing import submit
from editorial.actions.roles import ensure_roles
from editorial.rules.roles import EDITOR, RESEARCHER
from tests.factories.profiles import Press
from tests.journeys.accessible import faults_of
from tests.journeys.at_the_desk import Desk, writing
from tests.journeys.conftest import WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSAGE = "how many is not known"
AXE_MEASURES = "Applying inline style"  # what axe itself tries in the editor, and the policy refuses
SELECT = """words => {
  const walker = document.createTreeWalker(document.querySelector(".prose"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at >= 0) getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
  }
}"""


def thread(page: Page) -> Any:
    return page.locator(".thread", has_text="Is there an estimate?")


def test_a_comment_moves_along_is_answered_and_settled(
    browser: Browser, live_server: Any, press: Press, person: Any, peru: Country, ban_policy: ProfileTheme
) -> None:
    ensure_roles()
    draft = press.draft(peru, ban_policy, 2009)
    desk = Desk(browser, live_server.url)
    author, reviewer = person("author", RESEARCHER), person("second-reader", EDITOR)
    submit(record=draft, by=author, reason="Ready")

    with desk.sit_down(reviewer, WIDE) as page:
        page.locator(".task", has_text="Awaiting review").get_by_role("link").first.click()
        page.get_by_role("link", name="Preview").click()
        expect(page.locator(".prose")).to_contain_text(PASSAGE)
        page.evaluate(SELECT, PASSAGE)
        page.get_by_role("button", name="Comment here").click()
        form = page.locator(".new-comment form")
        expect(form.get_by_label("Words of the text it is about")).to_have_value(PASSAGE)
        form.get_by_label("Comment").fill("Is there an estimate?")
        form.get_by_label("To", exact=True).select_option("author")
        form.get_by_role("button", name="Add comment").click()
        expect(thread(page)).to_contain_text(PASSAGE)
        expect(thread(page)).to_contain_text("second-reader to author")
        assert page.evaluate("[...CSS.highlights.get('commented')].map(String)") == [PASSAGE]
        assert faults_of(page) == []

    with desk.sit_down(author, WIDE, expected=AXE_MEASURES) as page:
        asked = page.locator(".task", has_text="Comments addressed to you")
        expect(asked).to_contain_text("Is there an estimate?")
        asked.get_by_role("link").first.click()
        expect(page.locator(".cm-commented")).to_have_text(PASSAGE)
        assert faults_of(page) == []
        thread(page).get_by_role("link", name="Show").click()
        assert page.evaluate("getSelection().toString()") == PASSAGE
        writing(page).get_by_text("The air force holds bombs").click()
        page.keyboard.press("Home")
        page.keyboard.type("By all reports of that year ")
        expect(page.locator(".cm-commented")).to_have_text(PASSAGE)
        page.get_by_label("Reason for the change").fill("Says by whose word")
        page.get_by_role("button", name="Save and continue editing").click()
        expect(thread(page)).to_contain_text(PASSAGE)
        expect(page.locator(".cm-commented")).to_have_text(PASSAGE)
        thread(page).locator("summary", has_text="Reply").click()
        thread(page).get_by_label("Reply to second-reader").fill("None that names its source.")
        thread(page).get_by_role("button", name="Reply", exact=True).click()
        expect(thread(page)).to_contain_text("None that names its source.")

    with desk.sit_down(reviewer, WIDE) as page:
        answered = page.locator(".task", has_text="Comments addressed to you")
        expect(answered).to_contain_text("None that names its source.")
        answered.get_by_role("link").first.click()
        thread(page).locator("summary", has_text="Reply or settle").click()
        thread(page).get_by_role("button", name="Settle", exact=True).click()
        page.locator(".settled-comments summary").click()
        expect(thread(page)).to_contain_text("settled by second-reader")


def test_one_of_two_suggested_changes_is_taken_over(
    browser: Browser, live_server: Any, press: Press, person: Any, peru: Country, ban_policy: ProfileTheme
) -> None:
    ensure_roles()
    draft = press.draft(peru, ban_policy, 2009)
    desk = Desk(browser, live_server.url)
    author, reviewer = person("researcher", RESEARCHER), person("second-reader", EDITOR)
    address = f"{live_server.url}/admin/countries/countryprofile/{draft.pk}"

    with desk.sit_down(reviewer, WIDE) as page:
        page.goto(f"{address}/change/")
        writing(page).get_by_text("Peru signed on 3 December 2008.").click()
        page.keyboard.press("Home")
        page.keyboard.type("In Oslo ")
        writing(page).get_by_text("The air force holds bombs").click()
        page.keyboard.press("Home")
        page.keyboard.type("By all reports of that year ")
        page.get_by_label("Reason for the change").fill("Says where, and by whose word")
        page.get_by_role("button", name="Suggest instead of saving").click()
        expect(page.locator(".messagelist")).to_contain_text("Nothing of the record has changed")
        draft.refresh_from_db()
        assert "In Oslo" not in draft.text

    with desk.sit_down(author, WIDE, expected=AXE_MEASURES) as page:
        page.locator(".task", has_text="Suggestions on your texts").get_by_role("link").first.click()
        expect(page.get_by_role("heading", name="Change 2")).to_be_visible()
        assert faults_of(page) == []
        page.get_by_role("button", name="Take over change 1").click()
        expect(page.locator(".compare-head")).to_contain_text("Taken over in part")
        draft.refresh_from_db()
        assert "In Oslo Peru signed" in draft.text
        assert "By all reports" not in draft.text
        page.goto(f"{address}/history/")
        expect(page.locator("#content")).to_contain_text("Taken over from second-reader’s suggestion")
        expect(page.locator("#content")).to_contain_text("researcher")
