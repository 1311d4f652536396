"""Counting a vote: each state once, states in dispute apart, and a part of a roll never as the whole."""

from meetings.rules.vote_count import count_votes, three_in_words

MEMBERS = ["Angola", "Peru", "Russian Federation", "Somalia", "Zimbabwe"]
SAID = {
    "Angola": ["yes", "yes"],
    "Peru": ["yes"],
    "Russian Federation": ["no"],
    "Somalia": ["absent"],
    "Zimbabwe": ["absent", "no"],
}


def test_a_state_of_which_two_sources_say_the_same_is_counted_once() -> None:
    count = count_votes(SAID, MEMBERS)
    assert count.agreed == {"yes": 2, "no": 1, "abstain": 0, "absent": 1}
    assert count.absent == 1


def test_a_state_on_which_sources_differ_is_in_no_count() -> None:
    count = count_votes(SAID, MEMBERS)
    assert count.is_whole
    assert count.words == "2 in favour, 1 against and 0 abstaining by the votes on which sources agree"
    assert count.apart() == "Zimbabwe (against or did not vote)"
    assert count.apart("abstain") == ""


def test_every_total_that_a_dispute_allows_can_be_reached_and_no_other() -> None:
    assert count_votes(SAID, MEMBERS).reachable == {(2, 1, 0), (2, 2, 0)}


def test_one_member_without_a_vote_makes_the_roll_a_part_and_a_part_is_not_counted() -> None:
    count = count_votes({name: said for name, said in SAID.items() if name != "Peru"}, MEMBERS)
    assert not count.is_whole
    assert count.words == "Votes of 4 of 5 members are on record: too few to be counted"


def test_a_vote_of_what_is_no_member_counts_nowhere() -> None:
    assert count_votes({**SAID, "Holy See": ["yes"]}, MEMBERS).agreed["yes"] == 2


def test_without_members_there_is_no_whole_roll() -> None:
    assert not count_votes({}, []).is_whole


def test_a_number_that_is_not_given_is_not_said() -> None:
    assert three_in_words({"yes": 141, "no": 2, "abstain": None}) == "141 in favour and 2 against"
    assert three_in_words({"yes": 0, "no": None, "abstain": None}) == "0 in favour"
