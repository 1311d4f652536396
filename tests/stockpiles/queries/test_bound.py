"""Whom the convention binds, and from when."""

from datetime import date

import pytest

from countries.models import Country
from stockpiles.queries.bound import bound_state, bound_states
from stockpiles.queries.duties import deadline_board

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


def test_entry_into_force_of_one_state_is_that_of_all():
    peru = Country.objects.get(iso3="PER")
    assert bound_state(peru).since == bound_states()[peru.pk].since == date(2013, 3, 1)
    assert bound_state(Country.objects.get(iso3="CHN")) is None


def test_without_the_treaty_nobody_is_bound(in_a_change):
    from countries.models import TreatyAction

    TreatyAction.objects.filter(treaty__slug="ccm").delete()
    assert bound_states() == {}
    assert deadline_board(3, as_of=TODAY).duties == ()
