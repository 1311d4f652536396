"""The log of facts as Atom: of all, of a state, of a kind; an entry has one id for ever."""

from __future__ import annotations

import pytest
from django.test import Client

from countries.models import Country
from tests.factories.changes import NAMES, PRIVATE, SPOKEN, changing, confirmed, proposed
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db

FEEDS = ("/feeds/changes/", "/feeds/changes/countries/", "/feeds/changes/countries/peru/")


@pytest.mark.parametrize("address", FEEDS)
def test_an_entry_says_what_became_of_each_row(address: str, peru: Country, client: Client) -> None:
    proposed(changing(peru, official_name="MARKED-OPEN"))
    change = confirmed(changing(peru, name="Perù & <b>"), "The UN writes it so.")
    said = client.get(address).content.decode()
    assert f"<id>urn:uuid:{change.public_id}</id>" in said
    assert "The UN writes it so." in said
    assert "Name: Perù &amp;amp; &amp;lt;b&amp;gt;, was Peru" in said
    for private in (PRIVATE, SPOKEN, *NAMES, "MARKED"):
        assert private not in said


def test_each_feed_has_an_id_of_its_own_and_only_what_it_follows(peru: Country, client: Client) -> None:
    chile = make_country("CHL", "Chile")
    confirmed(changing(chile, name="Cile"))
    assert "Cile" not in client.get("/feeds/changes/countries/peru/").content.decode()
    assert "Cile" not in client.get("/feeds/changes/treaty-actions/").content.decode()
    ids = {client.get(address).content.decode().partition("<id>")[2].partition("</id>")[0] for address in FEEDS}
    assert len(ids) == 3
    assert all(one.startswith("urn:uuid:") for one in ids)


def test_an_empty_feed_is_the_same_at_every_request(peru: Country, client: Client) -> None:
    first, second = (client.get(FEEDS[0]).content for _ in range(2))
    assert first == second
    assert b"<updated>1970-01-01T00:00:00+00:00</updated>" in first


def test_what_there_is_not_is_a_404(peru: Country, client: Client) -> None:
    assert client.get("/feeds/changes/nothing/").status_code == 404
    assert client.get("/feeds/changes/countries/atlantis/").status_code == 404
