"""Words fit where they stand."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from editorial.charts.lettering import spread, trim, width_of, wrap

SIZE = 13


def test_a_long_name_goes_on_two_lines():
    name = "United Kingdom of Great Britain and Northern Ireland"

    assert wrap(name, 220, SIZE) == ["United Kingdom of Great Britain", "and Northern Ireland"]
    assert "…" in wrap(name, 100, SIZE)[-1]


@given(st.text(max_size=60), st.floats(20, 400))
def test_no_line_is_wider_than_its_room(words, room):
    for line in wrap(words, room, SIZE, at_most=3):
        assert width_of(line, SIZE) <= room
    assert width_of(trim(words, room, SIZE), SIZE) <= room


@given(st.lists(st.floats(0, 300), min_size=1, max_size=12), st.floats(1, 40))
def test_labels_keep_apart_in_order_and_inside(wanted, gap):
    placed = spread(wanted, gap, 0, 300)
    least = min(gap, 300 / max(len(wanted) - 1, 1))
    ordered = sorted(zip(wanted, placed, strict=True))

    assert all(-1e-6 <= place <= 300 + 1e-6 for place in placed)
    ascending = sorted(place for _, place in ordered)
    assert all(b - a >= least - 1e-6 for a, b in pairwise(ascending))
    for (first, low), (second, high) in pairwise(ordered):
        assert first == second or low <= high + 1e-6


def test_labels_stay_where_there_is_room():
    assert spread([10, 100], 20, 0, 200) == [10, 100]
