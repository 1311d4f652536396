"""One word for what sources say together: whoever did it once has done it."""

import pytest

from stockpiles.rules.activity_verdict import Verdict, verdict


@pytest.mark.parametrize(
    ("newest_first", "word"),
    [
        ([("yes", "now")], Verdict.NOW),
        ([("yes", "past")], Verdict.ONCE),
        ([("yes", "")], Verdict.ONCE),
        ([("no", "now"), ("yes", "now")], Verdict.ONCE),  # a former producer that says that it stopped
        ([("not_known", ""), ("yes", "now")], Verdict.NOW),
        ([("yes", "now"), ("no", "")], Verdict.NOW),
        ([("alleged", ""), ("no", "")], Verdict.ALLEGED),
        ([("unknown", ""), ("not_known", "")], Verdict.UNKNOWN),
        ([("not_known", ""), ("no", "")], Verdict.NO),
        ([("not_believed", "")], Verdict.NOT_KNOWN),
    ],
)
def test_the_strongest_word_counts(newest_first, word):
    assert verdict(newest_first) is word
