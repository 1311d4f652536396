"""The matrix: a question over several facts is one address, and nothing recorded is no answer."""

import csv
import io

import pytest

from meetings.models import Attendance

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def rows(client, query=""):
    answer = client.get(f"/matrix.csv{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def test_producers_outside_of_whom_nothing_is_recorded_at_the_last_two_meetings(client):
    asked = "?standing=not_joined&production=now&meetings=nothing"
    found = rows(client, asked)
    assert {"Russian Federation", "China"} <= {row["Name"] for row in found}
    assert {row["Last two meetings"] for row in found} == {"Nothing recorded"}
    assert {row["Last two meetings: basis"] for row in found} == {"13MSP and 12MSP"}
    there = set(
        Attendance.objects.filter(meeting__slug__in=["12msp", "13msp"]).values_list("country__name", flat=True)
    )
    assert there.isdisjoint(row["Name"] for row in found)
    page = client.get(f"/matrix/{asked}").content.decode()
    assert "where nothing is recorded of a state it may have been there or not" in page


def test_each_answer_names_who_gives_it(client):
    said = [row for row in rows(client) if row["Use"] not in ("", "Nothing recorded here")]
    assert len(said) > 100
    assert [row["Name"] for row in said if not row["Use: basis"]] == []
    (ukraine,) = [row for row in said if row["ISO3"] == "UKR"]
    assert ukraine["Use: basis"].endswith("; denied")


def test_all_states_in_few_queries_and_in_none_but_two_while_nothing_changes(
    client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(30):
        page = client.get("/matrix/")
    assert "197 states" in page.content.decode()
    assert client.get("/matrix.xlsx").status_code == 200


def test_a_column_that_is_not_offered_is_refused(client):
    assert client.get("/matrix/?show=weather").status_code == 400
    assert client.get("/matrix/?sort=weather").status_code == 400
