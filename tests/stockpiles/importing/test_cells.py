"""Cells that can be read, and refusals that name field, value and remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.actions.reference import BadRow
from editorial.rules.partial_date import PartialDate
from stockpiles.importing.cells import cell, choice, day, number, required, yes
from stockpiles.models import ReportKind


@pytest.mark.parametrize(
    ("text", "value"),
    [("", None), (" 2012 ", 2012), ("2,012", 2012), ("162 417", 162417), ("0", 0), ("1,489,458", 1489458)],
)
def test_numbers(text, value):
    assert number({"n": text}, "n") == value


@pytest.mark.parametrize(
    "text", ["-5", "−5", "2.012,5", "about 20", "1,2", "12,3456", "1e5", "²", "1234567890123456"]
)
def test_what_is_no_count_is_refused_by_name(text):
    with pytest.raises(BadRow, match="munitions: “"):
        number({"munitions": text}, "munitions")


def test_a_negative_number_says_so():
    with pytest.raises(BadRow, match="not negative"):
        number({"munitions": "-5"}, "munitions")


def test_dates_choices_and_yes():
    assert day({"d": "2021-03"}, "d") == PartialDate(2021, 3)
    assert day({"d": ""}, "d") is None
    with pytest.raises(BadRow, match="d: “31 February 2020”"):
        day({"d": "31 February 2020"}, "d")
    assert choice({"kind": "annual"}, "kind", ReportKind) is ReportKind.ANNUAL
    with pytest.raises(BadRow, match="one of initial, annual, voluntary"):
        choice({"kind": "yearly"}, "kind", ReportKind)
    assert yes({"r": "yes"}, "r")
    assert not yes({}, "r")
    with pytest.raises(BadRow, match="yes or no"):
        yes({"r": "maybe"}, "r")


def test_a_missing_column_is_empty_and_a_needed_one_is_refused():
    assert cell({}, "iso3") == ""
    with pytest.raises(BadRow, match="iso3: empty"):
        required({"iso3": None}, "iso3")


@given(st.text())
def test_any_text_is_a_number_or_refused(text):
    try:
        value = number({"n": text}, "n")
    except BadRow:
        return
    assert value is None or value >= 0
