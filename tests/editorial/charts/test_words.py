"""Which figures are unknown, in words."""

from editorial.charts.figure import Series, Unknown
from editorial.charts.words import unknown_notes


def test_three_years_in_a_row_are_named_by_their_ends_and_two_are_not() -> None:
    years = ["2010", "2011", "2012", "2013", "2014", "2015"]
    series = [Series("Destroyed", [None, None, None, 4, None, None])]
    assert unknown_notes(years, series) == ("Destroyed – unknown: 2010–2012, 2014, 2015.",)


def test_zero_is_known_and_each_word_for_unknown_has_its_own_sentence() -> None:
    series = [Series("Left", [0, Unknown("not believed to have stocks"), None])]
    assert unknown_notes(["2010", "2011", "2012"], series) == (
        "Left – not believed to have stocks: 2011.",
        "Left – unknown: 2012.",
    )
