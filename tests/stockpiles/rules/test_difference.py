"""What does not come out in a ledger, and what it may be called."""

import pytest

from stockpiles.rules.difference import Difference, DifferenceKind, Verdict, exactly
from stockpiles.rules.flow import Unit
from stockpiles.rules.quantity import UNKNOWN, Quantity


@pytest.mark.parametrize(
    ("finding", "verdict", "waits"),
    [
        (DifferenceKind.MORE_GONE_THAN_HELD, Verdict.CONTRADICTION, True),
        (DifferenceKind.COMPLETE_BUT_UNACCOUNTED, Verdict.UNACCOUNTED, True),
        (DifferenceKind.RETAINED_APART, Verdict.COUNTED_DIFFERENTLY, False),
        (DifferenceKind.RECORDS_INCOMPLETE, Verdict.GAP, False),
    ],
)
def test_only_what_agrees_in_no_reading_waits_for_an_editor(
    finding: DifferenceKind, verdict: Verdict, waits: bool
) -> None:
    one = Difference(finding, "", Unit.MUNITIONS, "", "")
    assert (one.verdict, one.waits_for_an_editor, one.is_gap) == (verdict, waits, verdict is Verdict.GAP)


def test_every_finding_has_words() -> None:
    assert all(finding.words for finding in DifferenceKind)


def test_figures_are_kept_to_the_last_digit_so_that_a_settled_difference_opens_when_one_changes() -> None:
    assert exactly(Quantity(10_100_000, is_rounded=True)) == "about 10,100,000"
    assert exactly(Quantity(7_526, bound="at least")) == "at least 7,526"
    assert exactly(UNKNOWN) == "unknown"
