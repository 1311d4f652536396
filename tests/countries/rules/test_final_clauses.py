"""What a treaty says about joining and leaving it, and the words in which it is said."""

from __future__ import annotations

from itertools import permutations

import pytest

from countries.rules.final_clauses import (
    DEPOSITS,
    INSTRUMENTS,
    ActionKind,
    Counting,
    FinalClauses,
    TreatyAct,
    TreatyKind,
    in_order,
)

from .treaties import CCM, PROTOCOL_V, act


def test_an_article_is_cited_after_the_treatys_short_name() -> None:
    assert CCM.cite(CCM.later_article) == "CCM, Article 17(2)"
    assert CCM.cite("") == "CCM"


def test_a_protocol_cites_the_articles_of_its_convention() -> None:
    assert PROTOCOL_V.cite(PROTOCOL_V.consent_article, of=PROTOCOL_V.parent) == "CCW, Article 4(4)"


def test_what_is_not_given_is_the_rule_of_article_17_and_no_withdrawal() -> None:
    clauses = FinalClauses("X")
    assert (clauses.months, clauses.counting) == (6, Counting.FIRST_OF_MONTH)
    assert (clauses.withdrawal_months, clauses.withdrawal_waits_for_peace) == (0, False)
    assert clauses.reservations_allowed


@pytest.mark.parametrize(
    ("kind", "label", "verb"),
    [
        (ActionKind.SIGNATURE, "Signature", "signed"),
        (ActionKind.ACCESSION, "Accession", "acceded"),
        (ActionKind.CONSENT, "Consent to be bound", "consented to be bound"),
        (ActionKind.PROVISIONAL, "Declaration of provisional application", "declared provisional application"),
        (ActionKind.INTERPRETATION, "Interpretive declaration", "made an interpretive declaration"),
        (ActionKind.WITHDRAWAL, "Notice of withdrawal", "gave notice of withdrawal"),
    ],
)
def test_acts_in_the_depositarys_words(kind: ActionKind, label: str, verb: str) -> None:
    assert (kind.words, kind.verb) == (label, verb)


def test_every_kind_has_words() -> None:
    for kind in ActionKind:
        assert kind.verb
        assert kind.words[0].isupper()
    assert [kind.words for kind in TreatyKind] == ["Treaty", "Protocol", "Political declaration"]
    assert len({counting.words for counting in Counting}) == len(Counting)


def test_a_succession_and_an_endorsement_join_but_do_not_count_towards_the_thirty_instruments() -> None:
    """CCM, Article 17(1) counts instruments of ratification, acceptance, approval or accession."""
    assert {ActionKind.SUCCESSION, ActionKind.ENDORSEMENT} == DEPOSITS - INSTRUMENTS
    assert not {ActionKind.SIGNATURE, ActionKind.RESERVATION, ActionKind.WITHDRAWAL} & DEPOSITS


def test_on_one_day_signing_comes_before_the_deposit_then_declarations_then_the_notice() -> None:
    """Ireland, the Holy See, Norway and Sierra Leone signed and ratified on 3 December 2008."""
    kinds = ["signature", "ratification", "provisional_application", "withdrawal_notice"]
    acts = [act(kind, "2008-12-03") for kind in kinds]
    for order in permutations(acts):
        assert [one.kind.value for one in in_order(list(order))] == kinds


def test_the_day_comes_before_the_kind() -> None:
    acts: tuple[TreatyAct, ...] = (act("ratification", "2012-09-26"), act("signature", "2012-09-27"))
    assert in_order(acts) == list(acts)
    assert in_order(acts[::-1]) == list(acts)
