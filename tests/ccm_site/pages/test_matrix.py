"""The matrix: a question over several facts is one address, and nothing recorded is no answer."""

import csv
import io

import pytest

from ccm_site.pages.matrix import FACETS
from ccm_site.pages.matrix_tables import matrix_moment
from ccm_site.pages.parts import this_moment
from countries.models import Country, CountryName, NationalLaw
from editorial.actions.reference import load
from editorial.models import recording
from editorial.search import indexed_once
from impact.models import CasualtyFigure, ContaminationClaim
from meetings.models import Attendance, Meeting
from stockpiles.models import ActivityClaim, ActivityPlace
from tests.factories.impact import load_impact
from tests.factories.meetings import make_source
from tests.factories.module_data import kept_for_module
from tests.factories.votes import LOADERS

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup, django_db_blocker):
    """Stocks, and what else the columns say, once for all tests here."""
    with kept_for_module(django_db_blocker):
        load_impact()
        with indexed_once():
            for name in ("national-laws", *LOADERS):
                load(name)
        yield


QUERIES = 9
"""Coverage, states, treaties, acts with groups, figures, the last meetings, claims, short rows, what they cite."""


def rows(client, query=""):
    answer = client.get(f"/matrix.csv{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def test_producers_outside_of_whom_nothing_is_recorded_at_the_last_two_meetings(client):
    asked = "?standing=not_joined&production=now&meetings=not-recorded"
    found = rows(client, asked)
    assert {"Russian Federation", "China"} <= {row["Name"] for row in found}
    assert {row["Last two meetings"] for row in found} == {"Nothing recorded here"}
    assert {row["Last two meetings: basis"] for row in found} == {"13MSP and 12MSP"}
    there = set(
        Attendance.objects.filter(meeting__slug__in=["12msp", "13msp"]).values_list("country__name", flat=True)
    )
    assert there.isdisjoint(row["Name"] for row in found)
    page = client.get(f"/matrix/{asked}").content.decode()
    assert "where nothing is recorded of a state it may have been there or not" in page


def test_each_answer_names_who_gives_it(client):
    said = [row for row in rows(client) if row["Use"] not in ("", "Nothing recorded here")]
    assert len(said) > 100
    assert [row["Name"] for row in said if not row["Use: basis"]] == []
    (ukraine,) = [row for row in said if row["ISO3"] == "UKR"]
    assert ukraine["Use: basis"].endswith("; denied")


def test_what_some_columns_called_nothing_leads_to_the_same_rows(client):
    asked = "?standing=not_joined&production=now&meetings="
    assert rows(client, f"{asked}nothing") == rows(client, f"{asked}not-recorded")
    assert client.get("/matrix/?law=nothing").status_code == 200


def test_all_states_in_nine_queries_with_every_column(client, django_assert_num_queries):
    with django_assert_num_queries(QUERIES):
        page = client.get("/matrix/")
    assert "197 states" in page.content.decode()
    assert client.get("/matrix.xlsx").status_code == 200


def test_more_rows_are_no_more_queries(client, django_assert_num_queries):
    peru, source = Country.objects.get(iso3="PER"), make_source("more")
    cited = {"country": peru, "note": f"It says so: [@{source.key}, p. 3]."}
    with recording(by=None, reason="Made for a test"):
        for year in (2019, 2020, 2021):
            period = {"period_start": str(year), "period_end": str(year)}
            CasualtyFigure.objects.create(basis="all", number=year, **period, **cited)
            ContaminationClaim.objects.create(answer="contaminated", as_of=str(year), **cited)
            NationalLaw.objects.create(kind="act", title=f"Act {year}", status="adopted", **cited)
            claim = ActivityClaim.objects.create(activity="use", answer="yes", **cited)
            ActivityPlace.objects.create(claim=claim, country=Country.objects.get(iso3="CHL"))
            CountryName.objects.create(country=peru, name=f"Peru {year}", kind="also")
            meeting = Meeting.objects.get(slug="13msp")
            Attendance.objects.create(meeting=meeting, country=peru, source=make_source(f"list-{year}"))
    with django_assert_num_queries(QUERIES):
        client.get("/matrix/")


def test_what_is_read_together_says_what_each_table_says_by_itself(client):
    """Column by column: the marks of all states, out of tables that are read one by one, and out of those read at once."""
    apart, at_once = this_moment(), matrix_moment()
    countries = [one for one in apart.stock_records.countries.values() if one.kind == "state"]
    for facet in FACETS:
        assert facet.marks(countries, apart) == facet.marks(countries, at_once), facet.name
    some = [one for one in countries if one.iso3 in ("PER", "LAO", "UKR")]
    for facet in FACETS:
        assert facet.marks(some, matrix_moment()) == facet.marks(some, apart), facet.name


def test_contamination_and_casualties_stand_as_claimed_with_who_says_so(client):
    found = {row["ISO3"]: row for row in rows(client)}
    assert {row["Contamination"] for row in found.values()} >= {"Said to be contaminated", "Nothing recorded here"}
    said = [row for row in found.values() if row["Contamination"] != "Nothing recorded here"]
    assert [row["Name"] for row in said if not row["Contamination: basis"]] == []
    hurt = [row for row in found.values() if row["Casualties"] != "Nothing recorded here"]
    assert len(hurt) > 20
    assert [row["Name"] for row in hurt if ";" not in row["Casualties: basis"]] == []
    assert len(rows(client, "?casualties=counted")) < len(hurt)


def test_a_column_that_is_not_offered_is_refused(client):
    assert client.get("/matrix/?show=weather").status_code == 400
    assert client.get("/matrix/?sort=weather").status_code == 400
