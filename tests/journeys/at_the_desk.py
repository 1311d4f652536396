"""Somebody of the team at work in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from editorial.models import User

PASSWORD = "the team's own words"
PATIENCE = 10_000  # milliseconds


class Desk:
    """Signs people in through the form and remembers what their browsers complained about."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.browser = browser
        self.origin = origin

    @contextmanager
    def sit_down(
        self, user: User, viewport: dict[str, int], expected: str = "nothing", **context: Any
    ) -> Iterator[Page]:
        """A page, signed in as somebody. Fails when a script broke or the content security policy was violated;
        complaints that hold the ``expected`` words are part of the journey."""
        user.set_password(PASSWORD)
        user.save()
        made = self.browser.new_context(viewport=viewport, **context)
        complaints: list[str] = []
        try:
            made.set_default_timeout(PATIENCE)
            page = made.new_page()
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on(
                "console", lambda message: complaints.append(message.text) if message.type == "error" else None
            )
            page.goto(f"{self.origin}/admin/login/")
            page.get_by_label("Username").fill(user.username)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Log in").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("Today’s work")
            yield page
            unexpected = [words for words in complaints if expected not in words]
            assert not unexpected, unexpected
        finally:
            made.close()


def confirm_what_waits(desk: Desk, editor: User, said: str) -> None:
    """A second person reads the oldest proposed change, sees ``said`` there, and confirms it."""
    with desk.sit_down(editor, {"width": 1280, "height": 900}) as page:
        waiting = page.locator("section.task", has=page.get_by_role("heading", name="Changes to confirm"))
        waiting.get_by_role("link").first.click()
        expect(page.locator(".change-set")).to_contain_text(said)
        page.get_by_role("button", name="Confirm").click()
        expect(page.get_by_text("Confirmed. Readers see it now")).to_be_visible()


def take(page: Page, step: str, **fields: str) -> None:
    """Open a step, fill in its fields by their labels, and take it."""
    page.locator("summary", has_text=step).click()
    form = page.locator("details[open] form.step")
    for label, words in fields.items():
        form.get_by_label(label.replace("_", " ")).fill(words)
    form.get_by_role("button", name=step).click()


def writing(page: Page) -> Locator:
    """Where one types."""
    return page.locator(".cm-content")


def text_of(page: Page) -> str:
    """What the form will send."""
    return page.locator("textarea#id_text").input_value()
