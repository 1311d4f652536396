"""Standing on a day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countries.rules.accumulation import accumulation
from countries.rules.final_clauses import ActionKind, TreatyAct
from countries.rules.order_of_actions import refusals
from countries.rules.standing import Basis, CountedAs, Course, Standing, course_of

from .treaties import CCM, MINE_BAN, PROTOCOL_V, acceded, act, day, ratified, signed

THIRTIETH = day("2010-02-16")
PERU = [signed(), ratified("2012-09-26")]
LITHUANIA = [signed(), ratified("2011-03-24"), act("withdrawal_notice", "2024-09-06")]


def course(actions: list[TreatyAct]) -> Course:
    return course_of(CCM, actions, THIRTIETH)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2008-12-02", Standing.NOT_JOINED),
        ("2008-12-03", Standing.SIGNATORY),
        ("2012-09-25", Standing.SIGNATORY),
        ("2012-09-26", Standing.DEPOSITED),
        ("2013-02-28", Standing.DEPOSITED),
        ("2013-03-01", Standing.IN_FORCE),
        ("2026-02-03", Standing.IN_FORCE),
    ],
)
def test_peru_day_by_day(on: str, expected: Standing) -> None:
    assert course(PERU).on(day(on)).standing is expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2024-09-05", Standing.IN_FORCE),
        ("2024-09-06", Standing.WITHDRAWING),
        ("2025-03-05", Standing.WITHDRAWING),
        ("2025-03-06", Standing.WITHDRAWN),
    ],
)
def test_lithuania_leaves(on: str, expected: Standing) -> None:
    assert course(LITHUANIA).on(day(on)).standing is expected


def test_a_state_that_left_can_come_back() -> None:
    back = course([*LITHUANIA, acceded("2030-01-15")])
    assert back.on(day("2030-01-14")).standing is Standing.WITHDRAWN
    assert back.on(day("2030-01-15")).standing is Standing.DEPOSITED
    assert back.on(day("2030-07-01")).standing is Standing.REJOINED
    assert [m.joined_by for m in back.memberships] == [ActionKind.RATIFICATION, ActionKind.ACCESSION]
    first, again = back.membership_on(day("2020-01-01")), back.membership_on(day("2031-01-01"))
    assert first is not None
    assert again is not None
    assert (first.deposited_on, again.deposited_on) == (day("2011-03-24"), day("2030-01-15"))


def test_holy_see_signed_and_ratified_on_one_day() -> None:
    holy_see = course([ratified("2008-12-03"), signed()])
    assert [p.standing for p in holy_see.phases] == [Standing.NOT_JOINED, Standing.DEPOSITED, Standing.IN_FORCE]
    assert holy_see.signed_on == day("2008-12-03")


def test_andorra_counts_by_deposit_but_not_yet_by_entry_into_force() -> None:
    phase = course([acceded("2013-04-09")]).on(day("2013-07-31"))
    assert phase.counted_as(Basis.DEPOSIT) is CountedAs.PARTY
    assert phase.counted_as(Basis.IN_FORCE) is CountedAs.NEITHER


def test_chad_counts_as_the_signatory_it_still_is_by_entry_into_force() -> None:
    phase = course([signed(), ratified("2013-03-26")]).on(day("2013-07-31"))
    assert phase.counted_as(Basis.DEPOSIT) is CountedAs.PARTY
    assert phase.counted_as(Basis.IN_FORCE) is CountedAs.SIGNATORY


def test_a_withdrawn_state_leaves_both_totals_with_its_signature() -> None:
    phase = course(LITHUANIA).on(day("2025-03-06"))
    assert phase.counted_as(Basis.DEPOSIT) is CountedAs.NEITHER
    assert phase.counted_as(Basis.IN_FORCE) is CountedAs.NEITHER


def test_belize_applied_article_1_provisionally() -> None:
    belize = course([acceded("2014-09-02"), act("provisional_application", "2014-09-02")])
    assert belize.applies_provisionally(day("2014-12-31"))
    assert not belize.applies_provisionally(day("2015-03-01"))
    assert not belize.applies_provisionally(day("2014-09-01"))


def test_every_phase_says_why() -> None:
    for phase in course([*LITHUANIA, acceded("2030-01-15")]).phases:
        assert phase.why.value is phase.standing
        assert phase.why.article.startswith("CCM")
        assert phase.why.arithmetic


def test_a_successor_is_bound_before_it_says_so() -> None:
    montenegro = course_of(
        MINE_BAN, [act("succession", "2006-10-23", effective_on=day("2006-06-03"))], day("1998-09-16")
    )
    assert montenegro.on(day("2006-06-03")).standing is Standing.IN_FORCE
    assert montenegro.on(day("2006-06-02")).standing is Standing.NOT_JOINED
    assert montenegro.membership_on(day("2006-07-01")) is not None


def test_consent_to_a_protocol() -> None:
    afghanistan = course_of(PROTOCOL_V, [act("consent", "2017-08-09")], day("2006-05-12"))
    assert afghanistan.on(day("2018-02-08")).standing is Standing.DEPOSITED
    assert afghanistan.on(day("2018-02-09")).standing is Standing.IN_FORCE


# Any course a state could take, in any order the treaty allows.

DAYS = st.dates(min_value=date(2008, 12, 3), max_value=date(2040, 12, 31))
ACTIONS = st.lists(
    st.builds(
        TreatyAct,
        kind=st.sampled_from(
            [
                ActionKind.SIGNATURE,
                ActionKind.RATIFICATION,
                ActionKind.ACCESSION,
                ActionKind.PROVISIONAL,
                ActionKind.INTERPRETATION,
                ActionKind.WITHDRAWAL,
            ]
        ),
        day=DAYS,
    ),
    max_size=6,
)
RANK = {Standing.NOT_JOINED: 0, Standing.SIGNATORY: 1, Standing.DEPOSITED: 2, Standing.IN_FORCE: 3}


def allowed(actions: list[TreatyAct]) -> list[TreatyAct]:
    bad = {id(r.action) for r in refusals(CCM, actions, THIRTIETH)}
    return [a for a in actions if id(a) not in bad]


def test_a_second_deposit_and_a_notice_out_of_time_change_nothing() -> None:
    assert course([*PERU, ratified("2015-01-01"), act("withdrawal_notice", "2012-12-01")]) == course(PERU)


@given(ACTIONS)
def test_standing_never_goes_backwards_without_a_withdrawal(actions: list[TreatyAct]) -> None:
    kept = [a for a in allowed(actions) if a.kind is not ActionKind.WITHDRAWAL]
    ranks = [RANK[phase.standing] for phase in course(allowed(kept)).phases]
    assert ranks == sorted(ranks)


@given(ACTIONS)
def test_phases_cover_every_day_once_and_change_at_each_turn(actions: list[TreatyAct]) -> None:
    phases = course(allowed(actions)).phases
    assert phases[0].since is None
    assert phases[-1].until is None
    for before, after in pairwise(phases):
        assert before.until == after.since
        assert before.standing is not after.standing


@given(ACTIONS, DAYS)
def test_between_two_turns_nothing_changes(actions: list[TreatyAct], on: date) -> None:
    found = course(allowed(actions)).on(on)
    assert found.since is None or found.since <= on
    assert found.until is None or on < found.until
    if found.until is not None:
        assert course(allowed(actions)).on(found.until - timedelta(days=1)) == found


@given(st.lists(ACTIONS, max_size=8), DAYS, st.sampled_from(Basis))
def test_a_count_is_the_length_of_its_list(states: list[list[TreatyAct]], on: date, basis: Basis) -> None:
    courses = [course(allowed(actions)) for actions in states]
    headings = [c.on(on).counted_as(basis) for c in courses]
    counts = [c for c in accumulation(courses, basis) if c.since <= on]
    parties, signatories = (counts[-1].parties, counts[-1].signatories) if counts else (0, 0)
    assert parties == headings.count(CountedAs.PARTY)
    assert signatories == headings.count(CountedAs.SIGNATORY)


@given(ACTIONS)
def test_nobody_is_bound_before_joining(actions: list[TreatyAct]) -> None:
    for member in course(allowed(actions)).memberships:
        assert member.bound_since is not None
        assert member.deposited_on < member.bound_since
        assert member.left_on is None or member.left_on > member.bound_since


def test_a_membership_has_ended_on_the_very_day_on_which_a_withdrawal_takes_effect():
    member = course(LITHUANIA).membership_on(day("2025-03-06"))
    assert member.left_on == day("2025-03-06")
    assert not member.ended_by(day("2025-03-05"))
    assert member.ended_by(day("2025-03-06"))
