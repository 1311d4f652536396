"""Figures as far as a source gives them."""

from decimal import Decimal

import pytest

from countries.rules.bounded import figure_words, plain


@pytest.mark.parametrize(
    ("number", "bound", "upper", "words"),
    [
        (890, "", None, "890"),
        (185, "at_least", None, "at least 185"),
        (Decimal("78.000"), "almost", None, "almost 78"),
        (56500, "", 86500, "56,500 to 86,500"),
        (0, "", None, "0"),
        (None, "at_least", None, ""),
    ],
)
def test_a_figure_says_how_far_it_reaches(number, bound, upper, words):
    assert figure_words(number, bound, upper) == words


def test_zeros_that_count_nothing_are_left_out_and_others_are_not():
    assert [plain(Decimal(one)) for one in ("1371.10", "100", "0.000", "2.379195")] == [
        "1,371.1",
        "100",
        "0",
        "2.379195",
    ]
