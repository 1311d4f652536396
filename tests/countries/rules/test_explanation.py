"""A standing in one sentence."""

from datetime import date

from countries.rules.explanation import standing_sentence
from countries.rules.final_clauses import Counting, FinalClauses, TreatyAct, TreatyKind
from countries.rules.standing import course_of

from .treaties import CCM, CCW, PROTOCOL_V, acceded, act, day, ratified, signed

TODAY = date(2026, 2, 3)
TITLE = "the Convention on Cluster Munitions"


def say(
    state: str, actions: list[TreatyAct], on: str = "2026-02-03", clauses: FinalClauses = CCM, treaty: str = TITLE
) -> str:
    course = course_of(clauses, actions, clauses.threshold_reached_on)
    return standing_sentence(
        state=state, treaty=treaty, course=course, day=day(on), today=TODAY, kind=clauses.kind
    )


def test_peru_today() -> None:
    assert say("Peru", [signed(), ratified("2012-09-26")]) == (
        "Peru is a State Party to the Convention on Cluster Munitions: it signed on 3 December 2008 and ratified on "
        "26 September 2012, and has been bound since 1 March 2013."
    )


def test_peru_on_the_day_it_deposited() -> None:
    assert say("Peru", [signed(), ratified("2012-09-26")], on="2012-09-26") == (
        "On 26 September 2012, Peru had joined the Convention on Cluster Munitions but was not yet bound: it had signed "
        "on 3 December 2008 and ratified on 26 September 2012; it was to enter into force for it on 1 March 2013."
    )


def test_a_negative_standing_has_a_date() -> None:
    assert say("Peru", [], clauses=PROTOCOL_V, treaty="Protocol V") == (
        "Peru has not joined Protocol V as of 3 February 2026."
    )


def test_a_signatory() -> None:
    assert say("Angola", [signed()]) == (
        "Angola is a signatory to the Convention on Cluster Munitions: it signed on 3 December 2008 and has not ratified "
        "as of 3 February 2026."
    )


def test_vanuatu_between_deposit_and_entry_into_force() -> None:
    assert say("Vanuatu", [acceded("2025-09-05")]).endswith(
        "is not yet bound as of 3 February 2026: it acceded on 5 September 2025; "
        "it enters into force for it on 1 March 2026."
    )


def test_lithuania_before_and_after() -> None:
    lithuania = [signed(), ratified("2011-03-24"), act("withdrawal_notice", "2024-09-06")]
    assert say("Lithuania", lithuania) == (
        "Lithuania has not been a State Party to the Convention on Cluster Munitions since 6 March 2025, when its "
        "withdrawal took effect."
    )
    assert "was still a State Party" in say("Lithuania", lithuania, on="2024-12-01")
    assert "which was to take effect on 6 March 2025" in say("Lithuania", lithuania, on="2024-12-01")
    back = [*lithuania, acceded("2025-08-01")]
    assert say("Lithuania", back).endswith(
        "again: it acceded on 1 August 2025, and has been bound since 1 February 2026."
    )
    assert "ratified on 24 March 2011" in say("Lithuania", back, on="2020-01-01")


def test_a_withdrawal_held_up_by_war() -> None:
    at_war = [acceded("2015-01-10"), act("withdrawal_notice", "2025-01-10", in_armed_conflict=True)]
    assert say("Utopia", at_war).endswith("received on 10 January 2025 and held up by an armed conflict.")


def test_a_treaty_not_yet_in_force() -> None:
    young = FinalClauses(treaty="New Treaty", instruments_needed=3)
    sentence = standing_sentence(
        state="Peru",
        treaty="the New Treaty",
        course=course_of(young, [acceded("2026-01-01")], None),
        day=TODAY,
        today=TODAY,
    )
    assert sentence.endswith("it is not yet in force.")


def test_a_party_to_the_ccw_and_a_declaration() -> None:
    assert "Peru is a State Party to the CCW: it acceded on 3 July 1997" in say(
        "Peru", [acceded("1997-07-03")], clauses=CCW, treaty="the CCW"
    )
    words = FinalClauses(treaty="D", kind=TreatyKind.DECLARATION, counting=Counting.AT_ONCE)
    assert say("Peru", [act("endorsement", "2022-11-18")], clauses=words, treaty="the Declaration") == (
        "Peru has endorsed the Declaration, on 18 November 2022."
    )
