"""All that is on record of one state."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country
from impact.queries.state_impact import state_impact
from stockpiles.queries.records import Records

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def of(slug, records=None):
    return state_impact(Country.objects.get(slug=slug), records or Records(date(2026, 2, 3)))


def test_croatia_has_claims_completions_records_and_deadlines():
    story = of("croatia")
    assert story.is_of_land
    assert [line.answer for line in story.contamination.lines] == ["cleared"] * 3 + ["contaminated"] * 3
    assert [one.record.when_in_words for one in story.cleared] == ["2010 to 2020", "2010 to 2020", "2015"]
    assert len(story.deadlines) == 3
    assert [one.record.in_words for one in story.casualties] == ["recorded, number not given"]
    assert story.sums == []


def test_an_area_that_has_no_code_has_its_rows():
    story = of("nagorno-karabakh")
    assert len(story.contamination.lines) == 2
    assert story.contamination.duties == ()
    assert len(story.casualties) == 1


def test_of_most_states_nothing_is_recorded():
    story = of("tuvalu")
    assert (story.contamination, story.is_of_land, story.casualties) == (None, False, ())


def test_it_asks_six_questions_beside_those_of_the_records(django_assert_max_num_queries):
    records = Records(date(2026, 2, 3))
    of("croatia", records)
    laos = Country.objects.get(slug="lao-peoples-democratic-republic")
    with django_assert_max_num_queries(6):
        state_impact(laos, records)
