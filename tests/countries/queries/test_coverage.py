"""How far the record reaches: the shortest of the kinds that an answer rests on, never further."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Coverage, FactKind
from countries.queries.coverage import EVERY, STANDINGS, Record, acts_towards, asked, coverage_of, record
from editorial.models import recording
from editorial.rules.horizon import UNKNOWN, Horizon
from tests.factories.meetings import make_source
from tests.factories.treaties import make_treaty

FEBRUARY, JUNE = date(2026, 2, 3), date(2026, 6, 30)
ACTS = FactKind.TREATY_ACTS
RECORD = Record(
    {
        (ACTS, "ccm"): Horizon(FEBRUARY, is_whole=True),
        (ACTS, "ccw"): Horizon(JUNE, is_whole=True),
        (FactKind.STOCKS, ""): Horizon(JUNE),
    }
)


class TestReach:
    def test_one_kind_reaches_as_far_as_its_own_row(self) -> None:
        assert RECORD.of(*STANDINGS) == Horizon(FEBRUARY, is_whole=True)
        assert RECORD.of(*acts_towards("ccw")) == Horizon(JUNE, is_whole=True)

    def test_several_reach_no_further_than_the_shortest(self) -> None:
        assert RECORD.of(*acts_towards("ccm", "ccw")) == Horizon(FEBRUARY, is_whole=True)

    def test_one_that_is_on_record_in_part_makes_the_whole_answer_a_part(self) -> None:
        assert RECORD.of((ACTS, "ccw"), (FactKind.STOCKS, "")) == Horizon(JUNE, is_whole=False)

    def test_a_kind_that_nobody_has_looked_at_is_unknown_not_complete(self) -> None:
        assert RECORD.of((FactKind.RETENTION, "")) == UNKNOWN
        assert not RECORD.of((ACTS, "ccm"), (FactKind.RETENTION, "")).is_whole

    def test_every_scope_of_a_kind_together(self) -> None:
        assert RECORD.of((ACTS, EVERY)) == Horizon(FEBRUARY, is_whole=True)
        assert RECORD.of((FactKind.COMPLETIONS, EVERY)) == UNKNOWN


class TestTheTwoDays:
    @pytest.mark.parametrize(
        ("today", "day"),
        [(date(2026, 2, 2), date(2026, 2, 2)), (FEBRUARY, FEBRUARY), (date(2026, 2, 4), FEBRUARY)],
    )
    def test_without_a_day_the_answer_speaks_of_today_or_of_the_last_day_on_record(self, today, day) -> None:
        found = RECORD.asked(None, today=today, about=STANDINGS)
        assert (found.day, found.complete_until, found.is_beyond) == (day, FEBRUARY, False)

    def test_a_day_after_the_record_is_answered_with_its_caveat(self) -> None:
        found = RECORD.asked(date(2026, 2, 4), today=JUNE, about=STANDINGS)
        assert found.is_beyond
        assert found.in_words == "4 February 2026, by the record up to 3 February 2026"
        assert not RECORD.asked(FEBRUARY, today=JUNE, about=STANDINGS).is_beyond


@pytest.mark.django_db
class TestStored:
    @pytest.fixture(autouse=True)
    def rows(self) -> None:
        make_treaty("ccm")
        looked = {"source": make_source("depositary-2026"), "checked_on": JUNE}
        with recording(by=None, reason="Made for a test"):
            Coverage.objects.all().delete()
            Coverage.objects.create(kind=ACTS, scope="ccm", complete_until=FEBRUARY, extent="whole", **looked)
            Coverage.objects.create(kind=FactKind.STOCKS, complete_until=JUNE, extent="part", **looked)
            Coverage.objects.create(kind=FactKind.COMPLETIONS, scope="article-3")

    def test_the_record_is_read_in_one_question(self, django_assert_num_queries) -> None:
        with django_assert_num_queries(1):
            found = record()
        assert found.of(*STANDINGS) == Horizon(FEBRUARY, is_whole=True)
        assert found.of((FactKind.STOCKS, "")) == Horizon(JUNE, is_whole=False)
        assert found.of((FactKind.COMPLETIONS, "article-3")) == UNKNOWN

    def test_an_answer_that_rests_on_nothing_asks_nothing(self, django_assert_num_queries) -> None:
        with django_assert_num_queries(0):
            found = asked(None, today=JUNE, about=())
        assert (found.day, found.complete_until) == (JUNE, None)

    def test_rows_come_in_the_order_asked_for_with_the_titles_of_treaties(self, django_assert_num_queries) -> None:
        with django_assert_num_queries(2):
            found = coverage_of(FactKind.STOCKS, ACTS, FactKind.COMPLETIONS)
        assert [(row.kind, row.scope_title) for row in found] == [
            ("stocks", ""),
            ("treaty_acts", "Convention on Cluster Munitions"),
            ("completions", "Article 3"),
        ]
