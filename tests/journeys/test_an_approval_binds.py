"""An editor approves what is stored and no other version; a publisher publishes what was approved and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from countries.models import Country, ProfileTheme
from editorial.actions.publishing import submit
from editorial.actions.roles import ensure_roles
from editorial.models import Source, User
from editorial.rules.roles import EDITOR, PUBLISHER, RESEARCHER
from tests.factories.profiles import Press
from tests.journeys.at_the_desk import Desk, confirm_what_waits
from tests.journeys.conftest import WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WAS, BECAME = "Se eliminarán las bombas de racimo", "Se eliminarán todas las bombas"


def fill(page: Page, step: str, **fields: str) -> None:
    """Open a step of the record and fill in its fields by their labels."""
    page.locator("summary", has_text=step).click()
    form = page.locator("details[open] form.step")
    for label, words in fields.items():
        form.get_by_label(label).fill(words)


def press_button(page: Page, step: str) -> None:
    page.get_by_role("button", name=step, exact=True).click()


def correct_the_title(desk: Desk, origin: str, researcher: User, source: Source) -> None:
    with desk.sit_down(researcher, WIDE) as page:
        page.goto(origin + reverse("admin:editorial_source_change", args=[source.pk]))
        page.get_by_label("Title:", exact=True).fill(BECAME)
        page.get_by_label("Reason for the change").fill("As printed")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Proposed. Readers see it once a second person has confirmed it")).to_be_visible()


def test_an_approval_binds(
    browser: Browser, live_server: Any, press: Press, person: Any, peru: Country, ban_policy: ProfileTheme
) -> None:
    record = press.edition(peru, ban_policy, 2009).profile
    press.change(record, lead="Peru signed in Oslo and has not ratified.")
    submit(record=record, by=press.researcher, reason="Ready")
    ensure_roles()
    desk = Desk(browser, live_server.url)
    form = live_server.url + reverse("admin:countries_countryprofile_change", args=[record.pk])
    researcher, editor, publisher = (
        person(f"{role.lower()}-at-work", role) for role in (RESEARCHER, EDITOR, PUBLISHER)
    )

    # the author saves and submits again while the editor has the text open
    with (
        desk.sit_down(researcher, WIDE) as author,
        desk.sit_down(editor, WIDE, expected="status of 409") as reader,
    ):
        reader.goto(form)
        author.goto(form)
        author.get_by_label("Lead summary").fill("Peru signed in Oslo and ratified in 2012.")
        author.get_by_label("Reason for the change").fill("The ratification")
        author.get_by_role("button", name="Save and submit for review").click()
        expect(author.locator(".messagelist")).to_contain_text("is submitted for review")

        fill(reader, "Approve", Remark="Both notes compared")
        press_button(reader, "Approve")
        expect(reader.get_by_role("alert")).to_contain_text("This was changed since you opened it")
        meanwhile = reader.locator(".conflict")
        expect(meanwhile).to_contain_text("The ratification")
        expect(meanwhile.locator("ins").first).to_contain_text("ratified in 2012")
        expect(reader.get_by_label("Remark")).to_have_value("Both notes compared")
        press_button(reader, "Approve")
        expect(reader.locator(".way .status")).to_have_text("Approved")

    # a source that it cites is corrected, one proposes and a second person confirms it, while the publisher has the
    # text open; publishing is refused with the difference, and what was typed stays
    source = Source.objects.get(key="laRepublica-2007-05-29")
    with desk.sit_down(publisher, WIDE, expected="status of 422") as page:
        page.goto(form)
        fill(page, "Publish", **{"What changed, for readers": "The ratification of 2012 is added."})
        page.get_by_label("substantive: a fact").check()
        correct_the_title(desk, live_server.url, researcher, source)
        confirm_what_waits(desk, editor, BECAME)
        press_button(page, "Publish")
        refusal = page.get_by_role("alert")
        expect(refusal).to_contain_text("This is not what was approved")
        expect(refusal).to_contain_text(WAS)
        expect(refusal).to_contain_text(BECAME)
        expect(page.get_by_label("What changed, for readers")).to_have_value("The ratification of 2012 is added.")

        page.goto(form)
        expect(page.locator(".otherwise")).to_contain_text("is not what editor-at-work approved")
        expect(page.locator(".otherwise del")).to_contain_text(WAS)
        expect(page.locator(".otherwise ins")).to_contain_text(BECAME)
        expect(page.locator("summary", has_text="Publish…")).to_have_count(0)
        fill(page, "Ask for a new approval")
        press_button(page, "Ask for a new approval")
        expect(page.locator(".way .status")).to_have_text("In review")
    with desk.sit_down(editor, WIDE) as page:
        page.locator(".task", has_text="Awaiting review").get_by_role("link").first.click()
        expect(page.locator(".otherwise")).to_contain_text("editor-at-work approved this on")
        expect(page.locator(".otherwise ins")).to_contain_text(BECAME)
        fill(page, "Approve again", Remark="Compared with the page")
        press_button(page, "Approve again")
        expect(page.locator(".way .status")).to_have_text("Approved")
    with desk.sit_down(publisher, WIDE) as page:
        page.goto(form)
        page.locator("summary", has_text="Publish…").click()
        page.get_by_label("substantive: a fact").check()
        page.get_by_label("What changed, for readers").fill("The ratification of 2012 is added.")
        press_button(page, "Publish")
        expect(page.locator(".way .status")).to_have_text("Published")
        page.goto(live_server.url + "/countries/peru/cluster-munition-ban-policy/2009/")
        expect(page.locator("#notes")).to_contain_text(BECAME)
