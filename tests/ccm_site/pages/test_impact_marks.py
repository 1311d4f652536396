"""Contamination and casualties in the matrix: as claimed, with who says so, and never a sum."""

from __future__ import annotations

from typing import Any

import pytest

from ccm_site.pages.impact_marks import casualty_marks, contamination_marks
from ccm_site.pages.parts import UNRECORDED, PageMark, this_moment
from countries.models import Country
from editorial.models import recording
from impact.models import CasualtyFigure, ContaminationClaim
from tests.factories.meetings import make_country, make_source

pytestmark = pytest.mark.django_db


def said(publisher: str, year: int) -> dict[str, Any]:
    source = make_source(publisher.lower().replace(" ", "-"), publisher=publisher)
    return {"note": f"[@{source.key}].", "made_on": str(year)}


def claim(country: Country, answer: str, publisher: str, year: int, **more: object) -> None:
    with recording(by=None, reason="Made for a test"):
        ContaminationClaim.objects.create(
            country=country, answer=answer, as_of=str(year), **said(publisher, year), **more
        )


def hurt(country: Country, number: int | None, year: int, **more: object) -> None:
    with recording(by=None, reason="Made for a test"):
        values = {"basis": "all", "period_start": str(year), "period_end": str(year), **said("Monitor", year + 1)}
        CasualtyFigure.objects.create(country=country, number=number, **{**values, **more})


def mark(make: Any, country: Country) -> PageMark:
    return make([country], this_moment())[country.pk]


def test_of_a_state_of_which_nothing_is_said_nothing_is_recorded(peru: Country) -> None:
    assert mark(contamination_marks, peru) is UNRECORDED
    assert mark(casualty_marks, peru) is UNRECORDED


def test_the_newest_word_stands_with_its_extent_and_who_gives_it(peru: Country) -> None:
    claim(peru, "contaminated", "Review", 2017)
    claim(peru, "contaminated", "Review", 2019, area_km2="6.47", bound="at_least")
    found = mark(contamination_marks, peru)
    assert (found.key, found.word) == ("contaminated", "Said to be contaminated")
    assert found.basis == "at least 6.47 km², Review, 2019"
    assert found.url == "/countries/peru/#contamination"


def test_where_sources_differ_both_are_named(peru: Country) -> None:
    claim(peru, "contaminated", "Review", 2019)
    claim(peru, "not_contaminated", "Monitor", 2020)
    found = mark(contamination_marks, peru)
    assert (found.key, found.word) == ("differ", "Sources differ")
    assert "is not contaminated (as of 2020), Monitor, 2020" in found.basis
    assert "is contaminated (as of 2019), Review, 2019" in found.basis


def test_the_newest_figure_stands_for_itself_and_the_others_are_counted_not_added(peru: Country) -> None:
    hurt(peru, 40, 2015)
    hurt(peru, 7, 2018)
    hurt(peru, 5, 2018, basis="killed")
    found = mark(casualty_marks, peru)
    assert (found.key, found.word) == ("counted", "7")
    assert found.basis == "of whatever cause, 2018; Monitor, 2019; 2 more on record"
    assert found.url == "/countries/peru/#casualties"


def test_none_counted_and_a_number_that_is_not_given_are_two_answers(peru: Country) -> None:
    hurt(peru, None, 2018)
    chile = make_country("CHL", "Chile")
    hurt(chile, 0, 2018)
    without, none = mark(casualty_marks, peru), mark(casualty_marks, chile)
    assert (without.key, without.word) == ("not-counted", "Recorded, number not given")
    assert (none.key, none.word, none.filter_word) == ("none-counted", "0", "A source counted none")
