"""A real browser for the journeys. Where there is none they are skipped with the reason; with CI=true they fail."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from countries.models import Country, ProfileTheme
from tests.factories.profiles import Press

# Playwright's synchronous interface keeps an event loop running in this thread, which makes Django refuse the
# database though nothing here is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# The headless shell first: the whole browser draws its own windows as well, and costs several times the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 10_000  # milliseconds
# What the browser itself gives up: a reader went on before a script had come, or typed on before an answer had.
CANCELLED = "net::ERR_ABORTED"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for a browser is marked so, and may be left out with -m "not browser"."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the system's Chromium: Playwright's own cannot be downloaded everywhere."""
    path = os.environ.get("CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        reason = f"No browser found (looked for {', '.join(NAMES)}; name one in CHROMIUM)."
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return {**browser_type_launch_args, "executable_path": path, "args": FLAGS}


@dataclass
class Watch:
    """What a page did that no public page may do."""

    origin: str
    problems: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on(
            "console", lambda message: self._note("console", message.text, message.type in ("error", "warning"))
        )
        page.on("pageerror", lambda error: self._note("script", str(error)))
        page.on("request", lambda request: self._note("other origin", request.url, not self._is_ours(request.url)))
        page.on("requestfailed", lambda request: self._note("failed", request.url, request.failure != CANCELLED))

    def _is_ours(self, url: str) -> bool:
        return url.startswith((self.origin + "/", "data:"))

    def _note(self, kind: str, what: str, is_problem: bool = True) -> None:
        if is_problem:
            self.problems.append(f"{kind}: {what}")


@pytest.fixture
def visit(browser: Browser, live_server: Any) -> Callable[..., Any]:
    """``with visit("/countries/", PHONE) as page``: a fresh reader; fails if the page misbehaves on the way."""

    @contextmanager
    def open_page(address: str = "", viewport: dict[str, int] | None = None, **context: Any) -> Iterator[Page]:
        made: BrowserContext = browser.new_context(viewport=viewport or WIDE, **context)
        try:
            made.set_default_timeout(PATIENCE)
            page = made.new_page()
            watch = Watch(live_server.url)
            watch.follow(page)
            if address:
                page.goto(live_server.url + address)
            yield page
            assert not watch.problems, watch.problems
        finally:
            made.close()

    return open_page


def bring_out(press: Press, country: Country, theme: ProfileTheme) -> None:
    """2009 in two releases and 2011 in one, with notes, sources and a table."""
    first = press.edition(country, theme, 2009)
    table = "\n\n| Meeting | Place |\n|---|---|\n| Second conference | Lima |\n"
    text = first.text.replace(".[^table]", ".[^table]" + table, 1)
    press.release(first.profile, note="The place of the meeting is added.", text=text)
    press.edition(country, theme, 2011, lead="Peru had the bill in parliament.")


@pytest.fixture
def published(press: Press, peru: Country, ban_policy: ProfileTheme) -> None:
    """Profiles of Peru, and nothing else."""
    bring_out(press, peru, ban_policy)
