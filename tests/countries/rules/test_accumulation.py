"""How membership grew and shrank: real states, on the days around each change."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countries.rules.accumulation import Count, accumulation
from countries.rules.final_clauses import TreatyAct
from countries.rules.standing import Basis, CountedAs, Course, course_of

from .treaties import CCM, acceded, act, day, ratified, signed

THIRTIETH = day("2010-02-16")
PERU = [signed(), ratified("2012-09-26")]
LITHUANIA = [signed(), ratified("2011-03-24"), act("withdrawal_notice", "2024-09-06")]
SLOVAKIA = [acceded("2015-07-24")]
ANGOLA = [signed()]


def courses(*states: list[TreatyAct]) -> list[Course]:
    return [course_of(CCM, acts, THIRTIETH) for acts in states]


def counts(basis: Basis, *states: list[TreatyAct]) -> list[tuple[str, int, int]]:
    return [(one.since.isoformat(), one.parties, one.signatories) for one in accumulation(courses(*states), basis)]


def test_peru_by_deposit_is_a_party_from_the_day_it_deposited() -> None:
    assert counts(Basis.DEPOSIT, PERU) == [("2008-12-03", 0, 1), ("2012-09-26", 1, 0)]


def test_peru_by_entry_into_force_stays_a_signatory_until_the_first_of_the_sixth_month() -> None:
    assert counts(Basis.IN_FORCE, PERU) == [("2008-12-03", 0, 1), ("2013-03-01", 1, 0)]


def test_slovakia_which_never_signed_counts_nowhere_before_it_is_bound() -> None:
    assert counts(Basis.DEPOSIT, SLOVAKIA) == [("2015-07-24", 1, 0)]
    assert counts(Basis.IN_FORCE, SLOVAKIA) == [("2016-01-01", 1, 0)]


def test_lithuania_is_counted_until_its_withdrawal_takes_effect_and_the_notice_changes_nothing() -> None:
    assert counts(Basis.DEPOSIT, LITHUANIA) == [
        ("2008-12-03", 0, 1),
        ("2011-03-24", 1, 0),
        ("2025-03-06", 0, 0),
    ]


def test_states_that_sign_on_one_day_make_one_entry() -> None:
    found = accumulation(courses(PERU, ANGOLA, LITHUANIA), Basis.DEPOSIT)
    assert found[0] == Count(date(2008, 12, 3), parties=0, signatories=3)
    assert [one.joined for one in found] == [3, 3, 3, 2]


def test_a_day_on_which_one_joins_and_another_leaves_is_no_change() -> None:
    """A count is listed only where it changed: one in and one out leave it as it was."""
    joins = [acceded("2025-03-06")]
    assert counts(Basis.DEPOSIT, LITHUANIA, joins)[-1] == ("2011-03-24", 1, 0)


def test_nobody_is_no_count() -> None:
    assert accumulation([], Basis.DEPOSIT) == ()
    assert accumulation(courses([]), Basis.IN_FORCE) == ()


@pytest.mark.parametrize("basis", Basis)
@given(
    st.lists(st.sampled_from([PERU, LITHUANIA, SLOVAKIA, ANGOLA]), max_size=6),
    st.dates(date(2008, 1, 1), date(2027, 1, 1)),
)
def test_the_last_entry_not_after_a_day_is_what_counting_state_by_state_gives(
    basis: Basis, states: list[list[TreatyAct]], on: date
) -> None:
    every = courses(*states)
    counted = [course.on(on).counted_as(basis) for course in every]
    before = [one for one in accumulation(every, basis) if one.since <= on]
    newest = before[-1] if before else Count(on, 0, 0)
    assert (newest.parties, newest.signatories) == (
        counted.count(CountedAs.PARTY),
        counted.count(CountedAs.SIGNATORY),
    )
