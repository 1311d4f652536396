"""Opening + found + received − destroyed − retained − transferred = remaining, and what does not fit."""

from dataclasses import replace
from datetime import date

from stockpiles.rules.dated import Within, on
from stockpiles.rules.destroyed_extent import DestroyedExtent
from stockpiles.rules.difference import DifferenceKind, Verdict
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.ledger import ledger
from stockpiles.rules.quantity import NONE, UNKNOWN, Quantity

from .figures import entry, findings, year

PERU = [
    entry(Flow.OPENING, 2012, 162417),
    entry(Flow.DESTROYED, 160, 8595, when=year(2020)),
    entry(Flow.DESTROYED, 296, 3000, when=year(2021)),
    entry(Flow.DESTROYED, 542, 34824, when=year(2022)),
    entry(Flow.RETAINED, 0, 0, when=year(2015)),
]


def test_peru_before_completion_has_1014_bombs_left():
    book = ledger(PERU)
    line = book.line(Unit.MUNITIONS)
    # three years on record say nothing of the others: at least 998 are gone, so at most 1,014 are left
    assert line.remaining.value == Quantity(1014, bound="at most")
    assert (
        line.remaining.arithmetic
        == "2,012 munitions declared − at least 998 destroyed − 0 retained = at most 1,014."
    )
    assert book.line(Unit.SUBMUNITIONS).remaining.value == Quantity(115998, bound="at most")
    assert book.differences == ()


def test_peru_completed_leaves_1014_bombs_without_a_record_which_is_a_gap():
    book = ledger(PERU, completed=True)
    assert findings(book) == [
        (DifferenceKind.RECORDS_INCOMPLETE, Unit.MUNITIONS),
        (DifferenceKind.RECORDS_INCOMPLETE, Unit.SUBMUNITIONS),
    ]
    assert book.differences[0].is_gap
    assert book.differences[0].words == (
        "At least 998 munitions destroyed are on record, of 2,012 held; the total is not on record; completion declared."
    )


def test_peru_with_the_total_of_its_slides_destroyed_nine_more_than_it_held():
    book = ledger([*PERU, entry(Flow.DESTROYED, 2021, 8445, total=True)], completed=True)
    assert (DifferenceKind.MORE_GONE_THAN_HELD, Unit.MUNITIONS) in findings(book)
    assert any("by 9 munitions" in one.words for one in book.differences)


def test_munitions_and_submunitions_are_never_added():
    book = ledger([entry(Flow.OPENING, 10, 500)])
    assert {line.unit: line.remaining.value.value for line in book.lines} == {
        Unit.MUNITIONS: 10,
        Unit.SUBMUNITIONS: 500,
    }


def test_unknown_submunitions_leave_an_unknown_remainder_not_zero():
    book = ledger([entry(Flow.OPENING, 117, None), entry(Flow.DESTROYED, 117, None, total=True)])
    assert book.line(Unit.MUNITIONS).remaining.value == NONE
    assert book.line(Unit.SUBMUNITIONS).remaining.value == UNKNOWN
    assert "unknown: opening, destroyed" in book.line(Unit.SUBMUNITIONS).remaining.arithmetic


def test_belgium_retains_what_its_declared_stock_does_not_hold():
    book = ledger(
        [
            entry(Flow.OPENING, 115210, 10_100_000, rounded=True),
            entry(Flow.DESTROYED, 115210, 10_100_000, total=True, rounded=True),
            entry(Flow.RETAINED, 186, 16368),
        ]
    )
    assert findings(book) == [(DifferenceKind.RETAINED_APART, Unit.MUNITIONS)]
    assert book.differences[0].verdict is Verdict.COUNTED_DIFFERENTLY
    assert not book.differences[0].waits_for_an_editor
    assert book.differences[0].words == (
        "Declared and destroyed are given alike, 115,210 munitions, and 186 retained are listed apart: "
        "115,210 − 115,210 = 0 without what is retained; "
        "115,210 munitions declared − 115,210 destroyed − 186 retained = −186."
    )
    assert book.differences[0].figures == "opening 115,210; destroyed 115,210; retained 186"
    # 16,368 retained submunitions lie within the rounding of ten million, so nothing is said about them.
    assert book.line(Unit.SUBMUNITIONS).remaining.value.is_rounded


def test_destroyed_more_than_held():
    book = ledger([entry(Flow.OPENING, 100, 900), entry(Flow.DESTROYED, 101, 900)])
    assert findings(book) == [(DifferenceKind.MORE_GONE_THAN_HELD, Unit.MUNITIONS)]
    assert "by 1 munitions" in book.differences[0].words


def test_bulgaria_the_year_2022_lies_inside_the_total_and_is_not_counted_twice():
    book = ledger(
        [
            entry(Flow.OPENING, 6905, 190919),
            entry(Flow.DESTROYED, 6862, 186349, total=True),
            entry(Flow.DESTROYED, 1303, 41495, when=year(2022)),
            entry(Flow.RETAINED, 6, 300),
        ],
        completed=True,
    )
    assert book.line(Unit.MUNITIONS).destroyed == Quantity(6862)
    assert book.line(Unit.MUNITIONS).remaining.value == Quantity(37)
    assert (DifferenceKind.COMPLETE_BUT_UNACCOUNTED, Unit.MUNITIONS) in findings(book)
    assert book.differences[0].verdict is Verdict.UNACCOUNTED


def test_periods_after_a_running_total_are_added_to_it():
    book = ledger(
        [
            entry(Flow.OPENING, 1000),
            entry(Flow.DESTROYED, 400, when=Within(None, date(2015, 12, 31)), total=True),
            entry(Flow.DESTROYED, 250, when=year(2014)),
            entry(Flow.DESTROYED, 300, when=year(2016)),
        ]
    )
    assert book.line(Unit.MUNITIONS).destroyed == Quantity(700)
    assert book.differences == ()


def test_months_and_types_inside_a_year_do_not_count_again():
    book = ledger(
        [
            entry(Flow.OPENING, 72, 10832),
            entry(Flow.DESTROYED, 72, 10832, when=year(2009)),
            entry(Flow.DESTROYED, 31, None, kind="ARC-32", when=on(date(2009, 11, 24))),
        ]
    )
    assert book.line(Unit.MUNITIONS).destroyed == Quantity(72)
    assert book.line(Unit.MUNITIONS, "ARC-32").destroyed == Quantity(31, bound="at least")
    assert findings(book) == []


def test_months_that_exceed_their_year():
    spring = Within(date(2022, 2, 1), date(2022, 5, 31))
    book = ledger(
        [
            entry(Flow.OPENING, 6905),
            entry(Flow.DESTROYED, 1200, when=year(2022)),
            entry(Flow.DESTROYED, 1303, when=spring),
        ]
    )
    assert book.line(Unit.MUNITIONS).destroyed == Quantity(1200, bound="at least")
    assert findings(book) == [(DifferenceKind.PERIODS_EXCEED_TOTAL, Unit.MUNITIONS)]


def test_periods_that_exceed_their_total():
    book = ledger(
        [
            entry(Flow.OPENING, 1000),
            entry(Flow.DESTROYED, 400, when=Within(None, date(2015, 12, 31)), total=True),
            entry(Flow.DESTROYED, 250, when=year(2014)),
            entry(Flow.DESTROYED, 151, when=year(2015)),
        ]
    )
    assert findings(book) == [(DifferenceKind.PERIODS_EXCEED_TOTAL, Unit.MUNITIONS)]
    assert "add up to 401" in book.differences[0].words


def test_spain_two_years_make_its_total():
    book = ledger(
        [
            entry(Flow.OPENING, 8336, 307692),
            entry(Flow.DESTROYED, 8336, 307692, total=True),
            entry(Flow.DESTROYED, 4762, 232647, when=year(2009)),
            entry(Flow.DESTROYED, 3574, 75045, when=year(2017)),
        ],
        completed=True,
    )
    assert book.differences == ()


def test_what_is_found_later_and_received_adds():
    book = ledger(
        [
            entry(Flow.OPENING, 1080),
            entry(Flow.FOUND, 4, when=on(date(2012, 5, 1))),
            entry(Flow.RECEIVED, 6),
            entry(Flow.TRANSFERRED, 90),
        ]
    )
    assert book.line(Unit.MUNITIONS).remaining.value == Quantity(1000)
    assert (
        book.line(Unit.MUNITIONS).remaining.arithmetic
        == "1,080 munitions declared + 4 found + 6 received − 90 transferred = 1,000."
    )


def test_submunitions_in_no_munitions():
    book = ledger([entry(Flow.OPENING, 100, 500), entry(Flow.DESTROYED, 0, 500, when=year(2018))])
    assert (DifferenceKind.SUBMUNITIONS_WITHOUT_MUNITIONS, Unit.SUBMUNITIONS) in findings(book)


def test_destroyed_without_an_opening():
    book = ledger([entry(Flow.DESTROYED, 200, 17600, when=year(2019))])
    assert (DifferenceKind.NO_OPENING, Unit.MUNITIONS) in findings(book)
    assert book.line(Unit.MUNITIONS).remaining.value == UNKNOWN


def test_germany_completed_and_only_one_year_is_on_record():
    book = ledger(
        [
            entry(Flow.OPENING, 573_700, 63_000_000, rounded=True),
            entry(Flow.DESTROYED, 7526, 4_800_000, when=year(2015), rounded=True),
            entry(Flow.RETAINED, 570, 52_801),
        ],
        completed=True,
    )
    line = book.line(Unit.MUNITIONS)
    assert line.extent.value is DestroyedExtent.PART
    assert str(line.destroyed) == "at least 7,526"
    assert line.left_words == "not known"
    assert str(book.line(Unit.SUBMUNITIONS).destroyed) == "at least about 4.8 million"
    assert [one.verdict for one in book.differences] == [Verdict.GAP, Verdict.GAP]
    # what is settled on a rounded figure opens again when any of its digits changes
    assert (
        book.differences[1].figures
        == "opening about 63,000,000; destroyed at least about 4,800,000; retained 52,801"
    )


def test_periods_that_account_for_the_whole_stock_are_no_part():
    book = ledger(
        [
            entry(Flow.OPENING, 1000),
            entry(Flow.DESTROYED, 600, when=year(2014)),
            entry(Flow.DESTROYED, 374, when=year(2015)),
            entry(Flow.RETAINED, 26),
        ],
        completed=True,
    )
    line = book.line(Unit.MUNITIONS)
    assert line.destroyed == Quantity(974)
    assert line.extent.value is DestroyedExtent.WHOLE
    assert line.extent.arithmetic.endswith("974 destroyed + 26 retained = 1,000 munitions held.")
    assert book.differences == ()


def test_a_total_so_far_that_ends_before_completion_is_a_part():
    """Slovakia had destroyed 798 by the end of 2019, of 1,235, and completed in 2023."""
    book = ledger(
        [
            entry(Flow.OPENING, 1235),
            entry(Flow.DESTROYED, 798, when=Within(None, date(2019, 12, 31)), total=True),
            entry(Flow.DESTROYED, 59, when=year(2021)),
        ],
        completed=True,
        completed_on=on(date(2023, 9, 1)),
    )
    assert str(book.line(Unit.MUNITIONS).destroyed) == "at least 857"


def test_a_stock_that_comes_out_in_no_reading_is_a_contradiction():
    """100 declared, 98 destroyed, 5 retained, completion declared: 3 too many, or 2 too few."""
    book = ledger(
        [entry(Flow.OPENING, 100), entry(Flow.DESTROYED, 98, total=True), entry(Flow.RETAINED, 5)], completed=True
    )
    (one,) = book.differences
    assert one.verdict is Verdict.CONTRADICTION
    assert one.figures == "opening 100; destroyed 98; retained 5"


def test_what_a_source_says_to_remain_changes_nothing():
    """Italy: 5,113 declared, 210 of them left at the end of 2014 by a source."""
    figures = [entry(Flow.OPENING, 5113), entry(Flow.DESTROYED, 4000, when=year(2014))]
    assert ledger([*figures, entry(Flow.REMAINING, 210, when=year(2014))]) == ledger(figures)
    assert ledger([entry(Flow.REMAINING, 210, 900)]).lines == ()


def test_more_than_a_number_is_no_total_of_what_was_destroyed():
    """Germany: 573,700 declared, "over 573,000" destroyed, 570 retained."""
    over = replace(
        entry(Flow.DESTROYED, None, 63_000_000, total=True, rounded=True),
        munitions=Quantity(573_000, bound="at least"),
    )
    figures = [entry(Flow.OPENING, 573_700, 63_000_000, rounded=True), entry(Flow.RETAINED, 570), over]
    book = ledger([*figures, entry(Flow.DESTROYED, 7526, when=year(2015))], completed=True)
    munitions, submunitions = book.line(Unit.MUNITIONS), book.line(Unit.SUBMUNITIONS)
    assert (str(munitions.destroyed), munitions.extent.value) == ("at least 573,000", DestroyedExtent.PART)
    assert munitions.left_words == "not known"
    assert submunitions.extent.value is DestroyedExtent.WHOLE
    assert findings(book) == [(DifferenceKind.RECORDS_INCOMPLETE, Unit.MUNITIONS)]
    assert book.differences[0].words.startswith(
        "At least 573,000 munitions destroyed are on record, of 573,700 held"
    )


def test_more_may_be_gone_than_the_least_that_was_held():
    held = replace(entry(Flow.OPENING, None), munitions=Quantity(100, bound="at least"))
    assert ledger([held, entry(Flow.DESTROYED, 110, total=True)], completed=True).differences == ()
    line = ledger([held, entry(Flow.DESTROYED, 110, when=year(2015))]).line(Unit.MUNITIONS)
    assert line.extent.value is DestroyedExtent.PART


def test_a_destruction_without_a_declared_stock_is_a_gap_and_no_contradiction():
    """Georgia destroyed 844 bombs in 2013; what it had is not on record."""
    (one,) = ledger([entry(Flow.DESTROYED, 844, when=year(2013))]).differences
    assert (one.finding, one.verdict) == (DifferenceKind.NO_OPENING, Verdict.GAP)
    assert one.words == "At least 844 munitions destroyed, but no opening stock is on record."
