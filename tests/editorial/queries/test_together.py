"""Rows of several tables in one question: each as its own table gives them, in one question more for some records."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country, CountryName, NationalLaw, TreatyAction
from editorial.models import recording
from editorial.queries.together import NOTHING, Together, read_together
from impact.models import ClearanceRecord, ContaminationClaim
from stockpiles.models import ClearanceObligation, DestructionRecord, ExtensionRequest
from tests.factories.meetings import make_country, make_source
from tests.factories.treaties import make_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def states(peru: Country) -> tuple[Country, Country]:
    """Two with a row in each of several tables: texts, dates to the day and less exact, decimals, flags, empty columns."""
    chile = make_country("CHL", "Chile")
    for country in (peru, chile):
        source = make_source(f"report-{country.iso3}")
        said = {"country": country, "note": f"It says so: [@{source.key}, p. 7]."}
        make_act(country, "signature", "2008-12-03", source=source)
        with recording(by=None, reason="Made for a test"):
            CountryName.objects.create(country=country, name=f"Old {country}", kind="former", valid_until="2013")
            NationalLaw.objects.create(kind="act", title="An act", status="adopted", adopted_on="2012-08", **said)
            ContaminationClaim.objects.create(
                answer="contaminated", area_km2="6.500000", as_of="before 2017", **said
            )
            ClearanceRecord.objects.create(period_start="2017", period_end="2017", items_destroyed=0, **said)
            ClearanceObligation.objects.create(country=country)
            DestructionRecord.objects.create(munitions=5, munitions_rounded=True, scope="total", **said)
            ExtensionRequest.objects.create(outcome="pending", requested_on="2020", months_requested=12, **said)
    return peru, chile


TABLES = (
    CountryName,
    NationalLaw,
    ContaminationClaim,
    ClearanceRecord,
    ClearanceObligation,
    DestructionRecord,
    ExtensionRequest,
    TreatyAction,
)


@pytest.mark.usefixtures("states")
def test_each_row_is_what_its_own_table_gives_in_one_question(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        found = read_together([model.objects.all() for model in TABLES])
    for model, rows in zip(TABLES, found, strict=True):
        apart = list(model._base_manager.order_by("pk"))
        assert rows == apart, model
        for one, other in zip(rows, apart, strict=True):
            for field in model._meta.concrete_fields:
                value = getattr(one, field.attname)
                assert value == getattr(other, field.attname), field
                assert type(value) is type(getattr(other, field.attname)), field
    assert isinstance(found[-1][0].date, date)


@pytest.mark.usefixtures("states")
def test_what_is_deferred_stays_unread(django_assert_num_queries) -> None:
    ((law, _), (name, _)) = read_together([NationalLaw.objects.defer("note"), CountryName.objects.only("name")])
    assert "note" in law.get_deferred_fields()
    assert {"country_id", "kind"} <= name.get_deferred_fields()
    with django_assert_num_queries(1):
        assert law.note.startswith("It says so")


def test_filters_hold_and_a_table_that_can_have_no_rows_is_left_out(states) -> None:
    peru, _ = states
    laws, names, none = read_together(
        [
            NationalLaw.objects.filter(country=peru),
            CountryName.objects.exclude(country__name="Peru"),
            ClearanceRecord.objects.filter(pk__in=[]),
        ]
    )
    assert [law.country_id for law in laws] == [peru.pk]
    assert [name.name for name in names] == ["Old Chile"]
    assert none == []
    assert read_together([ClearanceRecord.objects.filter(pk__in=[])]) == [[]]
    assert read_together([]) == []


def test_all_tables_are_read_when_the_first_is_asked_for_and_once_more_for_some_records(
    states, django_assert_num_queries
) -> None:
    _, chile = states
    found = Together(
        {
            "laws": NationalLaw.objects.all(),
            "names": CountryName.objects.all(),
            "acts": TreatyAction.objects.all(),
        },
        by={"acts": ""},
        proven=("laws",),
    )
    assert "laws" in found
    assert "laws" not in NOTHING
    with django_assert_num_queries(1):
        assert len(found.rows("laws", None)) == len(found.rows("names", None)) == 2
    with django_assert_num_queries(1):
        assert [one.country_id for one in found.rows("laws", [chile.pk])] == [chile.pk]
        assert [one.country_id for one in found.rows("names", {chile.pk})] == [chile.pk]
        assert len(found.rows("acts", [chile.pk])) == 2
    with django_assert_num_queries(1):
        proof = found.proof(None)
        assert found.proof(None) is proof
    assert [proof.of(law).sources[0].source.key for law in found.rows("laws", None)] == [
        "report-PER",
        "report-CHL",
    ]
