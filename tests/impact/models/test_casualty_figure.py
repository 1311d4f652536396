"""Casualties: recorded without a number is an answer, and nought another."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import MEASURES, TotalSubject
from impact.models import CasualtyBasis, CasualtyFigure

pytestmark = pytest.mark.usefixtures("in_a_change")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"number": 91, "bound": "at_least"}, "at least 91"),
        ({"number": 0}, "0"),
        ({"number": 7697}, "7,697"),
        ({}, "recorded, number not given"),
    ],
)
def test_in_words(peru, values, words):
    assert CasualtyFigure(country=peru, basis="all", **values).in_words == words


def test_as_a_line_of_the_desk_with_its_year(peru):
    made = CasualtyFigure.objects.create(
        country=peru, basis="remnants", number=3, period_start="2016", period_end="2016"
    )
    figure = CasualtyFigure.objects.get(pk=made.pk)
    assert str(figure) == "Peru, casualties, of remnants, 2016: 3"
    assert figure.year == 2016


def test_states_and_the_world_are_counted_on_the_same_bases():
    assert set(CasualtyBasis.values) == {one.value for one in MEASURES[TotalSubject.CASUALTIES]}


def test_a_bound_needs_a_number(peru):
    figure = CasualtyFigure(country=peru, basis="all", bound="at_least")
    with pytest.raises(ValidationError, match="nothing to be at least or about"):
        figure.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        figure.save()
