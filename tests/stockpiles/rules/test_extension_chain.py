"""What was asked for stays apart from what was granted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.explained import Explained
from stockpiles.rules.dated import Within, on
from stockpiles.rules.extension_chain import Request, RequestOutcome, chain_of_extensions

GERMANY = Explained(date(2020, 8, 1), "CCM, Article 4(1)(a)", (), "")
CHAD = Explained(date(2023, 9, 1), "CCM, Article 4(1)(a)", (), "")


def chain(original, *requests, as_of=None):
    return chain_of_extensions(original, requests, article="CCM, Article 4(5)", longest_months=60, as_of=as_of)


def test_germany_asked_for_august_2030_and_that_it_was_granted_is_not_on_record():
    first = Request(RequestOutcome.GRANTED, decided=on(date(2019, 9, 4)), granted_until=on(date(2025, 8, 1)))
    second = Request(RequestOutcome.NOT_FOUND, months_asked=60, asked_until=on(date(2030, 8, 1)))
    found = chain(GERMANY, first, second)
    assert found.deadline.value == date(2025, 8, 1)
    assert found.open_requests == (second,)
    assert found.asked.value == date(2030, 8, 1)
    assert found.asked.arithmetic == "The state asked for 1 August 2030; that it was granted is not on record."
    assert "authoritative" not in found.asked.arithmetic


def test_months_asked_for_are_counted_from_the_deadline_that_holds():
    found = chain(GERMANY, Request(RequestOutcome.PENDING, months_asked=60))
    assert found.asked.value == date(2025, 8, 1)
    assert "60 months from 1 August 2020, to 1 August 2025" in found.asked.arithmetic


def test_without_a_date_or_months_nothing_is_said_of_what_was_asked():
    assert chain(GERMANY, Request(RequestOutcome.NOT_FOUND)).asked is None


def test_only_a_decision_on_record_is_authoritative():
    decided = chain(
        GERMANY, Request(RequestOutcome.GRANTED, decided=on(date(2019, 9, 4)), granted_until=on(date(2025, 8, 1)))
    )
    assert "The decision names 1 August 2025, which is authoritative" in decided.deadline.arithmetic
    undated = chain(GERMANY, Request(RequestOutcome.GRANTED, granted_until=on(date(2025, 8, 1))))
    assert undated.deadline.arithmetic.startswith("A source gives 1 August 2025 as the date granted")
    later = chain(
        GERMANY,
        Request(
            RequestOutcome.GRANTED,
            decided=on(date(2019, 9, 4)),
            granted_until=on(date(2025, 8, 1)),
            evidence="later_text",
        ),
    )
    assert later.deadline.arithmetic.startswith(
        "A later text gives 1 August 2025 as the deadline; the decision itself"
    )
    unstated = chain(GERMANY, Request(RequestOutcome.GRANTED, granted_until=on(date(2025, 8, 1)), evidence=""))
    assert "no source that states the decision is on record" in unstated.deadline.arithmetic
    for found in (later, unstated, undated):
        assert "authoritative" not in found.deadline.arithmetic


def test_chad_second_extension_is_counted_from_the_date_first_asked_for():
    first = Request(RequestOutcome.NOT_FOUND, asked_until=on(date(2024, 10, 1)))
    second = Request(RequestOutcome.GRANTED, decided=on(date(2024, 9, 10)), granted_until=on(date(2026, 10, 1)))
    found = chain(CHAD, first, second)
    assert found.deadline.value == date(2026, 10, 1)
    assert "24 months after 1 October 2024" in found.deadline.arithmetic
    assert "that it was granted is not on record" in found.deadline.arithmetic
    assert found.remarks == ()
    assert found.open_requests == ()
    assert found.asked is None


def test_a_refusal_ends_what_was_asked_for_but_only_from_its_day():
    refused = Request(RequestOutcome.REFUSED, months_asked=12, decided=on(date(2020, 7, 1)))
    assert chain(GERMANY, refused, as_of=date(2020, 6, 30)).open_requests == (refused,)
    assert chain(GERMANY, refused, as_of=date(2020, 7, 1)).open_requests == ()


def test_a_request_counts_from_the_very_day_on_which_it_was_filed():
    filed = Request(RequestOutcome.PENDING, months_asked=12, filed=on(date(2019, 4, 1)))
    assert chain(GERMANY, filed, as_of=date(2019, 4, 1)).open_requests == (filed,)
    assert chain(GERMANY, filed, as_of=date(2019, 3, 31)).open_requests == ()


def test_a_request_filed_in_march_counts_from_the_first_of_march():
    filed = Request(RequestOutcome.PENDING, months_asked=12, filed=Within(date(2019, 3, 1), date(2019, 3, 31)))
    assert chain(GERMANY, filed, as_of=date(2019, 3, 1)).open_requests == (filed,)
    assert chain(GERMANY, filed, as_of=date(2019, 2, 28)).open_requests == ()


def test_a_refusal_closes_the_requests_that_waited_before_it():
    """Otherwise a state whose request was turned down would for ever be waiting for an answer."""
    waiting = Request(RequestOutcome.NOT_FOUND, asked_until=on(date(2022, 8, 1)))
    refused = Request(RequestOutcome.REFUSED, months_asked=24, decided=on(date(2020, 7, 1)))
    before = chain(GERMANY, waiting, refused, as_of=date(2020, 6, 30))
    assert before.open_requests == (waiting, refused)
    assert before.asked.value == date(2024, 8, 1)
    after = chain(GERMANY, waiting, refused, as_of=date(2020, 7, 1))
    assert after.open_requests == ()
    assert after.asked is None
    assert after.deadline == GERMANY


def test_a_refusal_without_a_day_counts_from_the_deadline_it_would_have_moved():
    refused = Request(RequestOutcome.REFUSED, months_asked=24)
    assert chain(GERMANY, refused, as_of=date(2020, 7, 31)).open_requests == (refused,)
    assert chain(GERMANY, refused, as_of=date(2020, 8, 1)).open_requests == ()


def test_a_grant_counts_from_the_day_of_its_decision():
    granted = Request(RequestOutcome.GRANTED, decided=on(date(2019, 9, 4)), granted_until=on(date(2025, 8, 1)))
    assert chain(GERMANY, granted, as_of=date(2019, 9, 3)).deadline == GERMANY
    assert chain(GERMANY, granted, as_of=date(2019, 9, 4)).deadline.value == date(2025, 8, 1)


@pytest.mark.parametrize(
    ("until", "remarks"),
    [
        (date(2025, 8, 1), ()),
        (date(2025, 8, 2), ("More than the 60 months that CCM, Article 4(5) allows one extension to last.",)),
        (date(2020, 8, 2), ()),
        (date(2020, 8, 1), ("The new date, 1 August 2020, is not after the one it extends, 1 August 2020.",)),
    ],
)
def test_exactly_the_longest_extension_is_allowed_and_one_of_no_day_is_remarked(until, remarks):
    assert chain(GERMANY, Request(RequestOutcome.GRANTED, granted_until=on(until))).remarks == remarks


@pytest.mark.parametrize(("day", "late"), [(date(2020, 8, 1), False), (date(2020, 8, 2), True)])
def test_only_a_decision_after_the_deadline_is_remarked_as_late(day, late):
    [step] = chain(
        GERMANY, Request(RequestOutcome.GRANTED, decided=on(day), granted_until=on(date(2025, 8, 1)))
    ).steps
    assert any("had passed" in remark for remark in step.remarks) == late


@pytest.mark.parametrize(("asked", "more"), [(60, False), (59, True)])
def test_only_more_than_was_asked_for_is_remarked(asked, more):
    [step] = chain(GERMANY, Request(RequestOutcome.GRANTED, months_asked=asked, months_granted=60)).steps
    assert (step.remarks == (f"More than the {asked} months asked for.",)) == more


def test_months_that_lie_in_the_month_named_give_its_day():
    def granted(months):
        until = Within(date(2025, 8, 1), date(2025, 8, 31))
        return chain(GERMANY, Request(RequestOutcome.GRANTED, months_granted=months, granted_until=until))

    assert granted(60).remarks == ()
    assert granted(60).deadline.value == date(2025, 8, 1)
    doubtful = granted(61)
    assert doubtful.deadline.value == date(2025, 8, 1)
    assert doubtful.remarks[0].startswith("The day of the new deadline is not known")
    assert "lead to 1 September 2025" in doubtful.remarks[1]


DAYS = st.dates(date(2015, 1, 1), date(2040, 1, 1)).map(on)
REQUESTS = st.lists(
    st.builds(
        Request,
        outcome=st.sampled_from(RequestOutcome),
        months_asked=st.none() | st.integers(1, 60),
        asked_until=st.none() | DAYS,
        decided=st.none() | DAYS,
        months_granted=st.none() | st.integers(1, 60),
        granted_until=st.none() | DAYS,
        evidence=st.sampled_from(["stated", "later_text", ""]),
    ),
    max_size=5,
)


@given(REQUESTS)
def test_only_what_was_granted_moves_a_deadline_and_only_a_stated_decision_is_authoritative(requests):
    found = chain(GERMANY, *requests)
    assert all(step.request.outcome is RequestOutcome.GRANTED for step in found.steps)
    for step in found.steps:
        if "authoritative" in step.until.arithmetic:
            assert step.request.evidence == "stated"
            assert step.request.decided is not None
    if found.asked is not None:
        assert found.asked.arithmetic.endswith("that it was granted is not on record.")
        assert found.open_requests
    if not any(request.outcome is RequestOutcome.GRANTED for request in requests):
        assert found.deadline == GERMANY
