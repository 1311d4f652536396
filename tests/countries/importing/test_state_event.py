"""Events of states: loaded with their sources, on the timelines of both states, found by search."""

import pytest

from countries.models import Country, StateEvent
from editorial.models import SearchEntry, recording
from editorial.queries.proof import unsourced

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_what_the_report_on_peru_and_its_slides_tell_is_on_record():
    assert StateEvent.objects.count() == 9
    assert not unsourced(StateEvent).exists()
    peru = StateEvent.objects.filter(country__iso3="PER")
    assert sorted(peru.values_list("kind", flat=True)) == [
        *("condition", "disclosure", "disclosure", "help", "media", "media", "milestone", "request")
    ]


def test_both_states_of_a_condition_tell_it(client):
    for slug in ("peru", "chile"):
        page = client.get(f"/countries/{slug}/").content.decode()
        assert "a condition of reciprocity" in page, slug
    assert "Peru: The Minister of Defence said" in client.get("/countries/chile/").content.decode()
    assert "Peru: The Minister of Defence said" not in client.get("/countries/peru/").content.decode()


def test_search_finds_states_by_their_events(reference):
    event = StateEvent.objects.get(kind="condition")
    with recording(by=None, reason="Made for a test"):
        event.words = "Said that both stocks had to go at once: a condition of reciprocity"
        event.save()
    found = SearchEntry.objects.filter(kind="country", body__contains="both stocks had to go")
    assert {entry.url for entry in found} == {"/countries/peru/", "/countries/chile/"}


def test_no_event_changes_a_standing(client):
    before = client.get("/api/v1/countries/PER/").json()["standings"]
    StateEvent.objects.all().delete()
    assert Country.objects.get(iso3="PER")
    assert client.get("/api/v1/countries/PER/").json()["standings"] == before
