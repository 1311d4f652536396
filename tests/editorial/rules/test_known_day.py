"""A day is asked about at its end, a moment as it is written; what has not come is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from editorial.rules.known_day import KnownAt, NotKnowable, known_at_of

NOW = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)


def test_a_day_is_asked_about_at_its_end() -> None:
    known = known_at_of("2026-03-01", NOW)
    assert (known.at.isoformat(), known.day) == ("2026-03-01T23:59:59.999999+00:00", date(2026, 3, 1))
    assert known.in_words == "as this site knew it on 1 March 2026"


def test_of_today_nobody_knows_more_than_now() -> None:
    assert known_at_of("2026-03-05", NOW).at == NOW


def test_a_moment_has_an_offset() -> None:
    known = known_at_of("2026-03-01T12:00:00+01:00", NOW)
    assert known == KnownAt(datetime(2026, 3, 1, 11, tzinfo=UTC), is_day=False)
    assert known.in_words == "as this site knew it on 1 March 2026, 11:00:00 UTC"


@pytest.mark.parametrize("written", ["2026-03-06", "2026-03-05T09:30:01Z"])
def test_what_has_not_come_is_refused(written: str) -> None:
    with pytest.raises(NotKnowable, match="not come yet"):
        known_at_of(written, NOW)


@pytest.mark.parametrize(
    "written", ["", "March", "2026-02-30", "2026-03-01T", "T", "0001-01-01T00:00:00+14:00", "\x00T"]
)
def test_what_is_no_moment_is_refused(written: str) -> None:
    with pytest.raises(NotKnowable, match="not a day"):
        known_at_of(written, NOW)


def test_a_moment_without_an_offset_says_so() -> None:
    with pytest.raises(NotKnowable, match="offset"):
        known_at_of("2026-03-01T12:00:00", NOW)
