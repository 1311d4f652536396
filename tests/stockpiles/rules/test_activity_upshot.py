"""One word for what sources say together: whoever did it once has done it."""

import pytest

from stockpiles.rules.activity_upshot import Upshot, upshot


@pytest.mark.parametrize(
    ("newest_first", "word"),
    [
        ([("yes", "now")], Upshot.NOW),
        ([("yes", "past")], Upshot.ONCE),
        ([("yes", "")], Upshot.ONCE),
        ([("no", "now"), ("yes", "now")], Upshot.ONCE),  # a former producer that says that it stopped
        ([("not_known", ""), ("yes", "now")], Upshot.NOW),
        ([("yes", "now"), ("no", "")], Upshot.NOW),
        ([("alleged", ""), ("no", "")], Upshot.ALLEGED),
        ([("unknown", ""), ("not_known", "")], Upshot.UNKNOWN),
        ([("not_known", ""), ("no", "")], Upshot.NO),
        ([("not_believed", "")], Upshot.NOT_KNOWN),
    ],
)
def test_the_strongest_word_counts(newest_first, word):
    assert upshot(newest_first) is word
