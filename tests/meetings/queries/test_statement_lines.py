"""A line of the file of all statements begins with the days of the answer and with the meeting of today."""

from __future__ import annotations

import json

import pytest

from editorial.queries.ready_text import ADDRESS_MARK
from meetings.queries.statement_lines import NO_MEETING, beginnings
from tests.factories.meetings import make_meeting

pytestmark = pytest.mark.django_db


def test_lines_begin_with_the_days_and_with_the_meeting_of_today() -> None:
    meeting = make_meeting()
    begin = beginnings({"as_of": "2014-01-31"})
    assert begin[NO_MEETING] == '{"as_of":"2014-01-31","meeting":null,'
    line = (begin[meeting.pk] + '"id":1}').replace(ADDRESS_MARK, "")
    assert json.loads(line)["meeting"]["name"] == "Lima 2007"
