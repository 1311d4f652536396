"""Article 3: the real deadlines, and the chains of extensions that moved them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stockpiles.rules.dated import Within, on
from stockpiles.rules.deadline import DutyStanding, outlook
from stockpiles.rules.destruction_deadline import destruction_deadline, original_destruction_deadline
from stockpiles.rules.extension_chain import Request, RequestOutcome

from .golden import GOLDEN

PERU_IN_FORCE = date(2013, 3, 1)
PERU_REQUEST = Request(
    RequestOutcome.GRANTED,
    months_asked=37,
    decided=Within(date(2021, 3, 1), date(2021, 3, 31)),
    months_granted=37,
    granted_until=on(date(2024, 4, 1)),
)
BULGARIA_IN_FORCE = date(2011, 10, 1)
BULGARIA_REQUESTS = (
    Request(
        RequestOutcome.GRANTED,
        months_asked=18,
        filed=Within(date(2019, 4, 1), date(2019, 4, 30)),
        decided=on(date(2019, 9, 4)),
        granted_until=on(date(2021, 4, 1)),
    ),
    Request(
        RequestOutcome.GRANTED,
        decided=Within(date(2021, 1, 1), date(2021, 12, 31)),
        granted_until=Within(date(2022, 10, 1), date(2022, 10, 31)),
    ),
    Request(
        RequestOutcome.GRANTED,
        months_asked=15,
        decided=on(date(2022, 9, 2)),
        months_granted=15,
        granted_until=on(date(2023, 12, 31)),
    ),
)


@pytest.mark.parametrize("state", GOLDEN)
def test_golden_deadline(state):
    _, in_force, _, article_3, _ = GOLDEN[state]
    assert original_destruction_deadline(in_force).value == article_3


def test_the_explanation_cites_the_article_and_shows_the_arithmetic():
    due = original_destruction_deadline(PERU_IN_FORCE)
    assert due.article == "CCM, Article 3(2)"
    assert due.arithmetic == "8 years after entry into force on 1 March 2013 is 1 March 2021."


class TestPeru:
    def test_37_months_lead_to_1_april_2024(self):
        chain = destruction_deadline(PERU_IN_FORCE, [PERU_REQUEST])
        assert chain.original.value == date(2021, 3, 1)
        assert chain.deadline.value == date(2024, 4, 1)
        assert chain.remarks == ()
        assert "37 months after 1 March 2021" in chain.deadline.arithmetic

    def test_completed_on_15_december_2023_is_108_days_early(self):
        chain = destruction_deadline(PERU_IN_FORCE, [PERU_REQUEST])
        stands = outlook(chain.deadline, as_of=date(2024, 1, 1), done=on(date(2023, 12, 15)))
        assert stands.value.standing is DutyStanding.MET_EARLY
        assert stands.value.days.exact == 108
        assert stands.value.words == "108 days early"

    def test_before_the_decision_the_first_deadline_counts(self):
        assert destruction_deadline(PERU_IN_FORCE, [PERU_REQUEST], as_of=date(2021, 2, 28)).deadline.value == date(
            2021, 3, 1
        )

    def test_a_decision_of_march_2021_counts_from_its_first_day_so_peru_never_was_overdue(self):
        chain = destruction_deadline(PERU_IN_FORCE, [PERU_REQUEST], as_of=date(2021, 3, 2))
        assert chain.deadline.value == date(2024, 4, 1)

    def test_completion_is_not_known_the_day_before_it_happens(self):
        chain = destruction_deadline(PERU_IN_FORCE, [PERU_REQUEST])
        stands = outlook(chain.deadline, as_of=date(2023, 12, 14), done=on(date(2023, 12, 15)))
        assert stands.value.standing is DutyStanding.DUE
        assert stands.value.days_left == 109


class TestBulgaria:
    def test_the_chain_ends_on_31_december_2023(self):
        chain = destruction_deadline(BULGARIA_IN_FORCE, BULGARIA_REQUESTS)
        assert [chain.original.value, *(step.until.value for step in chain.steps)] == [
            date(2019, 10, 1),
            date(2021, 4, 1),
            date(2022, 10, 1),
            date(2023, 12, 31),
        ]

    def test_the_granted_date_prevails_over_the_months_and_the_difference_is_said(self):
        chain = destruction_deadline(BULGARIA_IN_FORCE, BULGARIA_REQUESTS)
        assert chain.deadline.value == date(2023, 12, 31)
        assert (
            "15 months from 1 October 2022 lead to 1 January 2024; the decision names 31 December 2023, "
            "which prevails." in chain.remarks
        )

    def test_a_deadline_known_to_the_month_says_so(self):
        chain = destruction_deadline(BULGARIA_IN_FORCE, BULGARIA_REQUESTS)
        assert "The day of the new deadline is not known: 1 October 2022 to 31 October 2022." in chain.remarks

    def test_completion_in_june_2023_is_early_by_a_range(self):
        chain = destruction_deadline(BULGARIA_IN_FORCE, BULGARIA_REQUESTS)
        done = Within(date(2023, 6, 1), date(2023, 6, 30))
        stands = outlook(chain.deadline, as_of=date(2024, 1, 1), done=done)
        assert stands.value.words == "184 to 213 days early"

    @pytest.mark.parametrize(
        ("as_of", "deadline"),
        [
            ("2019-09-03", "2019-10-01"),
            ("2019-09-04", "2021-04-01"),
            ("2022-09-01", "2022-10-01"),
            ("2022-09-02", "2023-12-31"),
        ],
    )
    def test_as_of_any_day(self, as_of, deadline):
        chain = destruction_deadline(BULGARIA_IN_FORCE, BULGARIA_REQUESTS, as_of=date.fromisoformat(as_of))
        assert chain.deadline.value == date.fromisoformat(deadline)

    def test_before_it_was_filed_a_request_does_not_exist(self):
        assert not destruction_deadline(
            BULGARIA_IN_FORCE, BULGARIA_REQUESTS[:1], as_of=date(2019, 3, 31)
        ).open_requests
        assert destruction_deadline(BULGARIA_IN_FORCE, BULGARIA_REQUESTS[:1], as_of=date(2019, 4, 2)).open_requests


def test_colombia_had_destroyed_its_stock_before_it_was_bound():
    chain = destruction_deadline(date(2016, 3, 1))
    done = Within(date(2009, 11, 1), date(2009, 11, 30))
    stands = outlook(chain.deadline, as_of=date(2026, 1, 1), done=done, bound_from=date(2016, 3, 1))
    assert stands.value.standing is DutyStanding.MET_EARLY
    assert "before entry into force on 1 March 2016" in stands.arithmetic


def test_on_the_last_day_is_in_time_and_a_day_later_is_not():
    due = original_destruction_deadline(date(2010, 8, 1))
    assert outlook(due, as_of=date(2020, 1, 1), done=on(date(2018, 8, 1))).value.standing is DutyStanding.MET_EARLY
    late = outlook(due, as_of=date(2020, 1, 1), done=on(date(2018, 8, 2)))
    assert late.value.standing is DutyStanding.MET_LATE
    assert late.value.words == "1 day late"


def test_a_year_that_holds_the_deadline_is_neither_early_nor_late():
    due = original_destruction_deadline(date(2010, 8, 1))
    stands = outlook(due, as_of=date(2020, 1, 1), done=Within(date(2018, 1, 1), date(2018, 12, 31)))
    assert stands.value.standing is DutyStanding.MET_UNDATED
    assert "not exact enough" in stands.value.words


def test_lithuania_owes_nothing_once_its_withdrawal_took_effect():
    due = original_destruction_deadline(date(2011, 9, 1))
    gone = outlook(due, as_of=date(2025, 3, 6), bound_until=date(2025, 3, 6))
    assert gone.value.standing is DutyStanding.NOT_BOUND
    still = outlook(due, as_of=date(2025, 3, 5), bound_until=date(2025, 3, 6))
    assert still.value.standing is DutyStanding.NOT_ON_RECORD


def test_nothing_is_owed_before_entry_into_force():
    due = original_destruction_deadline(date(2026, 3, 1))
    stands = outlook(due, as_of=date(2026, 2, 28), bound_from=date(2026, 3, 1))
    assert stands.value.standing is DutyStanding.NOT_BOUND
    bound = outlook(due, as_of=date(2026, 3, 1), bound_from=date(2026, 3, 1))
    assert bound.value.standing is DutyStanding.DUE


def test_only_what_was_done_by_the_eve_was_done_before_entry_into_force():
    due = original_destruction_deadline(date(2016, 3, 1))

    def words(done):
        return outlook(due, as_of=date(2026, 1, 1), done=on(done), bound_from=date(2016, 3, 1)).arithmetic

    assert "before entry into force" in words(date(2016, 2, 29))
    assert "before entry into force" not in words(date(2016, 3, 1))


def test_exactly_four_years_are_allowed():
    request = Request(RequestOutcome.GRANTED, granted_until=on(date(2024, 8, 1)))
    chain = destruction_deadline(date(2012, 8, 1), [request])
    assert chain.deadline.value == date(2024, 8, 1)
    assert chain.remarks == ()
    assert (
        destruction_deadline(date(2012, 8, 1), [Request(RequestOutcome.GRANTED, months_granted=48)]).remarks == ()
    )


def test_more_than_four_years_is_remarked_not_refused():
    request = Request(RequestOutcome.GRANTED, granted_until=on(date(2024, 8, 2)))
    chain = destruction_deadline(date(2012, 8, 1), [request])
    assert chain.deadline.value == date(2024, 8, 2)
    assert chain.remarks == ("More than the 48 months that CCM, Article 3(3) allows one extension to last.",)


def test_a_refusal_leaves_the_date_and_a_grant_without_date_moves_nothing():
    refused = Request(RequestOutcome.REFUSED, months_asked=12)
    empty = Request(RequestOutcome.GRANTED, months_asked=12)
    chain = destruction_deadline(date(2012, 8, 1), [refused, empty])
    assert chain.deadline.value == date(2020, 8, 1)
    assert chain.open_requests == (empty,)


def test_months_alone_are_counted_from_the_deadline_before():
    chain = destruction_deadline(PERU_IN_FORCE, [Request(RequestOutcome.GRANTED, months_granted=37)])
    assert chain.deadline.value == date(2024, 4, 1)
    assert chain.deadline.arithmetic == "37 months from 1 March 2021 are 1 April 2024."


REQUESTS = st.lists(
    st.builds(
        Request,
        outcome=st.sampled_from(RequestOutcome),
        months_asked=st.none() | st.integers(1, 80),
        decided=st.none() | st.dates(date(2015, 1, 1), date(2030, 1, 1)).map(on),
        months_granted=st.none() | st.integers(1, 80),
        granted_until=st.none() | st.dates(date(2015, 1, 1), date(2040, 1, 1)).map(on),
    ),
    max_size=5,
)


@given(st.dates(date(2010, 8, 1), date(2030, 1, 1)), REQUESTS)
def test_the_last_granted_date_always_is_the_deadline(in_force, requests):
    chain = destruction_deadline(in_force, requests)
    named = [r for r in requests if r.outcome is RequestOutcome.GRANTED and r.granted_until]
    if named and chain.steps and chain.steps[-1].request is named[-1]:
        assert chain.deadline.value == named[-1].granted_until.earliest
    assert len(chain.steps) <= len(requests)
    assert chain.deadline.article.startswith("CCM, Article 3")


@given(st.dates(date(2010, 8, 1), date(2030, 1, 1)), REQUESTS, st.dates(date(2010, 1, 1), date(2045, 1, 1)))
def test_asking_as_of_a_day_never_sees_a_later_decision(in_force, requests, as_of):
    chain = destruction_deadline(in_force, requests, as_of=as_of)
    assert all(step.request.decided is None or step.request.decided.earliest <= as_of for step in chain.steps)


@given(st.dates(), st.dates(), st.none() | st.dates())
def test_an_outlook_always_answers_and_its_days_agree_with_its_word(due_day, as_of, done):
    due = original_destruction_deadline(date(2010, 8, 1))
    due = type(due)(due_day, due.article, due.inputs, due.arithmetic)
    answer = outlook(due, as_of=as_of, done=None if done is None else on(done)).value
    if answer.standing is DutyStanding.MET_EARLY:
        assert answer.days.exact >= 0
    elif answer.standing is DutyStanding.MET_LATE:
        assert answer.days.exact < 0
    elif answer.standing is DutyStanding.DUE:
        assert answer.days_left >= 0
    elif answer.standing is DutyStanding.OVERDUE:
        assert answer.days_left < 0
        assert done is not None  # only a fulfilment that came later proves it here
    else:
        assert answer.standing is DutyStanding.NOT_ON_RECORD
        assert answer.days is None


def test_cameroon_keeps_its_whole_stock_for_training_and_owes_nothing_more():
    due = original_destruction_deadline(date(2013, 1, 1))
    kept = outlook(due, as_of=date(2026, 1, 1), nothing_left="All 6 munitions are retained.")
    assert kept.value.standing is DutyStanding.NOTHING_LEFT
    assert kept.value.words == ""
    assert kept.arithmetic == "All 6 munitions are retained."
