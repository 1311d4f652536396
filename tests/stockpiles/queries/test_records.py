"""What boards share is read once, and the claim that counts is chosen from several."""

from __future__ import annotations

from datetime import date

import pytest

from editorial.rules.partial_date import PartialDate
from stockpiles.models import CompletionDeclaration, TransparencyReport
from stockpiles.queries.records import Records, chosen_completion, chosen_report

TODAY = date(2026, 2, 3)


def test_of_several_completions_the_newest_counts_unless_one_is_preferred() -> None:
    older = CompletionDeclaration(last_item_on=PartialDate(2023, 6))
    newer = CompletionDeclaration(last_item_on=PartialDate(2023, 12, 15))
    assert chosen_completion([newer, older]) is newer
    older.rank = "preferred"
    assert chosen_completion([newer, older]) is older
    assert chosen_completion([]) is None


def test_a_superseded_report_never_counts() -> None:
    assert chosen_report([TransparencyReport(rank="superseded", submitted_on=PartialDate(2013))]) is None


@pytest.mark.django_db
@pytest.mark.usefixtures("reference")
def test_the_stocks_of_all_states_need_two_queries_and_a_second_look_none(django_assert_num_queries) -> None:
    records = Records(TODAY)
    with django_assert_num_queries(2):
        assert len(records.stocks) == 36
    with django_assert_num_queries(0):
        assert {pk for pk, stock in records.stocks.items() if stock.completed} <= set(records.completed)


@pytest.mark.django_db
@pytest.mark.usefixtures("reference")
def test_the_meetings_that_can_extend_a_deadline_stand_in_order_with_the_parts_in_which_they_met() -> None:
    days = {meeting.name: meeting for meeting in Records(TODAY).meeting_days}
    assert (days["9MSP"].opens, days["9MSP"].parts) == (date(2019, 9, 2), 1)
    assert (days["2RC"].opens, days["2RC"].parts) == (date(2020, 11, 25), 2)
    assert list(days.values()) == sorted(days.values(), key=lambda meeting: meeting.opens)
