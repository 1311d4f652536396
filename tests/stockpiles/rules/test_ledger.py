"""Opening + found + received − destroyed − retained − transferred = remaining, and what does not fit."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stockpiles.rules.dated import Within, on
from stockpiles.rules.ledger import Entry, Finding, Flow, Unit, ledger
from stockpiles.rules.quantity import NONE, UNKNOWN, Quantity


def year(number: int) -> Within:
    return Within(date(number, 1, 1), date(number, 12, 31))


def entry(flow, munitions, submunitions=None, *, kind="", when=None, total=False, rounded=False):
    return Entry(
        flow,
        Quantity(munitions),
        Quantity(submunitions, is_rounded=rounded),
        kind=kind,
        when=when,
        is_running_total=total,
    )


PERU = [
    entry(Flow.OPENING, 2012, 162417),
    entry(Flow.DESTROYED, 160, 8595, when=year(2020)),
    entry(Flow.DESTROYED, 296, 3000, when=year(2021)),
    entry(Flow.DESTROYED, 542, 34824, when=year(2022)),
    entry(Flow.RETAINED, 0, 0, when=year(2015)),
]


def findings(book):
    return [(c.finding, c.unit) for c in book.contradictions]


def test_peru_before_completion_has_1014_bombs_left():
    book = ledger(PERU)
    line = book.line(Unit.MUNITIONS)
    assert line.remaining.value == Quantity(1014)
    assert line.remaining.arithmetic == "2,012 munitions declared − 998 destroyed − 0 retained = 1,014."
    assert book.line(Unit.SUBMUNITIONS).remaining.value == Quantity(115998)
    assert book.contradictions == ()


def test_peru_completed_leaves_1014_bombs_without_a_record_which_is_a_gap():
    book = ledger(PERU, completed=True)
    assert findings(book) == [
        (Finding.RECORDS_INCOMPLETE, Unit.MUNITIONS),
        (Finding.RECORDS_INCOMPLETE, Unit.SUBMUNITIONS),
    ]
    assert book.contradictions[0].is_gap
    assert "account for 998 of 2,012" in book.contradictions[0].words


def test_peru_with_the_total_of_its_slides_destroyed_nine_more_than_it_held():
    book = ledger([*PERU, entry(Flow.DESTROYED, 2021, 8445, total=True)], completed=True)
    assert (Finding.MORE_GONE_THAN_HELD, Unit.MUNITIONS) in findings(book)
    assert any("by 9 munitions" in one.words for one in book.contradictions)


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
    assert findings(book) == [(Finding.RETAINED_NOT_IN_STOCK, Unit.MUNITIONS)]
    # 16,368 retained submunitions lie within the rounding of ten million, so nothing is said about them.
    assert book.line(Unit.SUBMUNITIONS).remaining.value.is_rounded


def test_destroyed_more_than_held():
    book = ledger([entry(Flow.OPENING, 100, 900), entry(Flow.DESTROYED, 101, 900)])
    assert findings(book) == [(Finding.MORE_GONE_THAN_HELD, Unit.MUNITIONS)]
    assert "by 1 munitions" in book.contradictions[0].words


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
    assert (Finding.COMPLETE_BUT_UNACCOUNTED, Unit.MUNITIONS) in findings(book)


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
    assert book.contradictions == ()


def test_months_and_types_inside_a_year_do_not_count_again():
    book = ledger(
        [
            entry(Flow.OPENING, 72, 10832),
            entry(Flow.DESTROYED, 72, 10832, when=year(2009)),
            entry(Flow.DESTROYED, 31, None, kind="ARC-32", when=on(date(2009, 11, 24))),
        ]
    )
    assert book.line(Unit.MUNITIONS).destroyed == Quantity(72)
    assert book.line(Unit.MUNITIONS, "ARC-32").destroyed == Quantity(31)
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
    assert book.line(Unit.MUNITIONS).destroyed == Quantity(1200)
    assert findings(book) == [(Finding.PERIODS_EXCEED_TOTAL, Unit.MUNITIONS)]


def test_periods_that_exceed_their_total():
    book = ledger(
        [
            entry(Flow.OPENING, 1000),
            entry(Flow.DESTROYED, 400, when=Within(None, date(2015, 12, 31)), total=True),
            entry(Flow.DESTROYED, 250, when=year(2014)),
            entry(Flow.DESTROYED, 151, when=year(2015)),
        ]
    )
    assert findings(book) == [(Finding.PERIODS_EXCEED_TOTAL, Unit.MUNITIONS)]
    assert "add up to 401" in book.contradictions[0].words


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
    assert book.contradictions == ()


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
    assert book.contradictions == ()


def test_types_that_do_not_add_up_to_the_whole():
    book = ledger(
        [
            entry(Flow.OPENING, 510, 14400),
            entry(Flow.OPENING, 10, 2400, kind="CB-250-K"),
            entry(Flow.OPENING, 499, 12000, kind="M-971"),
        ]
    )
    assert findings(book) == [(Finding.TYPES_DO_NOT_ADD_UP, Unit.MUNITIONS)]
    assert book.line(Unit.MUNITIONS).opening == Quantity(510)


def test_a_type_of_unknown_number_does_not_blur_a_known_whole():
    book = ledger([entry(Flow.OPENING, 2012, 162417), entry(Flow.OPENING, None, None, kind="CB-470")])
    assert book.line(Unit.MUNITIONS).opening == Quantity(2012)
    assert book.line(Unit.MUNITIONS, "CB-470").remaining.value == UNKNOWN
    assert book.contradictions == ()


def test_only_the_newest_retained_figure_counts():
    book = ledger(
        [
            entry(Flow.OPENING, 1000),
            entry(Flow.RETAINED, 300, when=year(2012)),
            entry(Flow.RETAINED, 274, when=year(2019)),
        ]
    )
    assert book.line(Unit.MUNITIONS).remaining.value == Quantity(726)


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
    assert (Finding.SUBMUNITIONS_WITHOUT_MUNITIONS, Unit.SUBMUNITIONS) in findings(book)


def test_destroyed_without_an_opening():
    book = ledger([entry(Flow.DESTROYED, 200, 17600, when=year(2019))])
    assert (Finding.NO_OPENING, Unit.MUNITIONS) in findings(book)
    assert book.line(Unit.MUNITIONS).remaining.value == UNKNOWN


AMOUNTS = st.none() | st.integers(0, 10**7)
ENTRIES = st.lists(
    st.builds(
        Entry,
        flow=st.sampled_from(Flow),
        munitions=AMOUNTS.map(Quantity),
        submunitions=AMOUNTS.map(Quantity),
        kind=st.sampled_from(["", "RBK-500", "CB-470"]),
        when=st.none() | st.integers(2000, 2025).map(year),
        is_running_total=st.booleans(),
    ),
    max_size=12,
)


@given(ENTRIES, st.booleans())
def test_any_entries_make_a_ledger_whose_lines_add_up(entries, completed):
    for line in ledger(entries, completed=completed).lines:
        if line.remaining.value.value is None:
            continue
        known = {flow: quantity.value or 0 for flow, quantity in line.flows.items() if quantity is not None}
        added = sum(known.get(flow, 0) for flow in (Flow.OPENING, Flow.FOUND, Flow.RECEIVED))
        taken = sum(known.get(flow, 0) for flow in (Flow.DESTROYED, Flow.RETAINED, Flow.TRANSFERRED))
        assert line.remaining.value.value == added - taken


@given(ENTRIES)
def test_the_order_of_entries_does_not_matter(entries):
    forth, back = ledger(entries), ledger(entries[::-1])
    assert [(x.kind, x.unit, x.flows) for x in forth.lines] == [(x.kind, x.unit, x.flows) for x in back.lines]
    assert sorted(map(str, forth.contradictions)) == sorted(map(str, back.contradictions))
