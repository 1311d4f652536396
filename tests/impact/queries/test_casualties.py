"""Casualties, and what they leave out."""

from __future__ import annotations

import pytest

from countries.models import TotalSubject
from countries.queries.published_totals import published_totals
from editorial.queries.kept import keeping
from impact.queries.casualties import casualty_figures, not_counted, sums_on_record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


@pytest.fixture
def figures():
    return casualty_figures(keeping())


@pytest.fixture
def world():
    return published_totals(TotalSubject.CASUALTIES)


def test_by_state_the_newest_period_first(figures):
    ukraine = [one.record.when_in_words for one in figures if one.record.country.iso3 == "UKR"]
    assert ukraine == ["2024", "2024", "2023", "2022", "2022 to July 2022", "to the end of 2018"]
    assert all(one.proof.sources for one in figures)


def test_what_is_not_counted_is_said(figures, world):
    left_out = not_counted(figures, world)
    assert left_out.years == (2019,)
    assert left_out.first == 2015
    assert not_counted([], []).first is None
    without = {country.name for country in left_out.without_number}
    assert {"Cambodia", "Nagorno-Karabakh", "Western Sahara"} <= without
    assert {country.iso3 for country in left_out.partly} == {
        *("ALB", "IRQ", "LAO", "LBN", "SSD", "SYR", "UKR", "YEM"),
    }
    assert without.isdisjoint(country.name for country in left_out.partly)


def test_parts_and_wholes_of_one_source_agree(figures, world):
    sums = sums_on_record(figures, world)
    assert [one.words for one in sums if one.parts[0].basis == "attacks"] == [
        "2022: 987 of attacks and at least 185 of remnants make up the 1,172 published.",
        "2020: 142 of attacks and 218 of remnants make up the 360 published.",
        "2017: 196 of attacks and 93 of remnants make up the 289 published.",
        "2016: 857 of attacks and 114 of remnants make up the 971 published.",
    ]
    assert [one.words for one in sums if one.parts[0].basis == "killed"] == [
        "2017: 71 killed and 218 injured make up the 289 published."
    ]
    assert all(one.agrees for one in sums)
