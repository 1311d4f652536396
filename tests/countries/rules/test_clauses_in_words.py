"""Final clauses as readers and partners get them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from countries.rules.clauses_in_words import clauses_in_words
from countries.rules.final_clauses import Counting, FinalClauses

from .treaties import CCM


def said(clauses: FinalClauses) -> dict[str, tuple[str, str]]:
    return {about: (rule, article) for about, rule, article in clauses_in_words(clauses)}


def test_the_convention_in_its_own_articles() -> None:
    words = said(CCM)
    assert words["Entry into force"] == (
        "For the treaty: the first day of the sixth month after the 30th deposit",
        CCM.first_article,
    )
    assert words["Later states"][0] == "For each: the first day of the sixth month after its own deposit"
    assert words["Withdrawal"][0].startswith("Six months after the depositary received the notice")
    assert "armed conflict" in words["Withdrawal"][0]


def test_every_way_of_counting_has_its_words() -> None:
    assert "six months after, to the day," in said(replace(CCM, counting=Counting.SAME_DAY))["Later states"][0]
    assert (
        said(replace(CCM, counting=Counting.AT_ONCE))["Later states"][0]
        == "For each: on the day of its own deposit"
    )


def test_the_end_of_signature() -> None:
    opened = replace(CCM, opened_for_signature=date(2008, 12, 3), closed_for_signature=None)
    until_in_force = replace(opened, signature_ends_at_entry_into_force=True)
    assert said(until_in_force)["Signature"][0] == "From 3 December 2008 until its entry into force"
    until_a_day = replace(opened, signature_ends_at_entry_into_force=False, closed_for_signature=date(2009, 12, 3))
    assert said(until_a_day)["Signature"][0] == "From 3 December 2008 until 3 December 2009"


def test_what_a_treaty_does_not_say_is_left_out() -> None:
    silent = replace(CCM, reservations_article="", withdrawal_months=0, provisional_article="")
    assert not {"Reservations", "Withdrawal", "Provisional application"} & set(said(silent))
