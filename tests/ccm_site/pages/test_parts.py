"""What the composed pages are made of: events in the order of time, and one moment for all parts of a page."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ccm_site.pages.parts import Event, PageMoment, this_moment
from countries.models import FactKind
from countries.queries.coverage import Record
from editorial.queries.kept import Keeping
from editorial.rules.horizon import Horizon
from editorial.rules.partial_date import PartialDate

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
FEBRUARY = date(2026, 2, 3)


def test_an_event_is_shown_as_exactly_as_it_is_known() -> None:
    day, month = Event(date(2008, 12, 3), "Signed"), Event(PartialDate.parse("2007-05"), "Lima")
    assert (day.iso, day.shown) == ("2008-12-03", "3 December 2008")
    assert (month.iso, month.shown) == ("2007-05", "May 2007")


def test_events_of_any_precision_stand_in_one_order_by_their_first_possible_day() -> None:
    dates = [date(2007, 5, 2), PartialDate.parse("2007-05"), PartialDate.parse("2007"), date(2007, 4, 30)]
    ordered = sorted((Event(when, "") for when in dates), key=lambda event: event.order)
    assert [event.shown for event in ordered] == ["2007", "30 April 2007", "May 2007", "2 May 2007"]


def moment_of(record: Record) -> PageMoment:
    """A moment at which this is how far the record reaches."""
    kept = Keeping(NOON, None)
    kept.value("coverage", lambda: record)
    return PageMoment(NOON, kept)


def test_what_rests_on_the_convention_speaks_of_the_last_day_of_its_own_record() -> None:
    record = Record({(FactKind.TREATY_ACTS, "ccm"): Horizon(FEBRUARY, is_whole=True)})
    moment = moment_of(record)
    assert (moment.standings.day, moment.standings.complete_until) == (FEBRUARY, FEBRUARY)
    assert not moment.standings.is_asked


def test_a_record_that_reaches_beyond_today_does_not_make_the_page_speak_of_tomorrow() -> None:
    record = Record({(FactKind.TREATY_ACTS, "ccm"): Horizon(date(2027, 1, 1), is_whole=True)})
    assert moment_of(record).standings.day == NOON.date()


def test_of_stocks_of_which_nobody_has_said_how_far_they_reach_nothing_is_claimed() -> None:
    assert moment_of(Record({})).stocks.complete_until is None


@pytest.mark.django_db
def test_the_record_is_read_once_for_all_parts(django_assert_num_queries, time_machine) -> None:
    time_machine.move_to(NOON, tick=False)
    with django_assert_num_queries(1):
        moment = this_moment()
        days = {moment.standings.day, moment.standings.day, moment.stocks.day}
    assert moment.now == NOON
    assert days <= {NOON.date(), moment.standings.day}
    assert moment.stock_records is moment.stock_records
