"""The public log of facts as pages and files: what it says, and what it never says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from countries.models import Country, CountryName
from editorial.actions.confirming import decline
from editorial.models import Source, recording
from tests.factories.changes import NAMES, PRIVATE, SPOKEN, changing, confirmed, deleting, person, proposed
from tests.factories.meetings import make_country, make_source
from tests.factories.sitemap import whole_sitemap
from tests.factories.treaties import make_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client) -> Callable[[str], str]:
    def read(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200, response.content
        return b"".join(response).decode()

    return read


def test_nothing_of_a_proposal_then_before_and_after_once_it_is_confirmed(peru: Country, page) -> None:
    assert "No change of a fact has been confirmed here yet." in page("/changes/")
    proposed(changing(peru, official_name="MARKED-OPEN"), "MARKED-NOTE")
    declined = proposed(changing(peru, official_name="MARKED-DECLINED"))
    decline(change_set=declined, by=person(NAMES[1]), words="MARKED-NO")
    for address in ("/changes/", "/countries/peru/changes/", "/changes.csv", "/countries/peru/changes.csv"):
        assert "MARKED" not in page(address), address
    change = confirmed(changing(peru, name="Perù"), "The UN writes it so.")
    for address in ("/changes/", "/countries/peru/changes/", change.get_absolute_url()):
        said = page(address)
        assert "<del>Peru</del>" in said, address
        assert "<ins>Perù</ins>" in said, address
        assert "The UN writes it so." in said, address
        assert "MARKED" not in said, address
    assert ",changed,country,Perù,Name,Peru,Perù,The UN writes it so.," in page("/changes.csv")


def test_no_name_no_private_reason_no_word_of_the_decision_and_no_remark(peru: Country, page) -> None:
    source = make_source("un-list", remarks="MARKED-REMARK")
    confirmed(changing(peru, source=source))
    with recording(by=None, reason="Made for a test"):
        current = Source.objects.get()
        current.remarks = "MARKED-REMARK-2"
        current.save()
    change = confirmed(changing(source, title="The list", remarks="MARKED-REMARK-3"))
    for address in ("/changes/", "/countries/peru/changes/", "/changes.csv", change.get_absolute_url()):
        said = page(address)
        for private in (PRIVATE, SPOKEN, *NAMES, "MARKED"):
            assert private not in said, (address, private)
    assert "confirmed by another" in page("/changes/")


def test_a_deletion_is_a_line(peru: Country, page) -> None:
    with recording(by=None, reason="Made for a test"):
        name = CountryName.objects.create(country=peru, name="Pérou", kind="also")
    change = confirmed(deleting(name))
    for address in ("/changes/", change.get_absolute_url()):
        assert "Was deleted" in page(address)
        assert "<del>Pérou</del>" in page(address)


def test_the_state_the_kind_and_the_day_narrow_it(peru: Country, page, client: Client) -> None:
    chile = make_country("CHL", "Chile")
    act = make_act(chile, "signature", "2008-12-03")
    confirmed(changing(peru, official_name="NAMED-PERU"))
    confirmed(changing(act, place="PLACED-OSLO"))
    assert "NAMED-PERU" not in page("/changes/?country=CHL")
    assert "PLACED-OSLO" in page("/changes/?country=CHL&kind=treaty-actions")
    assert "matches these filters" in page("/changes/?country=PER&kind=treaty-actions")
    assert "PLACED-OSLO" not in page("/changes/?kind=countries")
    assert "PLACED-OSLO" not in page("/countries/peru/changes/")
    assert "PLACED-OSLO" not in page("/changes/?since=2999-01-01")
    for bad in ("kind=nothing", "since=2026-02-30", "country=XXX", "standing=party"):
        assert client.get(f"/changes/?{bad}").status_code == 400, bad


def test_a_change_about_two_states_shows_each_its_own_rows_and_leads_to_the_whole(peru: Country, page) -> None:
    chile = make_country("CHL", "Chile")

    def act() -> None:
        changing(peru, official_name="OF-PERU")()
        changing(chile, official_name="OF-CHILE")()

    change = confirmed(act)
    assert "OF-CHILE" not in page("/countries/peru/changes/")
    said = page(change.get_absolute_url())
    assert "OF-CHILE" in said
    assert "OF-PERU" in said


def test_many_changes_cost_what_one_costs_and_go_on_page_by_page(
    peru: Country, client: Client, django_assert_max_num_queries
) -> None:
    counts = []
    for number in range(25):
        confirmed(changing(peru, official_name=f"Name {number}"))
        if number in (0, 24):
            client.get("/changes/")
            with django_assert_max_num_queries(12) as asked:
                client.get("/changes/")
            counts.append(len(asked))
    assert counts[0] == counts[1]
    first = client.get("/changes/")
    listing = first.context["listing"]
    assert len(listing.rows) == 20
    rest = client.get(listing.next_url).context["listing"]
    assert [row.change.pk for row in rest.rows] == sorted((row.change.pk for row in rest.rows), reverse=True)
    assert len(rest.rows) == 5


def test_an_open_set_has_no_page_and_a_former_slug_leads_on(peru: Country, client: Client) -> None:
    change = proposed(changing(peru, name="Perù"))
    assert client.get(change.get_absolute_url()).status_code == 404
    response = client.get("/countries/PER/changes/")
    assert (response.status_code, response["Location"]) == (301, "/countries/peru/changes/")


def test_the_pages_lead_to_it(peru: Country, page, client: Client) -> None:
    assert "has no entry on Peru yet" in page("/countries/peru/")
    change = confirmed(changing(peru, name="Perù"))
    said = page("/countries/peru/")
    assert "Last change of a fact here" in said
    assert reverse("state_changes", args=["peru"]) in said
    assert reverse("changes") in page("/about/data/")
    assert change.get_absolute_url() in whole_sitemap(client)
    assert "/changes/</loc>" in whole_sitemap(client)
