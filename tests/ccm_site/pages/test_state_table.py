"""Tables of states: a choice of columns where there are many, and the same rows as files."""

import csv
import io

import pytest

from ccm_site.pages.parts import PageFacet, PageMark, this_moment
from ccm_site.pages.state_table import StateTable
from editorial.rules.horizon import Asked
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


def marks(countries, at):
    return {one.pk: PageMark(one.iso3[0].lower(), one.iso3[0], basis=one.region) for one in countries}


TABLE = StateTable(
    "tried",
    [PageFacet("letter", "Letter", marks, any="Any letter"), PageFacet("again", "Again", marks)],
    is_wide=True,
    only="state",
)


@pytest.fixture
def states():
    return make_country(), make_country("CHL", "Chile")


def asked(rf, query=""):
    return TABLE.shown(rf.get(f"/tried/{query}"), this_moment())


def test_filters_narrow_and_count(rf, states):
    shown = asked(rf, "?letter=p")
    assert [row.country.name for row in shown.rows] == ["Peru"]
    assert shown.listing.count_in_words == "One state or area of 2"
    assert asked(rf, "?letter=x").listing.status == 400


def test_readers_choose_columns_and_the_file_has_all(rf, states):
    shown = asked(rf, "?show=again")
    assert [facet.name for facet in shown.facets] == ["again"]
    assert "Letter" not in TABLE.written(shown, this_moment())
    assert [facet.name for facet in asked(rf).facets] == ["letter", "again"]
    request = rf.get("/tried.csv?show=again")
    at = this_moment()
    when: Asked = at.standings
    body = TABLE.file(request, at, when, "csv").getvalue().decode("utf-8-sig")
    first = next(csv.DictReader(io.StringIO(body)))
    assert (first["Name"], first["Letter"], first["Letter: basis"], first["Again"]) == (
        "Chile",
        "C",
        "Americas",
        "C",
    )


def test_a_file_of_what_cannot_be_understood_says_so(rf, states):
    at = this_moment()
    answer = TABLE.file(rf.get("/tried.csv?letter=x"), at, at.standings, "csv")
    assert (answer.status_code, answer.getvalue()) == (400, b"No such filter.\n")
