"""Contamination and casualties of a state in the site search."""

from __future__ import annotations

import pytest

from countries.models import Country
from editorial.models import recording
from impact.models import CasualtyFigure, ContaminationClaim
from impact.search import land_documents, people_documents

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_record(peru: Country) -> None:
    with recording(by=None, reason="Made for a test"):
        ContaminationClaim.objects.create(
            country=peru, answer="contaminated", area_km2="6.5", place="in the north"
        )
        CasualtyFigure.objects.create(country=peru, basis="all", number=53, period_start="1999", period_end="1999")


def test_what_is_recorded_is_found_at_its_place(on_record, peru):
    (land,) = land_documents(peru)
    assert (land.url, land.title) == ("/countries/peru/#contamination", "Peru: contamination and clearance")
    assert land.body == "Contaminated, in the north, 6.5 km²"
    (people,) = people_documents(peru)
    assert (people.url, people.body) == ("/countries/peru/#casualties", "Of whatever cause, 1999: 53")


def test_a_state_of_which_nothing_is_recorded_has_no_entry(peru):
    assert list(land_documents(peru)) == list(people_documents(peru)) == []


def test_the_site_finds_it_by_words_of_readers(on_record, client):
    for words, url in (("peru contaminated", "#contamination"), ("peru victims", "#casualties")):
        assert f"/countries/peru/{url}" in client.get("/search/", {"q": words}).content.decode()
