"""What the API gives for files made of its entries: one line of JSON each, with paths."""

from __future__ import annotations

import json

import pytest

from api.entries import STATEMENTS
from meetings.models import ListedStatement
from tests.factories.meetings import make_country, make_meeting, make_statement, publish_statement

pytestmark = pytest.mark.django_db


def test_an_entry_is_the_answer_of_the_api_without_the_meeting_and_without_a_host(client) -> None:
    statement = make_statement(parties=[(make_country(), "deliverer")], meeting=make_meeting())
    publish_statement(statement)
    answer = client.get(f"/api/v1/statements/{statement.pk}/").content.decode().replace("http://testserver", "")
    entry = STATEMENTS.statement(ListedStatement.objects.get())
    assert "\n" not in entry
    assert {**json.loads(entry), "meeting": json.loads(STATEMENTS.meeting(statement.meeting))} == json.loads(
        answer
    )
