"""What sources together say of one state: never decided between them."""

from datetime import date

import pytest

from impact.rules.contamination_upshot import (
    ContaminationUpshot,
    ContaminationWord,
    contamination_upshot,
    newest_of_each,
)

MONITOR, REVIEW, UNIT = "Monitor", "Mine Action Review", "Implementation Support Unit"


def word(answer, who, day=None):
    return ContaminationWord(answer, who, date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("words", "upshot"),
    [
        pytest.param(
            [word("unclear", MONITOR, "2017-08-31"), word("contaminated", REVIEW, "2019-07-01")],
            ContaminationUpshot.DIFFER,
            id="Democratic Republic of the Congo: unclear to one, contaminated to the other",
        ),
        pytest.param(
            [word("none_found", MONITOR, "2015-12-31"), word("contaminated", MONITOR, "2017-12-31")],
            ContaminationUpshot.CONTAMINATED,
            id="Tajikistan: one source that learnt more",
        ),
        pytest.param(
            [word("contaminated", REVIEW, "2019-07-01"), word("cleared", UNIT, "2020-07-10")],
            ContaminationUpshot.CLEARED,
            id="Croatia: a completion ends what was said before",
        ),
        pytest.param(
            [word("cleared", MONITOR, "2019-07-31"), word("contaminated", REVIEW, "2019-08-01")],
            ContaminationUpshot.AGAIN,
            id="the day after a completion",
        ),
        pytest.param(
            [word("cleared", MONITOR, "2019-07-31"), word("contaminated", REVIEW, "2019-07-31")],
            ContaminationUpshot.CLEARED,
            id="on the day of a completion",
        ),
        pytest.param([word("suspected", MONITOR)], ContaminationUpshot.PERHAPS, id="suspected"),
        pytest.param(
            [word("none_found", MONITOR, "2012-12-31"), word("not_contaminated", REVIEW, "2018-04-30")],
            ContaminationUpshot.NONE,
            id="two ways to say none",
        ),
        pytest.param(
            [word("contaminated", MONITOR), word("contaminated", REVIEW, "2019-07-01")],
            ContaminationUpshot.CONTAMINATED,
            id="a word without a day",
        ),
    ],
)
def test_in_a_word(words, upshot):
    assert contamination_upshot(words) is upshot


def test_mauritania_completed_found_new_areas_and_asked_for_time():
    said = [word("none_found", MONITOR, "2017-12-31"), word("cleared", MONITOR, "2019-07-31")]
    assert contamination_upshot(said) is ContaminationUpshot.CLEARED
    assert contamination_upshot(said, [date(2019, 7, 31)]) is ContaminationUpshot.CLEARED
    assert contamination_upshot(said, [date(2025, 1, 1)]) is ContaminationUpshot.AGAIN


def test_a_request_alone_makes_nothing_of_a_state_that_never_completed():
    assert contamination_upshot([word("unclear", MONITOR)], [date(2025, 1, 1)]) is ContaminationUpshot.PERHAPS


def test_the_newest_word_of_each_source_the_newest_first():
    old, new, other = (
        word("none_found", MONITOR, "2015-12-31"),
        word("contaminated", MONITOR, "2017-12-31"),
        word("contaminated", REVIEW, "2023-12-31"),
    )
    assert newest_of_each([new, other, old]) == [other, new]
