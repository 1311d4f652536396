"""What falls due next."""

from datetime import date

import pytest

from stockpiles.queries.bound import bound_states
from stockpiles.queries.coming_up import coming_up
from stockpiles.queries.duties import deadline_board

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


def duty(article, name, as_of=TODAY, what=""):
    board = deadline_board(article, as_of=as_of)
    return next(d for d in board.duties if d.country.name == name and d.name.startswith(what))


class TestComingUp:
    def test_the_nearest_first_and_the_next_annual_reports(self):
        found = coming_up(as_of=date(2026, 2, 3), until=date(2026, 5, 6))
        days = [d.due for d in found.duties if d.due]
        assert len(days) == len(found.duties) > 0
        assert days == sorted(days)
        assert date(2026, 2, 3) < days[0] <= days[-1] <= date(2026, 5, 6)
        assert found.later == ()
        assert found.annual.value == date(2026, 4, 30)
        assert found.is_annual_due

    def test_an_empty_stretch_names_what_comes_first_after_it(self):
        found = coming_up(as_of=date(2026, 11, 22), until=date(2027, 2, 22))
        assert found.duties == ()
        assert all(d.due > date(2027, 2, 22) for d in found.later)
        assert found.annual.value == date(2027, 4, 30)
        assert not found.is_annual_due

    def test_on_the_day_itself_the_annual_reports_are_those_of_the_next_year(self):
        assert coming_up(as_of=date(2026, 4, 30), until=date(2026, 5, 1)).annual.value == date(2027, 4, 30)

    def test_a_state_that_left_before_the_day_owes_no_report(self):
        before = coming_up(as_of=date(2025, 3, 1), until=date(2025, 6, 1))
        bound = sum(1 for member in bound_states(as_of=date(2025, 3, 1)).values() if member.on(date(2025, 4, 30)))
        assert before.annual_owed_by == bound
        assert "Lithuania" not in {m.country.name for m in bound_states().values() if m.on(date(2025, 4, 30))}

    def test_queries(self, django_assert_max_num_queries):
        with django_assert_max_num_queries(10):
            coming_up(as_of=TODAY, until=date(2027, 3, 1))
