"""Cells that can be read, refusals that say how to mend them, and values that come back as they went out."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countries.models import Country
from editorial.actions.bad_row import BadRow
from editorial.importing.cells import (
    NEEDED,
    Day,
    Decimals,
    Named,
    Nullable,
    Number,
    OneOf,
    Text,
    When,
    Words,
    YesNo,
)
from editorial.importing.lookups import Lookups
from editorial.models import Certainty
from editorial.rules.partial_date import PartialDate

KNOWN = Lookups()


@pytest.mark.parametrize(
    ("text", "value"),
    [("", None), ("2012", 2012), ("2,012", 2012), ("162 417", 162417), ("0", 0), ("1,489,458", 1489458)],
)
def test_numbers(text, value):
    assert Number().read(text, KNOWN) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("", None), ("2.379195", "2.379195"), ("1,371.10", "1371.10"), ("0", "0"), ("195704", "195704")],
)
def test_decimals(text, value):
    assert Decimals().read(text, KNOWN) == (None if value is None else Decimal(value))
    assert Decimals().read(Decimals().write(Decimals().read(text, KNOWN)), KNOWN) == Decimals().read(text, KNOWN)


@pytest.mark.parametrize("text", ["-2", "2.", ".5", "1,2.5", "about 20", "1e5", "²"])
def test_what_is_no_decimal_is_refused(text):
    with pytest.raises(BadRow, match=r"Write a number such as|not negative"):
        Decimals().read(text, KNOWN)


@pytest.mark.parametrize("text", ["2.012,5", "about 20", "1,2", "12,3456", "1e5", "²", "1234567890123456"])
def test_what_is_no_count_is_refused(text):
    with pytest.raises(BadRow, match="Write a whole number"):
        Number().read(text, KNOWN)


@pytest.mark.parametrize("text", ["-5", "−5"])
def test_a_negative_number_says_so(text):
    with pytest.raises(BadRow, match="not negative"):
        Number().read(text, KNOWN)


@given(st.text())
def test_any_text_is_a_number_or_refused(text):
    try:
        value = Number().read(text, KNOWN)
    except BadRow:
        return
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("cell", "text", "value"),
    [
        (When(), "2021-03", PartialDate(2021, 3)),
        (When(), "after 2013-07-31", PartialDate(2013, 7, 31, "after")),
        (When(), "", None),
        (Day(), "2012-09-26", date(2012, 9, 26)),
        (Day(), "", None),
        (YesNo(), "yes", True),
        (YesNo(), "no", False),
        (OneOf(Certainty), "stated", Certainty.STATED),
        (Words({"3": 3, "4": 4}), "4", 4),
        (Text(), "words", "words"),
        (Nullable(), "", None),
        (Number(), "12", 12),
    ],
)
def test_what_is_read_is_written_alike(cell, text, value):
    assert cell.read(text, KNOWN) == value
    assert cell.write(value) == text


@pytest.mark.parametrize(
    ("text", "value"), [("", False), ("1", True), ("TRUE", True), ("0", False), ("Yes", True)]
)
def test_other_words_for_yes_and_no(text, value):
    assert YesNo().read(text, KNOWN) is value


@pytest.mark.parametrize(
    ("cell", "text", "words"),
    [
        (When(), "31 February 2020", "February 2020 has no day 31"),
        (Day(), "2012-9-26", "This is not a day. Write it as 2012-09-26."),
        (YesNo(), "maybe", "Write yes or no."),
        (YesNo(must_say=True), "", "Write yes or no."),
        (OneOf(Certainty), "sure", "Write one of stated, reported"),
        (OneOf(Certainty), "", "Write one of stated"),
        (Words({"3": 3}, "Write 3."), "5", "Write 3."),
        (NEEDED, "", "Every row needs it."),
        (Number(must="Which?"), "", "Which?"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_remedy(cell, text, words):
    with pytest.raises(BadRow, match=words):
        cell.read(text, KNOWN)


def test_a_choice_is_known_by_its_value_or_its_label():
    assert OneOf(Certainty).read("Stated", KNOWN) is Certainty.STATED
    assert OneOf(Certainty, Certainty.REPORTED).read("", KNOWN) is Certainty.REPORTED
    assert OneOf(Certainty, "").read("", KNOWN) == ""


def test_a_record_is_named(peru):
    cell = Named(Country, "iso3")
    assert cell.read("per", Lookups()) == peru
    assert cell.read("", Lookups()) is None
    assert (cell.write(peru), cell.write(None)) == ("PER", "")
    with pytest.raises(BadRow, match=r"No country has this name. Correct the cell, or enter that country first."):
        cell.read("XXX", Lookups())
    with pytest.raises(BadRow):
        Named(Country, "iso3", must=True).read("", Lookups())
