"""A total against the votes on record: the same, explained by a dispute, different, or not to be counted."""

import pytest

from meetings.rules.vote_check import CheckOutcome, check_total
from meetings.rules.vote_count import count_votes

#: As in 2016, smaller: all agree on 141, 1 and 38, and on four states sources differ.
SAID = {
    **{f"Yes {n}": ["yes"] for n in range(141)},
    **{f"Abstaining {n}": ["abstain"] for n in range(38)},
    **{f"Absent {n}": ["absent"] for n in range(9)},
    "Russian Federation": ["no"],
    "Zimbabwe": ["absent", "no"],
    "Somalia": ["absent", "yes"],
    "South Sudan": ["abstain", "absent"],
    "Turkmenistan": ["absent", "abstain"],
}
COUNT = count_votes(SAID, list(SAID))


def total(yes, no, abstain):
    return {"yes": yes, "no": no, "abstain": abstain}


def test_141_2_39_is_one_more_against_than_the_votes_agree_on_and_zimbabwe_accounts_for_it() -> None:
    outcome, words = check_total(COUNT, total(141, 2, None))
    assert outcome is CheckOutcome.EXPLAINED
    assert words == (
        "141 in favour, 1 against and 38 abstaining by the votes on which sources agree; the total has 2 against: "
        "1 more. Sources differ on Zimbabwe (against or did not vote), which accounts for it."
    )


def test_each_difference_is_said_with_the_states_that_account_for_it() -> None:
    outcome, words = check_total(COUNT, total(141, 2, 39))
    assert outcome is CheckOutcome.EXPLAINED
    assert "2 against: 1 more, and 39 abstaining: 1 more" in words
    assert "Zimbabwe" in words
    assert "South Sudan" in words
    assert "Somalia" not in words


@pytest.mark.parametrize("numbers", [(141, 3, 39), (140, 1, 38), (143, 1, 38), (141, 1, 41)])
def test_what_no_side_of_a_dispute_accounts_for_is_different(numbers) -> None:
    outcome, words = check_total(COUNT, total(*numbers))
    assert outcome is CheckOutcome.DIFFERENT
    assert words.endswith("The votes on record do not account for it.")


def test_one_state_is_not_taken_for_two_answers_at_once() -> None:
    said = {"Peru": ["yes"], "Somalia": ["yes", "no"]}
    count = count_votes(said, list(said))
    assert check_total(count, total(2, 0, None))[0] is CheckOutcome.EXPLAINED
    assert check_total(count, total(2, 1, None))[0] is CheckOutcome.DIFFERENT


def test_fewer_is_said_as_fewer() -> None:
    assert "140 in favour: 1 fewer" in check_total(COUNT, total(140, None, None))[1]


def test_equal_numbers_are_the_same_and_a_missing_one_is_compared_with_nothing() -> None:
    said = {"Peru": ["yes"], "Chile": ["yes"], "Brazil": ["abstain"]}
    count = count_votes(said, list(said))
    assert check_total(count, total(2, None, 1))[0] is CheckOutcome.SAME
    assert check_total(count, total(2, 0, 1)) == (
        CheckOutcome.SAME,
        "2 in favour, 0 against and 1 abstaining by the votes on record: the same as the total.",
    )


def test_a_part_of_a_roll_contradicts_a_total_only_where_it_is_larger() -> None:
    count = count_votes({"Peru": ["yes"], "Chile": ["yes"]}, ["Brazil", "Chile", "Peru"])
    assert check_total(count, total(2, 0, 1)) == (
        CheckOutcome.NOT_COUNTED,
        "Votes of 2 of 3 members are on record: too few to be counted.",
    )
    outcome, words = check_total(count, total(1, 0, 1))
    assert outcome is CheckOutcome.DIFFERENT
    assert "2 states are on record as in favour, the total has 1" in words
