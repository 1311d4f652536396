"""Exact, rounded, unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stockpiles.rules.quantity import UNKNOWN, Quantity, total


def test_unknown_is_not_zero():
    assert str(UNKNOWN) == "unknown"
    assert not (Quantity(5) + UNKNOWN).is_known
    assert str(Quantity(0)) == "0"


def test_a_rounded_part_makes_the_sum_rounded():
    summed = Quantity(10_100_000, is_rounded=True) + Quantity(798_336)
    assert str(summed) == "about 10.9 million"


@pytest.mark.parametrize(
    ("value", "tolerance"), [(10_100_000, 50_000), (63_000_000, 500_000), (38_700_000, 50_000)]
)
def test_how_far_a_rounded_figure_may_lie_off(value, tolerance):
    assert Quantity(value, is_rounded=True).tolerance == tolerance
    assert Quantity(value).tolerance == 0


def test_an_unknown_number_cannot_be_rounded():
    with pytest.raises(ValueError, match="unknown"):
        Quantity(None, is_rounded=True)


@given(st.lists(st.none() | st.integers(0, 10**9)))
def test_a_total_is_known_only_if_every_part_is(values):
    summed = total(Quantity(v) for v in values)
    assert summed.value == (None if None in values else sum(values))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (38_700_000, "about 38.7 million"),
        (2_000_000, "about 2 million"),
        (178_871_682, "about 178.87 million"),
        (8_815, "about 8,815"),
    ],
)
def test_a_rounded_figure_is_shown_as_rounded(value, words):
    assert str(Quantity(value, is_rounded=True)) == words


def test_at_least_goes_with_the_number_and_turns_round_in_a_difference():
    part = Quantity(7526).at_least()
    assert str(part) == "at least 7,526"
    assert str(part + Quantity(59)) == "at least 7,585"
    assert str(Quantity(573_700) - part) == "at most 566,174"
    assert str(Quantity(4_800_000, is_rounded=True).at_least()) == "at least about 4.8 million"
    assert Quantity(None).at_least() == Quantity(None)
    assert not (part - part).is_known


GERMANY, ROUNDED = Quantity(573_700), Quantity(573_000, is_rounded=True)


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (GERMANY, ROUNDED, True),  # rounded to thousands it is no more than 573,500
        (GERMANY, Quantity(574_000, is_rounded=True), False),
        (GERMANY, Quantity(573_000, bound="at least"), False),  # "over 573,000" allows for 573,700
        (Quantity(572_000), Quantity(573_000, bound="at least"), True),
        (Quantity(574_000), Quantity(573_000, bound="at most"), True),
        (Quantity(572_000), Quantity(573_000, bound="at most"), False),
        (Quantity(10_149_999), Quantity(10_100_000, is_rounded=True), False),
        (Quantity(10_150_001), Quantity(10_100_000, is_rounded=True), True),
        (GERMANY, UNKNOWN, False),
        (UNKNOWN, UNKNOWN, False),
    ],
)
def test_two_figures_differ_beyond_their_rounding_and_on_the_side_that_they_leave_open(one, other, differs):
    assert one.differs_from(other) is other.differs_from(one) is differs
