"""A line of the file of all statements begins with the days of the answer and with the meeting of today."""

from __future__ import annotations

import json

import pytest
from django.utils import timezone

from editorial.queries.ready_text import ADDRESS_MARK
from meetings.models import ReadyStatement
from meetings.queries.statement_lines import NO_MEETING, answers, beginnings
from meetings.queries.statements import listed
from tests.factories.meetings import make_country, make_meeting, make_statement, make_theme, publish_statement

pytestmark = pytest.mark.django_db


def test_lines_begin_with_the_days_and_with_the_meeting_of_today() -> None:
    meeting = make_meeting()
    begin = beginnings({"as_of": "2014-01-31"})
    assert begin[NO_MEETING] == '{"as_of":"2014-01-31","meeting":null,'
    line = (begin[meeting.pk] + '"id":1}').replace(ADDRESS_MARK, "")
    assert json.loads(line)["meeting"]["name"] == "Lima 2007"


def test_what_another_build_made_is_made_anew_in_its_place() -> None:
    """A new version has made nothing ready yet: on PostgreSQL the file must not wait for the connection that it holds."""
    country, theme, meeting = make_country(), make_theme(), make_meeting()
    numbers = []
    for title in ("First", "Second", "Third"):
        statement = make_statement(title, [(country, "deliverer")], [theme], meeting=meeting)
        publish_statement(statement)
        numbers.append(statement.pk)
    ReadyStatement.objects.filter(release__statement=numbers[1]).update(made_from="another build")
    found = [(pk, json.loads(bytes(text).replace(b"\x1f", b""))) for pk, text in answers(listed(timezone.now()))]
    assert [(pk, answer["id"], answer["title"]) for pk, answer in found] == [
        (meeting.pk, number, title) for number, title in zip(numbers, ("First", "Second", "Third"), strict=True)
    ]
