"""Dates as notes print them, and a source as far as one printed citation gives it."""

from __future__ import annotations

import pytest

from editorial.importing.printed_source import PrintedSource, first_day


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("29 May 2007", "29 May 2007"),
        ("23–25 May 2007", "23 May 2007"),
        ("23-25 May 2007", "23 May 2007"),
        ("23 – 25 May 2007", "23 May 2007"),
        ("May 2007", "May 2007"),
        ("30 November–9 December 2011", "30 November 2011"),
        ("June–July 2008", "June 2008"),
        ("June/July 2008", "June 2008"),
        ("29 February 2008", "29 February 2008"),
    ],
)
def test_the_first_day_at_the_precision_printed(printed: str, day: str) -> None:
    assert str(first_day(printed)) == day


@pytest.mark.parametrize(
    "printed",
    ["", "2007", "29 February 2007", "31 June 2007", "May", "29 Mai 2007", "29 May 2007, Lima", "٢٩ May 2007"],
)
def test_what_is_no_such_date_is_none(printed: str) -> None:
    assert first_day(printed) is None


def test_readers_see_the_printed_words_until_somebody_has_checked_the_facts() -> None:
    source = PrintedSource(
        kind="press", title="Another title", as_printed="Ángel Páez, “Bombas,” La República, 29 May 2007."
    )
    assert source.line == "Ángel Páez, “Bombas,” La República, 29 May 2007"
    assert "Another title" not in source.line
