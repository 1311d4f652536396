"""Ticks and scales."""

from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from editorial.charts.numbers import Scale, nice_ticks, number_words, tick_words

AMOUNTS = st.one_of(
    st.integers(0, 10**15).map(Decimal),
    st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False),
)


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (12, [0, 5, 10, 15]),
        (112, [0, 25, 50, 75, 100, 125]),
        (24_687, [0, 5_000, 10_000, 15_000, 20_000, 25_000]),
    ],
)
def test_ticks_are_round(top, ticks):
    assert nice_ticks(Decimal(top)) == ticks


@given(AMOUNTS)
def test_ticks_start_at_zero_cover_the_figure_and_are_few(top):
    ticks = nice_ticks(top)

    assert ticks[0] == 0
    assert ticks[-1] >= top
    assert 2 <= len(ticks) <= 6
    assert len(set(tick_words(ticks))) == len(ticks)  # no two ticks say the same
    assert 0 <= Scale(ticks[-1], 220).at(top) <= 220


@given(st.integers(0, 10**15).map(Decimal))
def test_ticks_of_a_count_are_whole(top):
    assert all(tick % 1 == 0 for tick in nice_ticks(top))


def test_large_ticks_are_short():
    ticks = [Decimal(0), Decimal(50_000_000), Decimal(100_000_000)]

    assert tick_words(ticks) == ["0", "50 million", "100 million"]


@pytest.mark.parametrize(("number", "words"), [(1_234_567, "1,234,567"), (Decimal("0.50"), "0.5"), (0, "0")])
def test_numbers_are_grouped(number, words):
    assert number_words(number) == words


def test_numbers_follow_the_language_of_the_page():
    with translation.override("es"):
        assert number_words(1_234_567) == "1\xa0234\xa0567"
