"""What an examination says, in as few words as a test needs."""

from __future__ import annotations

from datetime import UTC, datetime

from ccm_site.doctor.examinations import Examination

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def found(examination: Examination, at: datetime = NOW) -> list[tuple[str, str]]:
    """How it stands and what it says, for each thing."""
    return [(one.level.value, one.says) for one in examination(at)]
