"""One question for all states: the real answers, in few questions to the database."""

from __future__ import annotations

import pytest

from countries.models import Country
from editorial.models import recording
from stockpiles.models import Activity, ActivityClaim
from stockpiles.queries.answers_of_states import answers_of_states
from stockpiles.rules.activity_upshot import Upshot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def by_state(*activities):
    return {one.country.iso3: one for one in answers_of_states(activities)}


def test_the_coalitions_sixteen_producers_are_among_those_said_to_produce():
    found = by_state(Activity.PRODUCTION)
    listed = [
        "BRA",
        "CHN",
        "EGY",
        "GRC",
        "IND",
        "IRN",
        "ISR",
        "PRK",
        "KOR",
        "PAK",
        "POL",
        "ROU",
        "RUS",
        "SGP",
        "TUR",
        "USA",
    ]
    assert {found[iso3].upshot for iso3 in listed} <= {Upshot.NOW, Upshot.ONCE}
    assert found["PER"].upshot is Upshot.NO


def test_who_used_them_where_and_when():
    found = by_state(Activity.USE)
    russia = found["RUS"]
    assert russia.upshot is Upshot.ONCE
    assert {"UKR", "SYR"} <= {place.iso3 for place in russia.places.values()}
    assert {2015, 2022, 2023} <= russia.years
    assert found["AZE"].is_disputed
    assert not found["PER"].years


def test_a_list_shows_what_is_said_against_a_state_and_its_denial():
    azerbaijan = by_state(Activity.USE)["AZE"]
    assert [line.answer in ("yes", "alleged") for line in azerbaijan.shown] == [True, True, True, False]
    assert azerbaijan.shown[-1].by_the_state
    assert azerbaijan.more > 0


def test_it_costs_the_same_for_many_claims(django_assert_max_num_queries):
    peru = Country.objects.get(iso3="PER")
    with django_assert_max_num_queries(7):
        answers_of_states([Activity.USE])
    with recording(by=None, reason="More"):
        for year in range(1990, 2000):
            ActivityClaim.objects.create(country=peru, activity="use", answer="no", made_on=str(year))
    with django_assert_max_num_queries(7):
        assert len({one.country.pk: one for one in answers_of_states([Activity.USE])}[peru.pk].said) > 10
