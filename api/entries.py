"""Entries of this API for files that are made from them, each in one line of JSON, with addresses as paths.

The framework is imported when something is written: whatever runs without it starts without it.
"""

from __future__ import annotations

from typing import Any

from meetings.actions.ready_entry import EntryMaker
from meetings.models import ListedStatement, Meeting


def statement(listed: ListedStatement) -> str:
    """All that /api/v1/statements/{id}/ answers, but the meeting."""
    from api.v1.nouns.statement import StatementDetailSerializer

    data = StatementDetailSerializer(listed).data
    return _line({name: value for name, value in data.items() if name != "meeting"})


def meeting(beside: Meeting) -> str:
    """A meeting as it stands beside a statement."""
    from api.v1.serializers.link import MeetingLinkSerializer

    return _line(MeetingLinkSerializer(beside).data)


def _line(data: Any) -> str:
    from rest_framework.renderers import JSONRenderer

    return JSONRenderer().render(data).decode()


STATEMENTS = EntryMaker(statement, meeting)
