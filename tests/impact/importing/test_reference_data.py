"""All rows of contamination, clearance and casualties that were collected are on record, each with its source."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from django.db.models import Sum

from countries.models import Country, PublishedTotal
from editorial.actions.reference import load
from editorial.queries.proof import unsourced
from impact.importing.reference_data import AT_THE_DESK, LOADERS
from impact.models import CasualtyFigure, ClearanceRecord, ContaminationClaim, PublishedDeadline
from stockpiles.models import CompletionDeclaration, ExtensionRequest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
TABLES = (ContaminationClaim, ClearanceRecord, PublishedDeadline, CasualtyFigure, PublishedTotal)


def test_nothing_is_refused_and_a_second_load_changes_nothing(loaded):
    assert [report.refused for report in loaded.values()] == [[]] * 5
    for name in loaded:
        again = load(name)
        assert (again.created, again.changed, again.refused) == (0, 0, []), name


def test_every_row_is_on_record_with_its_source():
    """242 rows on land and 106 on people were collected.

    On land: 126 of contamination, one that counts Kosovo's areas and three completions that are none of a duty that stands
    (signatory, not party, new finds) are claims, and so are the areas that Germany's deadline and request name beside
    them; 41 of clearance are records, and so are the items that a claim on the Democratic Republic of the Congo names; 33
    deadlines and requests are printed deadlines, with six that stand beside completions; 16 completions of the duty are
    15 (two rows are one page) with the one that was on record; 22 are of the world. On people: 70 of states and areas, 36
    of the world.
    """
    assert [table.objects.count() for table in TABLES] == [132, 42, 39, 70, 82]
    for table in TABLES:
        assert not unsourced(table).exists()
    assert CompletionDeclaration.objects.filter(article=4).count() == 15
    totals = Counter(PublishedTotal.objects.values_list("subject", flat=True))
    assert totals == {
        "clearance": 20,
        "contamination": 11,
        "casualties": 36,
        "destruction": 9,
        "stocks": 1,
        "laws": 5,
    }


def test_the_two_whole_lists_are_whole():
    """31 of the Monitor of August 2017, two of them unclear; 29 of Mine Action Review of 1 July 2019."""
    monitor = ContaminationClaim.objects.filter(as_of="2017-08")
    assert (monitor.filter(answer="contaminated").count(), monitor.filter(answer="unclear").count()) == (29, 2)
    review = ContaminationClaim.objects.filter(as_of="2019-07-01", answer="contaminated")
    assert review.count() == 29
    assert set(monitor.values_list("country__name", flat=True)) - set(
        review.values_list("country__name", flat=True)
    ) == {"Colombia", "Yemen"}


def test_no_area_is_lost_for_want_of_a_code():
    names = ContaminationClaim.objects.filter(country__kind="other_area").values_list("country__name", flat=True)
    assert Counter(names) == {"Kosovo": 8, "Western Sahara": 5, "Nagorno-Karabakh": 2}
    assert CasualtyFigure.objects.filter(country=Country.objects.get(slug="nagorno-karabakh")).count() == 1


def test_what_sources_say_differently_stands_side_by_side():
    congo = ContaminationClaim.objects.filter(country__iso3="COD").order_by("as_of")
    assert {claim.answer for claim in congo} == {"contaminated", "unclear"}
    yemen = ContaminationClaim.objects.filter(country__iso3="YEM")
    assert [claim.answer for claim in yemen] == ["contaminated"]
    croatia = ClearanceRecord.objects.filter(country__iso3="HRV", period_start="2010")
    assert {record.area_km2 for record in croatia} == {Decimal("5.3"), Decimal("5.31")}


def test_what_was_on_record_of_requests_and_completions_is_untouched():
    assert ExtensionRequest.objects.filter(article=4).count() == 20
    bosnia = CompletionDeclaration.objects.filter(country__iso3="BIH", article=4).order_by("pk")
    assert str(bosnia[0].last_item_on) == "before 2 September 2023"


def test_the_state_itself_speaks_only_where_the_source_says_so():
    stated = ContaminationClaim.objects.filter(certainty="stated").values_list("country__iso3", flat=True)
    assert Counter(stated) == Counter(["COL", "DEU", "SLB"])


@pytest.mark.parametrize(("year", "number"), [(2015, 419), (2016, 971), (2022, 1172), (2024, 314)])
def test_casualties_of_the_world_are_those_that_were_published(year, number):
    found = PublishedTotal.objects.filter(measure="all", period_start=str(year), period_end=str(year))
    assert {int(one.number) for one in found} == {number}


def test_the_sums_of_what_was_collected():
    """What a recount of the collected files gives: with Congo's 17 items, which stand in a row of contamination, and with
    3,076 Syrians, of whom the source says that they were hurt in new use. One row without a number is of the world."""
    assert ClearanceRecord.objects.aggregate(sum=Sum("items_destroyed"))["sum"] == 691_595 + 17
    assert CasualtyFigure.objects.filter(basis="attacks").aggregate(sum=Sum("number"))["sum"] == 2_629 + 3_076
    assert CasualtyFigure.objects.filter(number=None).count() == 54 - 1


def test_every_table_is_loaded_and_offered_at_the_desk():
    assert [loader.name for loader in LOADERS] == [
        "contamination",
        "clearance",
        "published-deadlines",
        "casualties",
    ]
    assert {sheet.model for sheet in AT_THE_DESK} == set(TABLES) - {PublishedTotal}
