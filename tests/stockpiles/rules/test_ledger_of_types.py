"""Types and the whole stock in one ledger: the types stand for the whole only where no whole is given."""

from stockpiles.rules.difference import DifferenceKind
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.ledger import ledger
from stockpiles.rules.quantity import NONE, UNKNOWN, Quantity

from .figures import entry, findings, year


def test_types_stand_for_the_whole_where_no_whole_is_given():
    book = ledger(
        [
            entry(Flow.OPENING, 10, 2400, kind="CB-250-K"),
            entry(Flow.OPENING, 500, 12000, kind="M-971"),
            entry(Flow.DESTROYED, 510, 14400, when=year(2018)),
        ],
        completed=True,
    )
    assert book.line(Unit.MUNITIONS).opening == Quantity(510)
    assert book.line(Unit.MUNITIONS).remaining.value == NONE
    assert book.line(Unit.SUBMUNITIONS, "M-971").remaining.value == Quantity(12000)
    assert book.differences == ()


def test_types_that_do_not_add_up_to_the_whole():
    book = ledger(
        [
            entry(Flow.OPENING, 510, 14400),
            entry(Flow.OPENING, 10, 2400, kind="CB-250-K"),
            entry(Flow.OPENING, 499, 12000, kind="M-971"),
        ]
    )
    assert findings(book) == [(DifferenceKind.TYPES_DO_NOT_ADD_UP, Unit.MUNITIONS)]
    assert book.line(Unit.MUNITIONS).opening == Quantity(510)


def test_a_type_of_unknown_number_does_not_blur_a_known_whole():
    book = ledger([entry(Flow.OPENING, 2012, 162417), entry(Flow.OPENING, None, None, kind="CB-470")])
    assert book.line(Unit.MUNITIONS).opening == Quantity(2012)
    assert book.line(Unit.MUNITIONS, "CB-470").remaining.value == UNKNOWN
    assert book.differences == ()
