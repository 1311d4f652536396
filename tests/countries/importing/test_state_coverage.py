"""What was read on each state: on its page and in the API, with every text."""

import pytest

from countries.models import StateCoverage
from editorial.queries.proof import proofs, unsourced

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_of_200_states_and_areas_the_texts_read_are_on_record():
    rows = list(StateCoverage.objects.all())
    assert len(rows) == 200
    assert not unsourced(StateCoverage).exists()
    assert sum(len(proof.sources) for proof in proofs(rows).values()) > 800


def test_a_reader_learns_what_was_read_on_albania_and_what_it_lacks(client):
    page = " ".join(client.get("/countries/albania/").content.decode().split())
    assert "come from 5 texts on it" in page
    assert "The newest of them is of 2020. Nothing found on munitions retained." in page
    albania = client.get("/api/v1/countries/ALB/").json()["texts_read"]
    assert (albania["newest_text"], len(albania["sources"])) == (2020, 5)


def test_a_state_on_which_no_text_is_on_record_says_nothing_of_it(client, reference):
    StateCoverage.objects.filter(country__iso3="ALB").delete()
    assert "What was read" not in client.get("/countries/albania/").content.decode()
    assert client.get("/api/v1/countries/ALB/").json()["texts_read"] is None
