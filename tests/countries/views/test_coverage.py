"""A file of what is recorded carries the day it speaks of and the last day of its record, in every row."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Coverage, FactKind
from countries.views.coverage import dated_now
from editorial.models import recording
from editorial.tables import Table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(time_machine) -> None:
    time_machine.move_to("2026-11-21 12:00:00+00:00", tick=False)
    with recording(by=None, reason="Test"):
        Coverage.objects.all().delete()
        Coverage.objects.create(kind="stocks", complete_until="2026-02-03")
        Coverage.objects.create(kind="destruction", complete_until="2025-12-31")


def test_every_row_ends_with_the_two_days_of_the_shortest_record(django_assert_num_queries) -> None:
    table = Table("Stocks", ["State", "Bombs"], [["Peru", 2012], ["Chile", 0]])
    with django_assert_num_queries(1):
        found = dated_now(table, FactKind.STOCKS, FactKind.DESTRUCTION)
    assert found.headings[:2] == ["State", "Bombs"]
    rows = [list(row) for row in found.rows]
    assert [row[:2] for row in rows] == [["Peru", 2012], ["Chile", 0]]
    assert {tuple(row[2:]) for row in rows} == {(date(2025, 12, 31), date(2025, 12, 31))}
    assert len(rows[0]) == len(found.headings)


def test_where_nobody_has_said_how_far_the_record_reaches_the_day_is_today_and_its_end_is_not_on_record() -> None:
    found = dated_now(Table("Themes", ["Theme"], [["Retention"]]), FactKind.STATEMENTS)
    (row,) = found.rows
    assert list(row)[1:] == [date(2026, 11, 21), "not on record"]
