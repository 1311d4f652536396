"""What a source says, in the words of the field: "not known" and "not believed" are not the same."""

import pytest

from stockpiles.models import Activity, Answer
from stockpiles.rules.activity_words import answer_in_words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            {"activity": "use", "answer": "yes", "places": ["Ukraine", "Syria"], "when": "2022"},
            "has used cluster munitions in Ukraine and Syria (2022)",
        ),
        ({"activity": "use", "answer": "no"}, "has not used cluster munitions"),
        ({"activity": "production", "answer": "not_known"}, "is not known to have produced cluster munitions"),
        (
            {"activity": "production", "answer": "not_believed"},
            "is not believed to have produced cluster munitions",
        ),
        (
            {"activity": "export", "answer": "yes", "places": ["Ukraine"], "munition": "9M27K"},
            "has exported 9M27K to Ukraine",
        ),
        ({"activity": "import", "answer": "alleged"}, "is alleged to have imported cluster munitions"),
        ({"activity": "hosting", "answer": "yes"}, "has hosted stocks of another state"),
        (
            {"activity": "hosting", "answer": "yes", "places": ["United States of America"]},
            "has hosted stocks of United States of America",
        ),
        (
            {"activity": "stockpiling", "answer": "unknown"},
            "may or may not have stockpiled cluster munitions: the source does not know",
        ),
    ],
)
def test_sentences(said, words):
    assert answer_in_words(**said) == words


@pytest.mark.parametrize("activity", Activity.values)
@pytest.mark.parametrize("answer", Answer.values)
def test_every_answer_to_every_question_can_be_said(activity, answer):
    words = answer_in_words(activity, answer)
    assert words
    assert "{" not in words
