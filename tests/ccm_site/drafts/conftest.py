"""What drafts are made of: the reference data of states, meetings, stocks and who was where."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from ccm_site.drafts.profile import draft_of
from ccm_site.pages.parts import PageMoment, this_moment
from countries.models import Country
from tests.factories.kept_rows import load_once
from tests.factories.module_data import for_module
from tests.factories.stockpiles import load_stocks

loaded = for_module(partial(load_once, "sources", "themes", "attendance", "absences", on=load_stocks))


@pytest.fixture
def moment(loaded: None) -> PageMoment:
    return this_moment()


@pytest.fixture
def draft(moment: PageMoment) -> Callable[[str], str]:
    """The text drafted of a state, by its code."""

    def text(iso3: str) -> str:
        return draft_of(Country.objects.get(iso3=iso3), moment).text

    return text
