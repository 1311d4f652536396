"""The list of countries: filtered by what exists, sorted as a reader expects, the same as CSV."""

import csv
import io

import pytest

from countries.models import Country, CountryName
from editorial.models import recording
from tests.factories.profiles import make_country


@pytest.fixture
def states(peru):
    with recording(by=None, reason="Made for a test"):
        ivory = Country.objects.create(
            iso3="CIV", slug="cote-divoire", name="Côte d’Ivoire", region="Africa", subregion="Sub-Saharan Africa"
        )
        Country.objects.create(iso3="HRV", slug="croatia", name="Croatia", region="Europe")
        eswatini = Country.objects.create(iso3="SWZ", slug="eswatini", name="Eswatini", region="Africa")
        CountryName.objects.create(country=eswatini, name="Swaziland", kind="former")
        Country.objects.create(
            slug="nagorno-karabakh", name="Nagorno-Karabakh", kind="other_area", is_un_member=False, region="Asia"
        )
    return ivory


def names(client, query: str = "") -> list[str]:
    """Names in the order of the table."""
    return [row.country.name for row in client.get(f"/countries/{query}").context["listing"].rows]


def test_accents_sort_among_their_letters(client, states):
    assert names(client) == ["Côte d’Ivoire", "Croatia", "Eswatini", "Nagorno-Karabakh", "Peru"]
    assert names(client, "?sort=-name") == ["Peru", "Nagorno-Karabakh", "Eswatini", "Croatia", "Côte d’Ivoire"]


def test_rows_link_to_the_dossier_and_show_former_names(client, states):
    page = client.get("/countries/").content.decode()
    assert '<a href="/countries/peru/">Peru</a>' in page
    assert "Swaziland" in page
    assert "Five states and areas" in page


def test_filter_by_region_shows_what_is_applied_and_how_to_remove_it(client, states):
    page = client.get("/countries/?region=Africa&sort=-name").content.decode()
    assert "Two states and areas of 5" in page
    assert "Croatia" not in page
    assert (
        '<a href="/countries/?sort=-name"><span><span class="visually-hidden">Remove filter: </span>Region: Africa'
        in page
    )
    assert 'href="/countries.csv?region=Africa&amp;sort=-name"' in page
    assert '<input type="hidden" name="sort" value="-name">' in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("swazi", ["Eswatini"]),
        ("COTE", ["Côte d’Ivoire"]),
        ("d'ivoire", ["Côte d’Ivoire"]),
        ("per", ["Peru"]),
        ("civ", ["Côte d’Ivoire"]),
        ("republic of", ["Peru"]),
    ],
)
def test_names_are_found_by_former_names_codes_and_without_accents(client, states, query, found):
    assert names(client, f"?q={query}") == found


def test_filters_offer_only_what_occurs(client, states, press, ban_policy):
    form = client.get("/countries/").context["listing"].form
    assert [key for key, _ in form.fields["region"].choices] == ["", "Africa", "Americas", "Asia", "Europe"]
    assert [key for key, _ in form.fields["kind"].choices] == ["", "state", "other_area"]
    assert [key for key, _ in form.fields["edition"].choices] == [""]


def test_newest_published_edition_is_a_column_and_a_filter(client, states, peru, press, ban_policy):
    press.edition(peru, ban_policy, 2009)
    press.edition(peru, ban_policy, 2011)
    press.draft(states, ban_policy, 2012)
    page = client.get("/countries/").content.decode()
    assert 'href="/countries/peru/cluster-munition-ban-policy/2011/">2011</a>' in page
    assert "2012" not in page
    assert names(client, "?edition=2011") == ["Peru"]
    assert names(client, "?sort=edition")[0] == "Peru"
    assert client.get("/countries/?edition=2012").status_code == 400


def test_nothing_found_says_what_to_relax(client, states):
    page = client.get("/countries/?q=atlantis").content.decode()
    assert "No states and areas of 5" in page
    assert "Remove one of the filters above" in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("region=Atlantis", 400),
        ("kind=planet", 400),
        ("sort=password", 400),
        ("q=%00", 400),
        ("unknown=1", 400),
        ("utm_source=mail", 200),
    ],
)
def test_questions_it_cannot_answer(client, states, query, status):
    assert client.get(f"/countries/?{query}").status_code == status
    assert client.get(f"/countries.csv?{query}").status_code == status


def test_what_was_typed_stays_in_a_refused_form(client, states):
    page = client.get("/countries/?region=Atlantis&q=Peru").content.decode()
    assert 'value="Peru"' in page
    assert "Atlantis is not one of the available choices" in page


def test_csv_is_the_same_list(client, states):
    text = client.get("/countries.csv?region=Africa").getvalue().decode().removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Name"] for row in rows] == ["Côte d’Ivoire", "Eswatini"]
    assert rows[0] | {"ISO3": "CIV", "UN member": "yes", "Region": "Africa", "Kind": "State"} == rows[0]


def test_as_many_queries_for_many_rows_as_for_one(client, peru, press, ban_policy, django_assert_max_num_queries):
    with django_assert_max_num_queries(10) as one:
        client.get("/countries/")
    for number in range(20):
        press.edition(make_country(number), ban_policy)
    with django_assert_max_num_queries(10) as many:
        assert "21 states and areas" in client.get("/countries/").content.decode()
    assert len(many) == len(one)
