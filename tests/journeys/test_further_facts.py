"""What the munitions left behind, who used and made them, laws, positions, votes, the matrix: axe finds nothing on any page,
light and dark, wide and on the phone, and nothing is wider than its window.

A new list of this kind adds its address to PAGES. Long lists are narrowed: their rows are alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from editorial.actions.reference import load
from editorial.search import indexed_once
from tests.factories import votes
from tests.factories.impact import load_impact
from tests.journeys.accessible import faults_of
from tests.journeys.conftest import PHONE, WIDE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("further_facts"),
]

PAGES = (
    "/impact/",
    "/contamination/?region=Europe",
    "/contamination/?word=again&region=Oceania",
    "/clearance/?country=HRV",
    "/casualties/?country=SYR",
    "/casualties/?country=LAO",
    "/published-totals/",
    "/use/?region=Europe",
    "/production/?region=Americas",
    "/transfer/?region=Oceania",
    "/hosting/",
    "/laws/?region=Oceania",
    "/positions/?issue=transit&region=Oceania",
    "/votes/?region=Oceania",
    "/groups/",
    "/matrix/?region=Oceania",
    "/matrix/?region=Americas&show=contamination&show=casualties",
    "/action-plans/vientiane/",
    "/countries/lao-peoples-democratic-republic/",
    "/countries/peru/",
    "/countries/tuvalu/",
)
FURTHER = ("national-laws", "interpretive-positions", "media", "action-plans", "plan-adoptions", *votes.LOADERS)


@pytest.fixture
def further_facts() -> None:
    """All reference data of which these pages are made."""
    load_impact()
    with indexed_once():
        for name in FURTHER:
            load(name)


def test_a_reader_asks_what_the_munitions_left_behind(visit: Callable[..., Any]) -> None:
    with visit("/impact/") as page:
        page.get_by_role("main").get_by_role("link", name="Contamination", exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Contamination")
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=re.compile("^Lao")))
        expect(row).to_contain_text("Said to be contaminated")


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_on_any_page(browser: Browser, live_server: Any, viewport: dict[str, int]) -> None:
    page = browser.new_page(viewport=viewport, bypass_csp=True)
    found = []
    for address in PAGES:
        answer = page.goto(live_server.url + address)
        if answer is not None and answer.status != 200:
            found.append((address, f"answered {answer.status}"))
        found += [(address, fault) for fault in faults_of(page)]
    page.close()
    assert found == []
