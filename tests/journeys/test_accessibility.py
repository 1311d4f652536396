"""Every public page, light and dark, wide and on the phone: axe finds nothing, nothing scrolls sideways, nothing
is fetched from elsewhere and the console stays silent.

A new public page adds its address to ADDRESSES, and what it shows to the fixture ``world_in_print``. Long lists are
narrowed: the rows are alike, and axe takes its time over each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from countries.models import Country, ProfileTheme
from tests.factories.profiles import Press
from tests.journeys.accessible import faults_of
from tests.journeys.conftest import PHONE, WIDE, bring_out

THEME = "/countries/peru/cluster-munition-ban-policy/"
ADDRESSES = [
    "/",
    "/countries/?region=Oceania",
    "/countries/?region=Americas&q=peru&sort=-name",
    "/countries/?q=atlantis",
    "/countries/?region=Atlantis",
    "/countries/peru/",
    "/countries/lithuania/",
    THEME,
    THEME + "2009/",
    THEME + "2009/r1/",
    THEME + "history/",
    THEME + "compare/?from=2009/r1&to=2009/r2",
    "/treaties/",
    "/treaties/ccm/?as_of=2013-07-31&basis=in_force&region=Oceania",
    "/sources/",
    "/sources/?kind=press&q=racimo",
    "/sources/laRepublica-2007-05-29/",
    "/about/",
    "/about/data/",
    "/about/seals/",
    "/nowhere/",
]
# Answers that say "not found" or "not understood" are noted by the browser itself.
REFUSED = ("/nowhere/", "/countries/?region=Atlantis")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def world_in_print(world: None, press: Press, ban_policy: ProfileTheme) -> None:
    """All states with what they did, and something to read on Peru."""
    bring_out(press, Country.objects.get(slug="peru"), ban_policy)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_public_page(
    visit: Callable[..., Any], world_in_print: None, live_server: Any, viewport: dict[str, int]
) -> None:
    found: list[str] = []
    for address in ADDRESSES:
        try:
            with visit(address, viewport) as page:
                found += [f"{address}: {problem}" for problem in faults_of(page, RULES)]
        except AssertionError as problem:
            if address not in REFUSED:
                found.append(f"{address}: {problem}")
    assert not found, "\n".join(found)
