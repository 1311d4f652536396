"""Deadlines of all states as of any day: the real cases, and the number of queries."""

from datetime import date

import pytest

from countries.models import Country
from stockpiles.models import (
    ActivityClaim,
    ClearanceObligation,
    ContaminationOrigin,
    DestructionRecord,
    ExtensionRequest,
    StockpileHolding,
)
from stockpiles.queries import stock
from stockpiles.queries.duties import deadline_board
from stockpiles.queries.overview import overview
from stockpiles.rules.deadline import DutyStanding
from stockpiles.rules.ledger import ledger

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


def duty(article, name, as_of=TODAY, what=""):
    board = deadline_board(article, as_of=as_of)
    return next(d for d in board.duties if d.country.name == name and d.name.startswith(what))


def test_a_board_makes_the_ledger_of_no_state_that_declared_completion(monkeypatch, in_a_change):
    made = []
    silent = Country.objects.get(iso3="CPV")
    StockpileHolding.objects.create(country=silent, munitions=5, as_of="2015", note="[@nobody]")

    def noted(figures, **done):
        made.append(done["completed"])
        return ledger(figures, **done)

    monkeypatch.setattr(stock, "ledger", noted)
    board = deadline_board(3, as_of=TODAY)
    assert {duty.completion is not None for duty in board.duties} == {True, False}
    assert made
    assert not any(made)


class TestArticle3:
    def test_peru(self):
        peru = duty(3, "Peru")
        assert peru.chain.original.value == date(2021, 3, 1)
        assert peru.due == date(2024, 4, 1)
        assert peru.is_extended
        assert peru.outlook.value.words == "108 days early"

    def test_bulgaria_ends_on_31_december_2023(self):
        bulgaria = duty(3, "Bulgaria")
        assert [s.until.value for s in bulgaria.chain.steps] == [
            date(2021, 4, 1),
            date(2022, 10, 1),
            date(2023, 12, 31),
        ]

    def test_every_computed_deadline_agrees_with_the_reference_column(self):
        import csv

        from stockpiles.importing.columns import FOLDER

        with (FOLDER / "stockpiles.csv").open(encoding="utf-8") as handle:
            printed = {row["iso3"]: date.fromisoformat(row["art3_deadline"]) for row in csv.DictReader(handle)}
        duties = deadline_board(3, as_of=TODAY).duties
        computed = {d.country.iso3: d.due for d in duties}
        assert printed.items() <= computed.items()
        others = [d for d in duties if d.country.iso3 not in printed]  # said to have held stocks, without figures
        assert {d.country.iso3 for d in others} >= {"AFG", "IRQ"}
        assert all(d.standing is DutyStanding.NOTHING_LEFT for d in others), others

    def test_peru_on_the_day_after_its_first_deadline_was_not_overdue(self):
        assert duty(3, "Peru", date(2021, 3, 2)).standing is DutyStanding.DUE

    def test_slovakia_in_2021_could_still_ask_for_more_time(self):
        slovakia = duty(3, "Slovakia", date(2021, 3, 2))
        assert slovakia.standing is DutyStanding.DUE
        assert slovakia.filing.value == date(2022, 12, 11)
        assert "11MSP opens on 11 September 2023" in slovakia.filing.arithmetic

    def test_guinea_bissau_is_not_called_overdue_before_it_said_that_it_holds_none(self):
        assert duty(3, "Guinea-Bissau", date(2022, 5, 30)).standing is DutyStanding.NOT_ON_RECORD
        assert duty(3, "Guinea-Bissau", date(2022, 5, 31)).standing is DutyStanding.NOTHING_LEFT

    def test_cameroon_keeps_its_whole_stock(self):
        assert duty(3, "Cameroon").standing is DutyStanding.NOTHING_LEFT

    def test_a_state_without_stocks_on_record_is_named_as_silent_not_as_compliant(self):
        board = deadline_board(3, as_of=TODAY)
        assert "Cabo Verde" in [country.name for country in board.silent]
        assert "Cabo Verde" not in [d.country.name for d in board.duties]
        assert len(board.duties) + len(board.silent) + len(board.said_to_hold_none) == 113

    def test_a_state_of_which_nobody_says_that_it_has_stocks_is_not_said_to_have_none_left(self):
        """Ireland never had any, by its own word: it owes nothing, and is on no board of who destroyed what."""
        board = deadline_board(3, as_of=TODAY)
        (ireland,) = [d for d in board.unrecorded if d.country.name == "Ireland"]
        assert ireland.country in board.said_to_hold_none
        assert ireland.country not in board.silent
        assert ireland.denied == "The state says that it holds no stocks (said on 5 August 2015)."
        assert ireland.standing is DutyStanding.UNRECORDED

    def test_mali_destroyed_what_it_had_and_says_that_it_holds_none(self):
        mali = duty(3, "Mali")
        assert mali.standing is DutyStanding.NOTHING_LEFT
        assert mali.outlook.arithmetic == "The state says that it holds no stocks (said on 19 June 2019)."
        assert mali.country not in deadline_board(3, as_of=TODAY).said_to_hold_none

    def test_a_state_of_which_only_destruction_is_on_record_is_bound_all_the_same(self, in_a_change):
        zambia = Country.objects.get(iso3="ZMB")
        ActivityClaim.objects.filter(country=zambia, activity="stockpiling").delete()
        DestructionRecord.objects.create(country=zambia, scope="total", munitions=3, period_end="2009")
        board = deadline_board(3, as_of=TODAY)
        assert zambia in board.silent
        (row,) = [row for row in overview(as_of=TODAY).rows if row.country == zambia]
        assert row.duty.standing is DutyStanding.UNRECORDED

    def test_a_state_that_had_not_joined_yet_is_not_there(self):
        board = deadline_board(3, as_of=date(2013, 7, 31))
        assert "Slovakia" not in [d.country.name for d in board.duties]


class TestArticle4:
    def test_bosnia_met_its_third_deadline(self):
        bosnia = duty(4, "Bosnia and Herzegovina")
        assert bosnia.due == date(2023, 9, 1)
        assert bosnia.standing is DutyStanding.MET_EARLY

    def test_mauritania_passed_with_a_request_undecided(self):
        assert duty(4, "Mauritania").standing is DutyStanding.PASSED_UNDECIDED

    def test_germany_was_granted_august_2025_and_only_asked_for_august_2030(self):
        chain = duty(4, "Germany").chain
        assert chain.steps[0].until.value == date(2025, 8, 1)
        assert [request.outcome.value for request in chain.open_requests] == ["not_found"]

    def test_lebanon_has_until_may_2026_by_silence_procedure(self):
        (step,) = duty(4, "Lebanon").chain.steps
        assert (step.until.value, str(step.request.decided)) == (date(2026, 5, 1), "April 2021")

    def test_no_deadline_runs_while_hostilities_last(self, in_a_change):
        chad = Country.objects.get(iso3="TCD")
        ClearanceObligation.objects.create(
            country=chad, name="later", origin=ContaminationOrigin.LATER_HOSTILITIES
        )
        later = duty(4, "Chad", what="Clearance, later")
        assert later.due is None
        assert "no deadline is counted" in later.outlook.arithmetic


@pytest.mark.parametrize("article", [3, 4, 7])
@pytest.mark.parametrize("as_of", [date(2005, 1, 1), date(2013, 7, 31), date(2021, 3, 2), TODAY, date(2060, 1, 1)])
def test_the_board_needs_at_most_eight_queries_on_any_day(article, as_of, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        for one in deadline_board(article, as_of=as_of).duties:
            assert one.country.name
            assert one.outlook.arithmetic


def test_twice_the_records_need_no_further_query(in_a_change, django_assert_max_num_queries):
    states = list(Country.objects.states())
    for state in states:
        ExtensionRequest.objects.create(country=state, number=9, requested_on="2020", outcome="pending")
        ActivityClaim.objects.create(country=state, activity="stockpiling", answer="yes")
    with django_assert_max_num_queries(9):
        board = deadline_board(3, as_of=TODAY)
    assert not board.silent


def test_another_article_sets_no_deadline():
    with pytest.raises(ValueError, match="ask for 3, 4 or 7"):
        deadline_board(5, as_of=TODAY)
