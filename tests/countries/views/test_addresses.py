"""One address for each state, to which every other way of writing it leads."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from countries.models import Country, CountryName, Treaty
from editorial.actions.reference import load
from editorial.models import SearchEntry, recording
from tests.factories.meetings import make_country, make_meeting, make_theme
from tests.factories.treaties import make_treaty

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]


@pytest.fixture
def ivory():
    with recording(by=None, reason="Test"):
        ivory = make_country("CIV", "Côte d'Ivoire", iso2="CI", official_name="Republic of Côte d'Ivoire")
        CountryName.objects.create(country=ivory, name="Ivory Coast")
    return ivory


def lead(client, address: str) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.get("Location", "")


@pytest.mark.parametrize(
    "written",
    [
        "CIV",
        "civ",
        "Civ",
        "CI",
        "ci",
        "Cote-dIvoire",
        "COTE-DIVOIRE",
        "ivory-coast",
        "Ivory-Coast",
        "republic-of-cote-divoire",
    ],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [("/countries/", "/"), ("/stockpiles/", "/"), ("/stockpiles/", ".csv"), ("/stockpiles/", ".xlsx")],
)
def test_codes_cases_and_other_names_lead_to_the_one_address(client, ivory, before, written, after) -> None:
    assert lead(client, f"{before}{written}{after}?day=1") == (301, f"{before}cote-divoire{after}?day=1")


@pytest.mark.parametrize("written", ["xyz", "nowhere", "c", "deadline", "a" * 300])
def test_what_means_no_state_is_not_found(client, ivory, written) -> None:
    for shelf in ("countries", "stockpiles"):
        page = client.get(f"/{shelf}/{written}/")
        assert page.status_code == 404
        assert "There is no page at this address" in page.content.decode()


def test_a_name_that_two_states_have_leads_nowhere(client) -> None:
    with recording(by=None, reason="Test"):
        for iso3, name in (("COG", "Congo Republic"), ("COD", "Congo Democratic")):
            CountryName.objects.create(country=make_country(iso3, name), name="The Congo")
    page = client.get("/countries/the-congo/")
    assert page.status_code == 404
    assert "Congo Republic" not in page.content.decode()


def test_a_slug_changed_at_the_desk_leads_on_for_ever(client, press, peru, ban_policy, at_desk) -> None:
    release = press.edition(peru, ban_policy)
    cited = release.get_absolute_url()
    desk, where = at_desk("admin", ""), reverse("admin:countries_country_change", args=[peru.pk])
    names = {
        f"{rows}-{part}_FORMS": "0" for rows in ("names", "names_in_languages") for part in ("TOTAL", "INITIAL")
    }
    for slug in ("el-peru", "republic-of-peru-today"):
        form = desk.get(where).context["adminform"].form
        values = {name: "" if (value := form[name].value()) is None else value for name in form.fields}
        assert desk.post(where, values | names | {"slug": slug, "reason": "As it is called"}).status_code == 302
    today = "/countries/republic-of-peru-today/cluster-munition-ban-policy/2009/"
    assert lead(client, cited) == (301, today + "r1/")
    assert lead(client, cited + "cite.bib") == (301, today + "r1/cite.bib")
    assert lead(client, cited.replace("/peru/", "/el-peru/")) == (301, today + "r1/")
    assert lead(client, "/stockpiles/peru/") == (301, "/stockpiles/republic-of-peru-today/")
    assert client.get(today + "r1/").status_code == 200
    assert client.get("/api/v1/countries/PER/").json() == client.get("/api/v1/countries/per/").json()
    assert set(SearchEntry.objects.filter(kind__in=["country", "profile"]).values_list("url", flat=True)) == {
        "/countries/republic-of-peru-today/",
        today,
    }


def test_no_other_state_may_take_an_address_that_leads_on(ivory) -> None:
    with recording(by=None, reason="Test"):
        ivory.slug = "ivory-coast"
        ivory.save()
        ivory.full_clean()
        ivory.slug = "cote-divoire"
        ivory.full_clean()
        other = Country(iso3="XAA", name="Other", slug="cote-divoire")
        with pytest.raises(ValidationError, match="was the address of another record"):
            other.full_clean()


def test_loading_again_keeps_an_address_that_was_changed(person) -> None:
    load("countries")
    with recording(by=person("admin"), reason="Shorter"):
        kingdom = Country.objects.get(iso3="GBR")
        kingdom.slug = "united-kingdom"
        kingdom.save()
    report = load("countries")
    assert (report.created, report.refused) == (0, [])
    assert Country.objects.get(iso3="GBR").slug == "united-kingdom"


def test_loading_again_knows_a_treaty_by_its_first_slug(person) -> None:
    for name in ("countries", "treaties", "treaty-aliases"):
        load(name)
    with recording(by=person("admin"), reason="Longer"):
        ccm = Treaty.objects.get(slug="ccm")
        ccm.slug = "cluster-munitions"
        ccm.save()
    for name in ("treaties", "treaty-aliases"):
        report = load(name)
        assert (report.created, report.refused) == (0, [])
    assert Treaty.objects.get(short_name="CCM").slug == "cluster-munitions"


def test_a_treaty_a_meeting_and_a_theme_lead_on_as_well(client) -> None:
    records: list[tuple[Any, str]] = [
        (make_treaty(), "treaties"),
        (make_meeting("lima-2007"), "meetings"),
        (make_theme(), "themes"),
    ]
    for record, place in records:
        before = record.slug
        with recording(by=None, reason="Test"):
            record.slug = f"new-{before}"
            record.save()
        assert lead(client, f"/{place}/{before}/") == (301, f"/{place}/new-{before}/")
    assert lead(client, "/treaties/CCM/") == (301, "/treaties/new-ccm/")


def test_the_newest_release_of_an_edition_has_its_files(client, press, peru, ban_policy) -> None:
    profile = press.draft(peru, ban_policy)
    press.release(profile)
    press.release(profile, note="Corrected", lead="Peru signed in Oslo.")
    edition = "/countries/peru/cluster-munition-ban-policy/2009/"
    for ending in ("cite.bib", "cite.ris"):
        newest = client.get(edition + ending)
        assert newest.content == client.get(f"{edition}r2/{ending}").content
        assert f"r2.{ending[5:]}" in newest["Content-Disposition"]
    assert client.get("/countries/peru/cluster-munition-ban-policy/2012/cite.bib").status_code == 404


def test_a_draft_has_no_files(client, press, peru, ban_policy) -> None:
    press.draft(peru, ban_policy)
    answer = client.get("/countries/peru/cluster-munition-ban-policy/2009/cite.bib")
    assert answer.status_code == 404
    assert "Content-Disposition" not in answer
    assert "There is no page at this address" in answer.content.decode()


def test_what_is_found_costs_no_question_more(client, ivory, django_assert_max_num_queries) -> None:
    client.get("/countries/cote-divoire/")
    with django_assert_max_num_queries(8):
        answer = client.get("/countries/nowhere/")
    assert answer.status_code == 404
    assert "There is no page at this address" in answer.content.decode()
