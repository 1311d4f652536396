"""National laws: every row of the collection is on record, each with its source."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from countries.importing.national_law import NATIONAL_LAWS
from countries.models import NationalLaw
from editorial.actions.bad_row import BadRow
from editorial.actions.reference import load
from editorial.queries.proof import unsourced
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
ROW = {"iso3": "PER", "kind": "act", "title": "Act 5", "adopted_on": "2012", "source": "A report of 2013"}


def test_a_law_of_one_source_is_a_claim_of_its_own():
    (made,) = read_row(NATIONAL_LAWS, ROW)
    assert made.is_claim
    assert (made.by["title"], str(made.values["adopted_on"]), made.values["certainty"]) == (
        "Act 5",
        "2012",
        "reported",
    )


@pytest.mark.parametrize(("name", "value"), [("kind", "statute"), ("kind", ""), ("status", "lapsed")])
def test_what_is_no_kind_or_status_is_refused(name, value):
    with pytest.raises(BadRow, match=name):
        read_row(NATIONAL_LAWS, {**ROW, name: value})


def test_all_that_was_collected_is_on_record_with_its_source():
    """196 rows on 111 states; five rows that count laws are no laws."""
    report = load("national-laws")
    with NATIONAL_LAWS.file.open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    assert report.refused == []
    assert len(rows) == 196 == NationalLaw.objects.count()
    assert NationalLaw.objects.values("country").distinct().count() == 111
    assert not unsourced(NationalLaw).exists()
    kinds = Counter(NationalLaw.objects.values_list("kind", flat=True))
    assert (kinds["act"], kinds["bill"], kinds["amendment"], kinds["ratification_law"]) == (50, 36, 24, 18)
    assert kinds["none_needed"] + kinds["existing_law"] == 25 + 21
    again = load("national-laws")
    assert (again.created, again.changed) == (0, 0)


def test_a_bill_has_no_day_of_adoption_and_no_law_is_dated_ahead():
    load("national-laws")
    assert not NationalLaw.objects.filter(kind__in=("bill", "none_needed"), adopted_on__isnull=False).exists()
    assert max(law.adopted_on.latest.year for law in NationalLaw.objects.exclude(adopted_on=None)) == 2021
