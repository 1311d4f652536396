"""Events of states in the API."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_the_condition_between_peru_and_chile_with_its_sources(client):
    (event,) = client.get("/api/v1/state-events/?country=PER&kind=condition").json()["results"]
    assert (event["towards"]["iso3"], event["date"]) == ("CHL", {"value": "2007-05", "precision": "month"})
    assert next(source["locator"] for source in event["sources"]) == "note 6"
    assert client.get("/api/v1/state-events/?kind=rumour").status_code == 400
