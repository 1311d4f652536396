"""All that is looked at; one that fails keeps none of the others from looking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ccm_site.doctor.condition import Condition, good
from ccm_site.doctor.examinations import EXAMINATIONS, examine
from tests.ccm_site.doctor.found import NOW


def broken_disk(at: datetime) -> Iterator[Condition]:
    yield good("disk", "roomy")
    raise OSError("gone")


def test_one_that_fails_is_a_bad_condition_itself() -> None:
    told = list(examine(NOW, [broken_disk, lambda at: [good("mail", "goes")]]))
    assert [(one.level.value, one.about) for one in told] == [
        ("good", "disk"),
        ("bad", "broken disk"),
        ("good", "mail"),
    ]
    assert told[1].says == "could not be looked at: OSError: gone"


def test_each_is_looked_at_once_and_says_what_it_is_about() -> None:
    assert len(set(EXAMINATIONS)) == len(EXAMINATIONS)
    assert all(one.__doc__ for one in EXAMINATIONS)
