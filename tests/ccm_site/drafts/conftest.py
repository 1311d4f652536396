"""What drafts are made of: the reference data of states, meetings, stocks and who was where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ccm_site.drafts.profile import draft_of
from ccm_site.pages.parts import PageMoment, this_moment
from countries.models import Country
from editorial.actions.reference import load
from tests.factories.module_data import kept_for_module
from tests.factories.stockpiles import load_stocks


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_module(django_db_blocker):
        load_stocks()
        for name in ("sources", "themes", "attendance", "absences"):
            load(name)
        yield


@pytest.fixture
def moment(loaded: None) -> PageMoment:
    return this_moment()


@pytest.fixture
def draft(moment: PageMoment) -> Callable[[str], str]:
    """The text drafted of a state, by its code."""

    def text(iso3: str) -> str:
        return draft_of(Country.objects.get(iso3=iso3), moment).text

    return text
