"""Deadlines of Articles 3 and 4 in a draft: of States Parties alone, and no more than the record knows."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from ccm_site.drafts.deadlines import clearance_deadline, destruction_deadline
from editorial.rules.explained import Explained
from meetings.models import Meeting
from stockpiles.models import CompletionDeclaration, ExtensionRequest
from stockpiles.queries.asked_for_time import AskedForTime
from stockpiles.rules.dated import DayCount
from stockpiles.rules.deadline import DutyStanding, Outlook
from tests.ccm_site.drafts.subjects import A, B, shown, subject, when, written

FIRST = Explained(date(2021, 3, 1), "CCM, Article 3(2)", (), "8 years later is 1 March 2021.")


def duty(standing: DutyStanding, days: int | None = None, **fields: Any) -> Any:
    counted = DayCount(days, days) if days is not None else None
    words = "1 March 2021 has passed; nothing on record here says whether it was met."
    values = {
        "article": 3,
        "name": "Stockpile destruction",
        "original": FIRST,
        "deadline": FIRST,
        "due": FIRST.value,
        "is_extended": False,
        "steps": (),
        "completion": None,
        "denied": "",
        "standing": standing,
        "outlook": Explained(Outlook(standing, counted), "CCM, Article 3(2)", (), words),
    }
    return SimpleNamespace(**{**values, **fields})


def asked(**fields: Any) -> AskedForTime:
    row = ExtensionRequest(**{"article": 3, "number": 1, "outcome": "granted", "evidence": "stated", **fields})
    return AskedForTime(row, shown(row, A).proof)


@pytest.mark.parametrize("part", [destruction_deadline, clearance_deadline])
def test_one_that_is_not_bound_has_no_deadline(part: Any) -> None:
    found = written(part(subject(unrecorded=(duty(DutyStanding.UNRECORDED),))))
    assert len(found) == 1
    assert found[0].startswith("The convention does not bind Peru, so no deadline for ")


def test_what_one_that_left_had_completed_is_still_told() -> None:
    done = shown(CompletionDeclaration(article=3, last_item_on=when("2014"), certainty="reported"), A)
    assert written(destruction_deadline(subject(completions=(done,))))[1:] == [
        "According to Alpha (undated), it completed the destruction of its stocks: the last item was destroyed in 2014."
    ]


def test_the_days_left_are_counted_from_the_last_day_of_the_record() -> None:
    ahead = Explained(date(2026, 10, 1), "CCM, Article 3(2)", (), "Counted.")
    open_still = duty(DutyStanding.DUE, 240, original=ahead, deadline=ahead, due=ahead.value)
    assert written(destruction_deadline(subject(bound=True, destruction=open_still))) == [
        "The deadline of Peru for destroying its stocks is 1 October 2026.",
        "On 3 February 2026, the last day of the record, 240 days were left until the deadline of 1 October 2026.",
    ]


def test_a_deadline_that_passed_in_silence_accuses_nobody() -> None:
    silent = duty(DutyStanding.NOT_ON_RECORD)
    assert written(destruction_deadline(subject(bound=True, destruction=silent))) == [
        "The deadline of Peru for destroying its stocks was 1 March 2021.",
        "By the record up to 3 February 2026: 1 March 2021 has passed; nothing on record here says whether it was met.",
    ]


def test_a_request_says_how_it_was_decided_and_no_more() -> None:
    granted = asked(
        requested_on=when("March 2020"),
        months_requested=37,
        requested_until=when("1 April 2024"),
        decided_on=when("March 2021"),
        procedure="silence",
        granted_until=when("1 April 2024"),
    )
    undecided = asked(
        number=2,
        outcome="not_found",
        evidence="",
        procedure="meeting",
        requested_until=when("2030"),
        decided_at=None,
    )
    about = subject(bound=True, destruction=duty(DutyStanding.NOT_ON_RECORD), requests=(granted, undecided))
    assert written(destruction_deadline(about))[1:3] == [
        "Request 1: Peru asked in March 2020 for 37 more months, until 1 April 2024. Decided March 2021 by silence "
        "procedure. The new deadline is 1 April 2024.",
        "Request 2: Peru asked, on a day not recorded, for more time. What was decided is not on record here. It asked for "
        "2030.",
    ]


def test_completion_is_told_in_its_dates_the_claim_that_counts_first() -> None:
    meeting = Meeting(short_name="12MSP")
    counts = CompletionDeclaration(
        article=3,
        last_item_on=when("15 December 2020"),
        announced_on=when("January 2021"),
        declared_at=meeting,
        margin_as_stated="two months before the deadline",
        certainty="stated",
        made_on=when("2021"),
    )
    other = CompletionDeclaration(article=3, certainty="reported", made_on=when("2022"))
    said = (shown(other, B), shown(counts, A))
    met = duty(DutyStanding.MET_EARLY, 76, completion=counts)
    found = written(destruction_deadline(subject(bound=True, destruction=met, completions=said)))
    assert found[1:] == [
        "By its own word, as given by Alpha (2021), it completed the destruction of its stocks: the last item was destroyed "
        "on 15 December 2020, it was announced in January 2021, the declaration was made to 12MSP. Its deadline was 1 March "
        "2021: 76 days early. The source counts this as two months before the deadline.",
        "According to Beta (2022), it completed the destruction of its stocks, on a day not recorded.",
    ]


def test_where_nothing_is_on_record_the_date_holds_only_if_there_is_something() -> None:
    assert written(destruction_deadline(subject(bound=True, unrecorded=(duty(DutyStanding.UNRECORDED),)))) == [
        "If there is any stock to destroy, its deadline was 1 March 2021, unless it was extended."
    ]
    ahead = Explained(date(2034, 3, 1), "CCM, Article 4(1)(a)", (), "Counted.")
    of_clearance = duty(DutyStanding.UNRECORDED, article=4, deadline=ahead)
    assert written(clearance_deadline(subject(bound=True, unrecorded=(of_clearance,)))) == [
        "If there is any contamination, its deadline is 1 March 2034, unless it is extended.",
    ]


def test_without_an_end_of_hostilities_no_clock_runs() -> None:
    open_end = duty(
        DutyStanding.DUE, article=4, name="Clearance, hostilities", original=None, deadline=None, due=None
    )
    (words,) = written(clearance_deadline(subject(bound=True, clearances=(open_end,))))
    assert words == open_end.outlook.arithmetic
