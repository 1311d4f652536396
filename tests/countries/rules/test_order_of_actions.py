"""Who may do what, with the article that forbids the rest."""

import pytest

from countries.rules.final_clauses import FinalClauses, TreatyAct, TreatyKind
from countries.rules.order_of_actions import refusals, signature_closed_on

from .treaties import CCM, CCW, MINE_BAN, PROTOCOL_V, acceded, act, day, ratified, signed

THIRTIETH = day("2010-02-16")
LITHUANIA = [signed(), ratified("2011-03-24"), act("withdrawal_notice", "2024-09-06")]


@pytest.mark.parametrize(
    ("case", "actions", "code", "article"),
    [
        ("accession by a signatory", [signed(), acceded("2014-01-01")], "accession_by_signatory", "16(2)"),
        ("signature on the day of entry into force", [signed("2010-08-01")], "signature_too_late", "15"),
        ("signature after it", [signed("2011-05-05")], "signature_too_late", "15"),
        ("signature before the opening", [signed("2008-05-30")], "signature_too_early", "15"),
        ("signing twice", [signed(), signed("2009-01-01")], "signed_twice", "15"),
        (
            "signature after accession",
            [acceded("2009-02-01"), signed("2009-03-01")],
            "signature_after_deposit",
            "15",
        ),
        ("ratification without signature", [ratified("2012-01-01")], "not_signed", "16(1)"),
        (
            "ratification before the signature",
            [ratified("2008-12-05"), signed("2009-01-01")],
            "not_signed",
            "16(1)",
        ),
        ("joining twice", [signed(), ratified("2012-01-01"), ratified("2013-01-01")], "joined_twice", "16(1)"),
        ("a reservation", [signed(), act("reservation", "2008-12-03")], "reservation", "19"),
        (
            "withdrawal before joining",
            [act("withdrawal_notice", "2012-01-01")],
            "withdrawal_before_joining",
            "20(3)",
        ),
        (
            "withdrawal by a signatory",
            [signed(), act("withdrawal_notice", "2012-01-01")],
            "withdrawal_before_joining",
            "20(3)",
        ),
        (
            "withdrawal before being bound",
            [acceded("2012-01-01"), act("withdrawal_notice", "2012-03-01")],
            "withdrawal_before_in_force",
            "20(3)",
        ),
        ("a second notice", [*LITHUANIA, act("withdrawal_notice", "2024-10-01")], "withdrawn_twice", "20(3)"),
        (
            "provisional application by a signatory",
            [signed(), act("provisional_application", "2009-01-01")],
            "provisional_before_deposit",
            "18",
        ),
        (
            "provisional application after the deposit",
            [acceded("2014-09-02"), act("provisional_application", "2014-10-01")],
            "provisional_not_at_deposit",
            "18",
        ),
        ("ratifying again after leaving", [*LITHUANIA, ratified("2026-01-01")], "signature_spent", "16(2)"),
        ("coming back before having left", [*LITHUANIA, acceded("2025-01-01")], "joined_twice", "16(1)"),
    ],
)
def test_refused_with_its_article(case: str, actions: list[TreatyAct], code: str, article: str) -> None:
    found = refusals(CCM, actions, THIRTIETH)
    assert [r.code for r in found] == [code]
    assert found[0].article == f"CCM, Article {article}"
    assert str(found[0]).endswith(f"(CCM, Article {article})")


@pytest.mark.parametrize(
    ("state", "actions"),
    [
        ("Peru", [signed(), ratified("2012-09-26")]),
        ("Djibouti, two days before the end", [signed("2010-07-30")]),
        ("Holy See, all on one day", [signed(), ratified("2008-12-03")]),
        ("Vanuatu", [acceded("2025-09-05")]),
        ("Belize", [acceded("2014-09-02"), act("provisional_application", "2014-09-02")]),
        ("Lithuania", LITHUANIA),
        ("Lithuania, should it come back", [*LITHUANIA, acceded("2030-01-01")]),
        ("with a declaration", [signed(), act("interpretive_declaration", "2008-12-03"), ratified("2009-06-06")]),
    ],
)
def test_allowed(state: str, actions: list[TreatyAct]) -> None:
    assert refusals(CCM, actions, THIRTIETH) == []


def test_a_refused_act_does_not_open_the_way_for_others() -> None:
    found = refusals(CCM, [signed("2011-01-01"), ratified("2012-01-01")], THIRTIETH)
    assert [r.code for r in found] == ["signature_too_late", "not_signed"]


def test_the_order_of_entry_does_not_matter() -> None:
    assert refusals(CCM, [ratified("2012-09-26"), signed()], THIRTIETH) == []


def test_ccw_could_be_signed_for_twelve_months_and_takes_reservations() -> None:
    assert refusals(CCW, [signed("1982-04-08"), act("reservation", "1982-04-08")], None) == []
    assert [r.code for r in refusals(CCW, [signed("1982-04-10")], None)] == ["signature_too_late"]


def test_ccw_lets_a_state_that_has_not_signed_accept() -> None:
    chile = [act("acceptance", "2003-10-15")]
    assert refusals(CCW, chile, None) == []
    assert [r.code for r in refusals(MINE_BAN, chile, None)] == ["not_signed"]


def test_a_protocol_needs_its_parent_first() -> None:
    consent = act("consent", "2006-05-12")
    assert refusals(PROTOCOL_V, [consent], None, parent_actions=[acceded("2002-08-28")]) == []
    assert refusals(PROTOCOL_V, [consent], None) == []
    never = refusals(PROTOCOL_V, [consent], None, parent_actions=[])
    assert never[0].code == "parent_not_joined"
    assert never[0].article == "CCW, Article 4(4)"
    late = refusals(PROTOCOL_V, [consent], None, parent_actions=[acceded("2007-01-01")])
    assert "only on 1 January 2007" in late[0].message


@pytest.mark.parametrize("kind", ["signature", "ratification", "accession", "endorsement"])
def test_a_protocol_is_joined_by_consent_only(kind: str) -> None:
    assert refusals(PROTOCOL_V, [act(kind, "2006-05-12")], None)[0].code == "kind_unknown"


def test_a_treaty_knows_no_endorsement_and_a_declaration_no_signature() -> None:
    assert refusals(CCM, [act("endorsement", "2012-01-01")], None)[0].code == "kind_unknown"
    words = FinalClauses(treaty="Declaration", kind=TreatyKind.DECLARATION)
    assert refusals(words, [signed()], None)[0].code == "kind_unknown"
    assert refusals(words, [act("endorsement", "2022-11-18")], None) == []


def test_ccm_could_be_signed_until_its_entry_into_force() -> None:
    assert signature_closed_on(CCM, THIRTIETH) == day("2010-08-01")
    assert signature_closed_on(CCM, None) is None
    assert signature_closed_on(CCW, None) == day("1982-04-10")


def test_lithuania_may_accede_again_from_the_very_day_on_which_its_withdrawal_takes_effect():
    assert refusals(CCM, [*LITHUANIA, acceded("2025-03-06")], THIRTIETH) == []
    [too_early] = refusals(CCM, [*LITHUANIA, acceded("2025-03-05")], THIRTIETH)
    assert too_early.code == "joined_twice"
