"""Groups of states in the API."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_the_core_group_with_its_members_and_the_number_that_a_source_gives(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        (group,) = client.get("/api/v1/groups/?country=PER").json()["results"]
    assert (group["slug"], group["stated_size"], group["recorded"]) == ("core-group", 7, 7)
    assert {one["state"]["iso3"] for one in group["members"]} == {"AUT", "VAT", "IRL", "MEX", "NZL", "NOR", "PER"}
    assert group["sources"]
    assert client.get("/api/v1/groups/?country=BRA").json()["results"] == []
