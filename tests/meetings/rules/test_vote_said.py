"""What is said of a state's vote: agreed, disputed, or nothing, which is none of the answers."""

import pytest

from meetings.rules.vote_said import VoteUpshot, either, upshot


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (["yes"], "in favour"),
        (["no", "no"], "against"),
        (["abstain"], "abstained"),
        (["absent", "absent", "absent"], "did not vote"),
        (["absent", "no"], "sources differ"),  # Zimbabwe, 2016
        ([], "no vote recorded here"),
    ],
)
def test_sources_that_agree_give_one_answer_and_no_source_gives_none(answers, words) -> None:
    assert upshot(answers).words == words


def test_no_record_is_not_absence() -> None:
    assert upshot([]) is VoteUpshot.NOTHING
    assert upshot(["absent"]) is VoteUpshot.ABSENT


def test_what_differs_is_said_in_one_order_whoever_spoke_first() -> None:
    assert either(["absent", "yes", "absent"]) == either(["yes", "absent"]) == "in favour or did not vote"
