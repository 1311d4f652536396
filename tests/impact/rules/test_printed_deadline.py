"""A printed deadline beside the dates on record."""

from datetime import date

import pytest

from editorial.rules.partial_date import PartialDate
from impact.rules.printed_deadline import DatesOnRecord, printed_beside

when = PartialDate.parse
LAOS = DatesOnRecord(original=date(2020, 8, 1), granted=[when("2025-08-01")])
IRAQ = DatesOnRecord(original=date(2023, 11, 1), asked=[when("2028-11")])


@pytest.mark.parametrize(
    ("printed", "on_record", "agrees", "words"),
    [
        ("2020-08-01", LAOS, True, "Ten years after entry into force"),
        ("2025-08-01", LAOS, True, "As granted"),
        ("2025-07", LAOS, False, "Differs from the record here: 1 August 2020, ten years"),
        ("2025-08", LAOS, True, "As granted"),
        ("2028", IRAQ, True, "As the state asked for"),
        ("2028-10", IRAQ, False, "Differs"),
        ("2034-02-01", DatesOnRecord(), None, "No deadline is on record here"),
    ],
)
def test_it_is_one_of_them_or_differs(printed, on_record, agrees, words):
    found = printed_beside(when(printed), on_record)
    assert found.agrees is agrees
    assert found.words.startswith(words)


def test_a_request_without_a_date_is_compared_with_nothing():
    assert printed_beside(None, LAOS).agrees is None
