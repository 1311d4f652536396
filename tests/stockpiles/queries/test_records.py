"""What boards share is read once, and the claim that counts is chosen from several."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from countries.models import Country
from countries.queries.treaty_standings import treaties_with_parents, treaty_record
from editorial.models import recording
from editorial.queries.kept import Keeping, Room
from editorial.rules.partial_date import PartialDate
from stockpiles.models import Article, CompletionDeclaration, TransparencyReport
from stockpiles.queries.duties import Owed, owed_by_state
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


def test_of_a_month_and_a_day_in_it_the_day_counts_though_it_was_said_earlier() -> None:
    """Austria: November 2010, and 8 November 2010. Of two days that both say, the later: Hungary."""
    month = CompletionDeclaration(last_item_on=PartialDate(2010, 11), made_on=PartialDate(2021))
    day = CompletionDeclaration(last_item_on=PartialDate(2010, 11, 8), made_on=PartialDate(2014))
    assert chosen_completion([month, day]) is chosen_completion([day, month]) is day
    month.rank = "preferred"
    assert chosen_completion([day, month]) is month
    day.rank, month.rank = "superseded", "normal"
    assert chosen_completion([day, month]) is month
    first, last = (CompletionDeclaration(last_item_on=PartialDate(2011, *when)) for when in ((6, 30), (7, 8)))
    assert chosen_completion([last, first]) is last


def test_missing_on_a_day_says_more_than_an_undated_list() -> None:
    """Congo: not submitted as of August 2022; a page without a date lists it as overdue as well."""
    missing = TransparencyReport(missing_as_of=PartialDate(2022, 8))
    earlier, listed = TransparencyReport(missing_as_of=PartialDate(2019, 6, 15)), TransparencyReport()
    assert chosen_report([listed, missing, earlier]) is chosen_report([earlier, missing, listed]) is missing
    assert chosen_report([listed]) is listed


def test_what_was_submitted_counts_before_what_was_missing_once_and_its_day_before_a_page_that_lists_it() -> None:
    """Germany: 20 April 2015; a page of May 2020 lists the report and gives no day."""
    day, by_then = PartialDate(2015, 4, 20), PartialDate(2020, 5, 4, bound="before")
    sent, listed = TransparencyReport(submitted_on=day), TransparencyReport(submitted_on=by_then)
    missing = TransparencyReport(missing_as_of=PartialDate(2022, 8))
    assert chosen_report([missing, listed, sent]) is sent
    assert chosen_report([missing, listed]) is listed


@pytest.mark.django_db
@pytest.mark.usefixtures("reference")
def test_the_stocks_of_all_states_need_three_queries_and_a_second_look_none(django_assert_num_queries) -> None:
    records = Records(TODAY)
    with django_assert_num_queries(3):
        assert len([stock for stock in records.stocks.values() if stock]) == 72
    with django_assert_num_queries(0):
        for pk, stock in records.stocks.items():
            assert stock is None or stock.completed == (records.completion(pk) is not None)


@pytest.mark.django_db
@pytest.mark.usefixtures("reference")
def test_the_meetings_that_can_extend_a_deadline_stand_in_order_with_the_parts_in_which_they_met() -> None:
    days = {meeting.name: meeting for meeting in Records(TODAY).meeting_days}
    assert (days["9MSP"].opens, days["9MSP"].parts) == (date(2019, 9, 2), 1)
    assert (days["2RC"].opens, days["2RC"].parts) == (date(2020, 11, 25), 2)
    assert list(days.values()) == sorted(days.values(), key=lambda meeting: meeting.opens)


@pytest.mark.django_db
@pytest.mark.usefixtures("reference")
def test_the_same_records_answer_for_another_day_without_being_read_again(django_assert_num_queries) -> None:
    records, then = Records(TODAY), date(2012, 1, 1)
    read = (records.stocks, records.completions, records.countries, records.bound)
    earlier = records.on(then)
    with django_assert_num_queries(0):
        assert (earlier.stocks, earlier.completions, earlier.countries) == read[:3]
    assert earlier.as_of == then
    assert {pk: one.deposited_on for pk, one in earlier.bound.items()} == {
        pk: one.deposited_on for pk, one in Records(then).bound.items()
    }
    assert len(earlier.bound) < len(records.bound)
    assert records.on(TODAY) is records


@pytest.mark.django_db
@pytest.mark.usefixtures("reference")
def test_who_is_bound_follows_from_the_courses_that_a_page_knows(django_assert_num_queries) -> None:
    convention = treaty_record(next(one for one in treaties_with_parents() if one.slug == "ccm"))
    records = Records(TODAY, courses=lambda: convention.courses)
    with django_assert_num_queries(1):
        assert len(records.bound) > 100
    assert records.bound == Records(TODAY).bound


@pytest.mark.django_db
@pytest.mark.usefixtures("reference")
class TestKept:
    """From one page to the next, with one question for the words of what may stand anywhere and one for those of states."""

    def board(self, room: Room) -> Mapping[int, Owed]:
        return owed_by_state(Article.DESTRUCTION, Records(TODAY, Keeping(timezone.now(), room)))

    def test_nothing_is_read_again_while_nothing_changed(self, django_assert_num_queries) -> None:
        room = Room()
        first = self.board(room)
        with django_assert_num_queries(2):
            assert self.board(room) is first

    def test_after_a_change_in_one_state_its_rows_alone_are_read(self, django_assert_num_queries) -> None:
        room, peru = Room(), Country.objects.get(iso3="PER")
        first = self.board(room)
        connection.run_on_commit.clear()
        with recording(by=None, reason="Found to be otherwise"):
            done = CompletionDeclaration.objects.get(country=peru)
            done.last_item_on = PartialDate(2023, 12, 16)
            done.save()
        with django_assert_num_queries(6) as asked:
            now = self.board(room)
        assert all(f"IN ({peru.pk})" in query["sql"] for query in asked.captured_queries[2:])
        assert [pk for pk in first if now[pk] is not first[pk]] == [peru.pk]
        assert now[peru.pk].duties[0].outlook.value.words == "107 days early"

    def test_what_may_stand_anywhere_makes_all_anew(self) -> None:
        room = Room()
        first = self.board(room)
        connection.run_on_commit.clear()
        with recording(by=None, reason="Renamed"):
            peru = Country.objects.get(iso3="PER")
            peru.name = "Perú"
            peru.save()
        now = self.board(room)
        assert not [pk for pk in first if now[pk] is first[pk]]
        assert now[peru.pk].duties[0].country.name == "Perú"
