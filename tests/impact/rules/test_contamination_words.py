"""What a source says of contamination, as a sentence."""

from decimal import Decimal

import pytest

from impact.models import ContaminationAnswer
from impact.rules.contamination_words import answer_words, area_in_words


@pytest.mark.parametrize("answer", ContaminationAnswer.values)
def test_every_answer_has_its_words_and_no_two_the_same(answer):
    words = answer_words(answer)
    assert [one for one in ContaminationAnswer.values if answer_words(one) == words] == [answer]


def test_azerbaijan_in_a_part_that_the_government_did_not_control():
    words = answer_words("contaminated", place="in areas outside government control", when="as of August 2017")
    assert words == "is contaminated in areas outside government control (as of August 2017)"


def test_germany_with_its_extent():
    assert answer_words("contaminated", extent="about 11 km²") == "is contaminated: about 11 km²"


@pytest.mark.parametrize(
    ("area", "confirmed", "suspected", "bound", "areas", "words"),
    [
        ("6.47", None, None, "", None, "6.47 km²"),
        (None, "1.12", "7.3", "", None, "1.12 km² confirmed and 7.3 km² suspected"),
        ("9.40", "4.95", "4.45", "", None, "9.4 km²: 4.95 km² confirmed and 4.45 km² suspected"),
        (None, "0.64", "1.9", "almost", None, "almost 0.64 km² confirmed and almost 1.9 km² suspected"),
        (None, None, None, "", 48, "48 areas"),
        ("16.3", None, None, "more_than", 773, "more than 16.3 km², 773 areas"),
        (None, None, None, "", None, ""),
    ],
)
def test_an_extent_has_its_kind_and_its_bound(area, confirmed, suspected, bound, areas, words):
    whole, sure, perhaps = (None if one is None else Decimal(one) for one in (area, confirmed, suspected))
    assert area_in_words(whole, sure, perhaps, bound, areas) == words
