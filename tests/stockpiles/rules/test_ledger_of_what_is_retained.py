"""What is kept under Article 3(6) in a ledger, and what is destroyed out of it later."""

from datetime import date

from stockpiles.rules.dated import Within
from stockpiles.rules.difference import DifferenceKind, Verdict
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.ledger import ledger
from stockpiles.rules.quantity import Quantity

from .figures import entry, findings, year

NETHERLANDS = [
    entry(Flow.OPENING, 193_643),
    entry(Flow.DESTROYED, 193_643, when=Within(None, date(2012, 2, 29)), total=True),
    entry(Flow.RETAINED, 274, 23_901, when=Within(None, date(2016, 8, 7))),
    entry(Flow.RETAINED_DESTROYED, 200, 17_600, kind="M483", when=year(2019)),
]


def test_what_the_netherlands_destroyed_of_its_retained_munitions_lowers_these_and_not_its_stock():
    book = ledger(NETHERLANDS, completed=True)
    line = book.line(Unit.MUNITIONS)
    assert line.destroyed == Quantity(193_643)
    assert line.retained == Quantity(74)
    assert line.retained_destroyed == Quantity(200)
    (one,) = [d for d in book.differences if d.unit is Unit.MUNITIONS]
    assert one.verdict is Verdict.COUNTED_DIFFERENTLY
    assert "274 retained are listed apart, of which 200 were destroyed later: 193,643 − 193,643 = 0" in one.words


def test_a_retained_figure_given_after_the_destruction_already_leaves_it_out():
    book = ledger(
        [
            entry(Flow.OPENING, 1000),
            entry(Flow.RETAINED, 74, when=year(2020)),
            entry(Flow.RETAINED_DESTROYED, 200, when=year(2019)),
        ]
    )
    assert book.line(Unit.MUNITIONS).retained == Quantity(74)


def test_more_destroyed_out_of_what_was_retained_than_was_retained():
    book = ledger(
        [
            entry(Flow.OPENING, 1000),
            entry(Flow.RETAINED, 100, when=year(2016)),
            entry(Flow.RETAINED_DESTROYED, 103, when=year(2019)),
        ]
    )
    assert (DifferenceKind.RETAINED_EXCEEDED, Unit.MUNITIONS) in findings(book)


def test_only_the_newest_retained_figure_counts():
    book = ledger(
        [
            entry(Flow.OPENING, 1000),
            entry(Flow.RETAINED, 300, when=year(2012)),
            entry(Flow.RETAINED, 274, when=year(2019)),
        ]
    )
    assert book.line(Unit.MUNITIONS).remaining.value == Quantity(726)
