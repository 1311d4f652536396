"""Groups of states: the number that a source gives beside those that sources name."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_the_core_group_has_seven_members_by_its_source_and_on_record(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        page = " ".join(client.get("/groups/").content.decode().split())
    assert "A source gives it 7 members; 7 are on record here." in page
    assert '<a href="/countries/peru/">Peru</a>' in page
    assert ">initiator</td>" in page
    assert page.count("Source:") >= 3
    assert "That of the group" in page  # where it is, it is not said again
    assert 'href="/treaties/ccm/?group=core-group#states"' in page


def test_a_state_leads_to_its_group(client):
    assert '/groups/#core-group"' in client.get("/countries/peru/").content.decode()
