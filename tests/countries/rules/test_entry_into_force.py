"""Entry into force, by the dates of real states."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countries.rules.entry_into_force import (
    counted_threshold_day,
    entry_into_force,
    general_entry_into_force,
    threshold_day,
)
from countries.rules.final_clauses import Counting, FinalClauses, TreatyAct, TreatyKind

from .treaties import CCM, CCW, MINE_BAN, PROTOCOL_V, acceded, act, day, ratified

THIRTIETH = date(2010, 2, 16)

GOLDEN = [
    ("Peru", ratified("2012-09-26"), "2013-03-01"),
    ("Bulgaria", ratified("2011-04-06"), "2011-10-01"),
    ("Guinea", ratified("2014-10-21"), "2015-04-01"),
    ("Cabo Verde", ratified("2010-10-19"), "2011-04-01"),
    ("Guinea-Bissau", ratified("2010-11-29"), "2011-05-01"),
    ("Switzerland", ratified("2012-07-17"), "2013-01-01"),
    ("Chad", ratified("2013-03-26"), "2013-09-01"),
    ("Comoros", ratified("2010-07-28"), "2011-01-01"),
    ("Andorra", acceded("2013-04-09"), "2013-10-01"),
    ("Vanuatu", acceded("2025-09-05"), "2026-03-01"),
    ("Belize", acceded("2014-09-02"), "2015-03-01"),
]


@pytest.mark.parametrize(("state", "deposit", "expected"), GOLDEN, ids=[case[0] for case in GOLDEN])
def test_ccm_17_2_first_day_of_the_sixth_month_after_the_deposit(
    state: str, deposit: TreatyAct, expected: str
) -> None:
    answer = entry_into_force(CCM, deposit, THIRTIETH)
    assert answer.value == day(expected)
    assert answer.article == "CCM, Article 17(2)"


@pytest.mark.parametrize(
    ("state", "deposit"),
    [
        ("Holy See", "2008-12-03"),
        ("Albania", "2009-06-16"),
        ("Burkina Faso", "2010-02-16"),
        ("Moldova", "2010-02-16"),
    ],
)
def test_ccm_17_1_the_first_thirty_are_bound_together(state: str, deposit: str) -> None:
    answer = entry_into_force(CCM, ratified(deposit), THIRTIETH)
    assert answer.value == date(2010, 8, 1)
    assert answer.article == "CCM, Article 17(1)"


def test_the_day_after_the_thirtieth_counts_for_itself() -> None:
    assert entry_into_force(CCM, ratified("2010-02-17"), THIRTIETH).article == "CCM, Article 17(2)"


def test_a_deposit_on_the_first_of_a_month_waits_six_months_too() -> None:
    assert entry_into_force(CCM, ratified("2012-09-01"), THIRTIETH).value == date(2013, 3, 1)
    assert entry_into_force(CCM, ratified("2012-09-30"), THIRTIETH).value == date(2013, 3, 1)


def test_peru_explains_itself() -> None:
    answer = entry_into_force(CCM, ratified("2012-09-26"), THIRTIETH)
    assert answer.arithmetic == (
        "Deposited on 26 September 2012; the sixth month after September 2012 is March 2013, and its first day "
        "1 March 2013."
    )
    assert ("deposit", date(2012, 9, 26)) in answer.inputs


def test_the_convention_itself_entered_into_force_on_1_august_2010() -> None:
    answer = general_entry_into_force(CCM, [])
    assert answer.value == date(2010, 8, 1)
    assert "30th instrument was deposited on 16 February 2010" in answer.arithmetic


def test_mine_ban_treaty_the_fortieth_was_deposited_on_16_september_1998() -> None:
    assert general_entry_into_force(MINE_BAN, []).value == date(1999, 3, 1)
    assert entry_into_force(MINE_BAN, ratified("1998-09-21"), day("1998-09-16")).value == date(1999, 3, 1)
    assert entry_into_force(MINE_BAN, acceded("2012-01-09"), day("1998-09-16")).value == date(2012, 7, 1)


def test_ccw_six_months_to_the_day() -> None:
    assert general_entry_into_force(CCW, []).value == date(1983, 12, 2)
    peru = entry_into_force(CCW, acceded("1997-07-03"), day("1983-06-02"))
    assert peru.value == date(1998, 1, 3)
    assert peru.article == "CCW, Article 5(2)"
    assert entry_into_force(CCW, acceded("2011-08-31"), day("1983-06-02")).value == date(2012, 2, 29)


def test_a_protocol_enters_into_force_under_the_article_of_its_parent() -> None:
    assert general_entry_into_force(PROTOCOL_V, []).value == date(2006, 11, 12)
    afghanistan = entry_into_force(PROTOCOL_V, act("consent", "2017-08-09"), day("2006-05-12"))
    assert afghanistan.value == date(2018, 2, 9)
    assert afghanistan.article == "CCW, Article 5(4)"


def test_nothing_is_in_force_before_enough_have_deposited() -> None:
    young = FinalClauses(treaty="New Treaty", first_article="9", instruments_needed=3)
    deposits = [day("2030-01-05"), day("2030-02-05")]
    assert threshold_day(young, deposits) is None
    answer = general_entry_into_force(young, deposits)
    assert answer.value is None
    assert answer.arithmetic.startswith("2 of the 3 instruments")
    assert entry_into_force(young, ratified("2030-01-05"), None).value is None


def test_the_threshold_is_counted_where_it_is_not_recorded() -> None:
    young = FinalClauses(treaty="New Treaty", instruments_needed=2)
    assert counted_threshold_day(young, [day("2030-03-05"), day("2030-01-05")]) == day("2030-03-05")


def test_a_successor_is_bound_from_the_succession_of_states_where_that_is_known() -> None:
    montenegro = act("succession", "2006-10-23", effective_on=day("2006-06-03"))
    assert entry_into_force(MINE_BAN, montenegro, day("1998-09-16")).value == day("2006-06-03")
    unknown = entry_into_force(MINE_BAN, act("succession", "2011-11-11"), day("1998-09-16"))
    assert unknown.value == day("2011-11-11")
    assert "at the latest" in unknown.arithmetic


def test_a_signature_brings_nothing_into_force() -> None:
    with pytest.raises(ValueError, match="not an instrument"):
        entry_into_force(CCM, act("signature", "2008-12-03"), THIRTIETH)


def test_a_political_declaration_holds_at_once() -> None:
    words = FinalClauses(treaty="Declaration", kind=TreatyKind.DECLARATION, counting=Counting.AT_ONCE)
    assert entry_into_force(words, act("endorsement", "2022-11-18"), None).value == day("2022-11-18")
    assert general_entry_into_force(words, []).value is None


@given(st.dates(min_value=date(2008, 12, 3), max_value=date(2100, 1, 1)))
def test_nobody_is_bound_before_depositing_or_later_than_twenty_months_after(deposit: date) -> None:
    bound = entry_into_force(CCM, act("ratification", deposit.isoformat()), THIRTIETH).value
    assert bound is not None
    assert bound.day == 1
    assert deposit < bound
    if deposit > THIRTIETH:
        assert 150 <= (bound - deposit).days <= 184


@given(st.dates(min_value=date(2008, 12, 3), max_value=date(2100, 1, 1)), st.integers(0, 400))
def test_a_later_deposit_is_never_bound_earlier(deposit: date, later: int) -> None:
    second = date.fromordinal(deposit.toordinal() + later)
    first_bound = entry_into_force(CCM, act("accession", deposit.isoformat()), THIRTIETH).value
    second_bound = entry_into_force(CCM, act("accession", second.isoformat()), THIRTIETH).value
    assert first_bound is not None
    assert second_bound is not None
    assert first_bound <= second_bound
