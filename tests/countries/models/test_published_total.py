"""Totals of the world as published: a subject, what is counted, and nothing worked out."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import MEASURES, PublishedTotal, TotalMeasure, TotalSubject
from editorial.models import recording


@pytest.fixture
def made(db):
    def make(**values):
        with recording(by=None, reason="Made for a test"):
            total = PublishedTotal.objects.create(**{"subject": "casualties", "measure": "all", **values})
        return PublishedTotal.objects.get(pk=total.pk)

    return make


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"number": 314}, "314"),
        ({"measure": "estimated", "number": 56500, "upper": 86500}, "56,500 to 86,500"),
        ({"subject": "clearance", "measure": "area_cleared", "number": "83.91"}, "83.91 km²"),
        ({"subject": "clearance", "measure": "area_cleared", "number": 78, "bound": "almost"}, "almost 78 km²"),
        ({"subject": "laws", "measure": "with_laws", "number": 31, "out_of": 110}, "31 of 110"),
        ({"measure": "attacks"}, ""),
    ],
)
def test_in_words(made, values, words):
    assert made(**values).in_words == words


def test_its_time_its_year_and_its_place(made):
    year = made(number=314, period_start="2024", period_end="2024")
    assert (year.year, str(year)) == (2024, "Casualties, of whatever cause, 2024: 314")
    day = made(subject="contamination", measure="contaminated", number=29, as_of="2017-08")
    assert (day.year, day.when_in_words) == (None, "as of August 2017")
    assert made(measure="recorded", period_end="2018").when_in_words == "to the end of 2018"
    assert str(made(measure="attacks")) == "Casualties of attacks: number not given"
    assert day.get_absolute_url() == f"/published-totals/#total-{day.pk}"


def test_every_measure_is_of_one_subject():
    measures = [one for of in MEASURES.values() for one in of]
    assert sorted(measures) == sorted(TotalMeasure)
    assert set(MEASURES) == set(TotalSubject)


def test_what_is_not_counted_of_a_subject_is_refused(made):
    with pytest.raises(ValidationError, match="not counted of this subject"):
        PublishedTotal(subject="laws", measure="killed").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        made(subject="laws", measure="killed")


@pytest.mark.parametrize("given", [{"bound": "about"}, {"upper": 5}, {"out_of": 5}])
def test_without_a_number_there_is_no_bound_and_no_whole(made, given):
    with pytest.raises(IntegrityError), transaction.atomic():
        made(**given)
