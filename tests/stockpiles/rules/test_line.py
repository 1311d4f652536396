"""What one line of a ledger says is left."""

from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.ledger import ledger
from stockpiles.rules.line import LedgerLine
from stockpiles.rules.quantity import UNKNOWN, Quantity

from .figures import Given


def line_of(completed: bool = False, **flows: int | None) -> LedgerLine:
    figures = [
        Given(Flow[name.upper()], Quantity(number), UNKNOWN, is_running_total=name == "destroyed")
        for name, number in flows.items()
    ]
    line = ledger(figures, completed=completed).line(Unit.MUNITIONS)
    assert line is not None
    return line


def test_belgium_retains_186_apart_from_the_115210_that_it_declared_and_destroyed() -> None:
    belgium = line_of(opening=115_210, destroyed=115_210, retained=186)
    assert belgium.remaining.value == Quantity(-186)
    assert belgium.left_apart == Quantity(0)
    assert belgium.left_words == "0, retained apart"


def test_one_more_than_held_is_listed_apart_in_no_reading() -> None:
    line = line_of(opening=100, destroyed=101)
    assert line.left_apart is None
    assert line.left_words == "−1"


def test_after_completion_a_remainder_without_a_total_destroyed_is_a_gap_and_no_stock() -> None:
    assert line_of(completed=True, opening=2_012).left_words == "not known"
    assert line_of(opening=2_012).left_words == "2,012"


def test_what_is_held_is_declared_found_and_received_together_and_none_without_a_declaration() -> None:
    assert line_of(opening=100, found=5, received=7).held == Quantity(112)
    assert line_of(found=5).held is None


def test_a_line_of_unknown_figures_alone_is_not_known() -> None:
    assert not line_of(opening=None).is_known
    assert line_of(opening=0).is_known


def test_less_than_none_within_the_rounding_is_none() -> None:
    """Slovakia: 299,187 submunitions declared, about 300,000 destroyed."""
    figures = [
        Given(Flow.OPENING, Quantity(299_187), UNKNOWN),
        Given(Flow.DESTROYED, Quantity(300_000, is_rounded=True), UNKNOWN, is_running_total=True),
    ]
    line = ledger(figures, completed=True).line(Unit.MUNITIONS)
    assert line is not None
    assert line.left_words == "0, within the rounding"
