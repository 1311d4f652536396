"""Confirmed and suspected areas beside the area that was given with them."""

from decimal import Decimal

import pytest

from impact.rules.area_parts import parts_differ


@pytest.mark.parametrize(
    ("area", "confirmed", "suspected", "agrees"),
    [
        ("9.40", "4.95", "4.45", True),
        ("4.5", "2.76", "1.78", True),  # South Sudan, 4.54 given as 4.5
        ("4.55", "2.76", "1.78", False),
        ("100", "60.4", "40", True),
        ("100", "60.6", "40", False),
        ("9", None, "4.45", True),
    ],
)
def test_a_whole_is_compared_as_exactly_as_it_is_given(area, confirmed, suspected, agrees):
    numbers = [None if one is None else Decimal(one) for one in (area, confirmed, suspected)]
    assert (parts_differ(*numbers) == "") is agrees


def test_both_figures_are_said():
    assert parts_differ(Decimal("9.5"), Decimal("4.95"), Decimal("4.45")) == (
        "4.95 km² confirmed and 4.45 km² suspected make 9.4 km²; 9.5 km² were given"
    )
