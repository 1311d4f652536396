"""The reports that states owe under Article 7."""

from datetime import date

import pytest

from stockpiles.queries.duties import deadline_board
from stockpiles.rules.deadline import DutyStanding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


def duty(article, name, as_of=TODAY, what=""):
    board = deadline_board(article, as_of=as_of)
    return next(d for d in board.duties if d.country.name == name and d.name.startswith(what))


class TestArticle7:
    def test_bulgaria_was_two_days_early_with_its_first_report(self):
        assert duty(7, "Bulgaria", what="First").outlook.value.words == "2 days early"

    def test_congo_was_overdue_as_of_the_day_of_its_source_and_no_later(self):
        assert duty(7, "Congo", date(2022, 8, 1), what="First").standing is DutyStanding.OVERDUE
        now = duty(7, "Congo", what="First")
        assert now.standing is DutyStanding.OVERDUE_THEN
        assert now.outlook.value.words == ""
        assert "as of August 2022, a source says" in now.outlook.arithmetic

    def test_canada_is_only_not_on_record(self):
        assert duty(7, "Canada", what="First").standing is DutyStanding.NOT_ON_RECORD

    def test_switzerland_printed_due_date_is_shown_beside_the_treaty_one(self):
        swiss = duty(7, "Switzerland", what="First")
        assert swiss.due == date(2013, 6, 30)
        assert swiss.printed_due == ("28 June 2013",)

    def test_both_days_printed_for_guinea_are_shown_and_the_day_of_the_treaty_counts(self):
        guinea = duty(7, "Guinea", what="First")
        assert guinea.due == date(2015, 9, 28)
        assert guinea.printed_due == ("19 April 2015", "30 September 2015")

    def test_a_due_date_printed_rightly_is_none_of_them(self):
        assert duty(7, "South Africa", what="First").printed_due == ()

    def test_an_undated_list_takes_nothing_from_a_source_that_names_its_day(self):
        """Two pages without a date list Congo as overdue beside the edition that speaks of August 2022."""
        report = duty(7, "Congo", what="First").report
        assert str(report.missing_as_of) == "August 2022"

    def test_lithuania_owes_nothing_after_it_left(self):
        board = deadline_board(7, as_of=TODAY)
        ours = {d.standing for d in board.duties if d.country.name == "Lithuania"}
        assert ours == {DutyStanding.NOT_BOUND}
