"""Withdrawals."""

from countries.rules.final_clauses import FinalClauses
from countries.rules.withdrawal import withdrawal_takes_effect

from .treaties import CCM, CCW, MINE_BAN, act, day


def test_lithuania_left_the_ccm_six_months_after_its_notice() -> None:
    answer = withdrawal_takes_effect(CCM, act("withdrawal_notice", "2024-09-06"))
    assert answer.value == day("2025-03-06")
    assert answer.article == "CCM, Article 20(3)"
    assert "six months later is 6 March 2025" in answer.arithmetic


def test_finland_left_the_mine_ban_treaty() -> None:
    assert withdrawal_takes_effect(MINE_BAN, act("withdrawal_notice", "2025-07-10")).value == day("2026-01-10")


def test_the_ccw_takes_a_year() -> None:
    assert withdrawal_takes_effect(CCW, act("withdrawal_notice", "2030-01-31")).value == day("2031-01-31")


def test_a_state_at_war_stays_bound_until_the_war_ends() -> None:
    at_war = act("withdrawal_notice", "2030-01-10", in_armed_conflict=True)
    assert withdrawal_takes_effect(CCM, at_war).value is None
    assert "before that conflict ends" in withdrawal_takes_effect(CCM, at_war).arithmetic
    ended = act("withdrawal_notice", "2030-01-10", in_armed_conflict=True, effective_on=day("2032-05-01"))
    assert withdrawal_takes_effect(CCM, ended).value == day("2032-05-01")


def test_a_war_that_ended_during_the_notice_delays_nothing() -> None:
    ended = act("withdrawal_notice", "2030-01-10", in_armed_conflict=True, effective_on=day("2030-03-01"))
    assert withdrawal_takes_effect(CCM, ended).value == day("2030-07-10")


def test_without_an_article_on_withdrawal_nothing_is_computed() -> None:
    assert withdrawal_takes_effect(FinalClauses(treaty="X"), act("withdrawal_notice", "2030-01-10")).value is None
