"""Answers of this API that are made ready or put into files, each in one line of JSON, with addresses as paths.

The framework is imported when something is written: whatever runs without it starts without it.
"""

from __future__ import annotations

from api.ready import line
from countries.models import ProfileRelease
from meetings.models import ListedStatement, Meeting, StatementRelease


def profile(release: ProfileRelease) -> str:
    """What a profile answers as its release that follows from the release alone."""
    from api.v1.nouns.country_profile import FrozenProfileSerializer

    return line(FrozenProfileSerializer(release).data)


def statement(release: StatementRelease) -> str:
    """All that /api/v1/statements/{id}/ answers, but the meeting."""
    from api.v1.nouns.statement import StatementDetailSerializer

    data = StatementDetailSerializer(ListedStatement.of(release)).data
    return line({name: value for name, value in data.items() if name != "meeting"})


def meeting(beside: Meeting) -> str:
    """A meeting as it stands beside a statement."""

    from api.v1.nouns.statement import meeting_line

    return line(meeting_line(beside, {}))
