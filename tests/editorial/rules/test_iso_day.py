"""Days written as 2013-07-31."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.iso_day import NoSuchDay, day_of


def test_a_day() -> None:
    assert day_of("2013-07-31") == date(2013, 7, 31)
    assert day_of(" 2024-02-29 ") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "2013-02-30",
        "0000-01-01",
        "2013-7-31",
        "20130731",
        "2013-W31-3",
        "31.7.2013",
        "yesterday",
        "",
        "２０１３-07-31",
    ],
)
def test_no_day_is_named_with_an_example(text: str) -> None:
    with pytest.raises(NoSuchDay, match="Write it as 2013-07-31") as refused:
        day_of(text)
    assert text.strip() in str(refused.value)


@given(st.text())
def test_any_text_is_a_day_or_refused_in_a_short_sentence(text: str) -> None:
    try:
        answer = day_of(text).isoformat()
    except NoSuchDay as refused:
        answer = str(refused)
    assert answer == text.strip() or len(answer) < 120


@given(st.dates())
def test_every_day_reads_back(day: date) -> None:
    assert day_of(day.isoformat()) == day
