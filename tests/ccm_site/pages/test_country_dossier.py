"""A country's page is composed from lists: what has nothing to say leaves no trace."""

from datetime import date

import pytest

from ccm_site.pages import country_dossier
from ccm_site.pages.parts import Event, Fact, PageSection
from countries.models import CountryName
from editorial.models import recording
from editorial.rules.partial_date import PartialDate
from tests.factories.profiles import make_country


def page_of(client, slug: str = "peru") -> str:
    return client.get(f"/countries/{slug}/").content.decode()


def test_names_region_and_membership(client, peru):
    with recording(by=None, reason="Made for a test"):
        CountryName.objects.create(
            country=peru, name="Viceroyalty", kind="former", valid_until=PartialDate.parse("1821-07")
        )
    page = page_of(client)
    assert "<h1>Peru</h1>" in page
    assert "Republic of Peru" in page
    assert "Member state" in page
    assert "Viceroyalty" in page
    assert "until July 1821" in page
    assert '<a href="/countries/?region=Americas">South America</a>' in page


def test_a_part_of_which_nothing_is_recorded_stands_there_and_says_so(client, peru):
    page = page_of(client)
    assert 'id="profiles"' in page
    assert "No edition has been published here yet." in page
    assert "Nothing recorded here; this says nothing about the state." in page
    assert 'id="not-recorded"' in page
    assert 'id="timeline"' not in page


def test_profiles_by_theme_newest_edition_first(client, peru, ban_policy, press):
    press.edition(peru, ban_policy, 2009, lead="The older lead.")
    press.edition(peru, ban_policy, 2011, lead="The newer lead.")
    page = page_of(client)
    assert "The newer lead." in page
    assert "The older lead." not in page
    assert page.index("Edition 2011") < page.index("Edition 2009")
    assert 'href="/countries/peru/cluster-munition-ban-policy/history/"' in page
    assert '<a href="#profiles">Profiles</a>' in page


def test_one_line_adds_a_sentence_a_fact_an_event_or_a_section(client, peru, monkeypatch):
    section = PageSection("extra", "Extra section", "_components/empty.html", lambda country, at: {"nothing": "x"})
    silent = PageSection("silent", "Silent section", "_components/empty.html", lambda country, at: None)
    monkeypatch.setattr(country_dossier, "SECTIONS", [section, silent])
    monkeypatch.setattr(country_dossier, "LEAD", [lambda country, at: f"{country} signed."])
    monkeypatch.setattr(
        country_dossier, "GLANCE", [lambda country, at: [Fact("Standing", "State Party", chip="in_force")]]
    )
    monkeypatch.setattr(
        country_dossier,
        "EVENTS",
        [
            lambda country, at: [Event(date(2013, 3, 1), "Entered into force")],
            lambda country, at: [Event(PartialDate.parse("2008-12"), "Signed", is_future=False)],
            lambda country, at: [Event(date(2036, 3, 1), "Next duty", is_future=True)],
        ],
    )
    page = page_of(client)
    assert '<p class="lead">Peru signed.</p>' in page
    assert '<span class="chip chip-in_force">State Party</span>' in page
    assert page.index("December 2008") < page.index("1 March 2013") < page.index("1 March 2036")
    assert 'class="is-future"><time datetime="2036-03-01"' in page
    assert 'id="extra"' in page
    assert "Silent section" in page
    assert "Nothing recorded here; this says nothing about the state." in page


def test_unknown_country(client, db):
    page = client.get("/countries/atlantis/")
    assert page.status_code == 404
    assert "There is no page at this address" in page.content.decode()


def test_area_without_a_code(client, db):
    with recording(by=None, reason="Made for a test"):
        area = make_country(1)
        area.iso3, area.kind, area.is_un_member = None, "other_area", False
        area.save()
    page = page_of(client, area.slug)
    assert "Other area" in page
    assert "Not a member state" in page
    assert "None" not in page


@pytest.mark.parametrize("editions", [1, 6])
def test_queries_do_not_grow_with_editions(
    client, peru, ban_policy, press, editions, django_assert_max_num_queries
):
    for year in range(2009, 2009 + editions):
        press.edition(peru, ban_policy, year)
    with django_assert_max_num_queries(40):
        client.get("/countries/peru/")
