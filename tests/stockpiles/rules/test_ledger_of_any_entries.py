"""Whatever is entered, in whatever order, the lines of a ledger add up."""

from hypothesis import given
from hypothesis import strategies as st

from stockpiles.rules.flow import TAKES, Flow
from stockpiles.rules.ledger import ledger
from stockpiles.rules.quantity import Quantity

from .figures import Given, year

AMOUNTS = st.none() | st.integers(0, 10**7)


ENTRIES = st.lists(
    st.builds(
        Given,
        flow=st.sampled_from(Flow),
        munitions=AMOUNTS.map(Quantity),
        submunitions=AMOUNTS.map(Quantity),
        designation=st.sampled_from(["", "RBK-500", "CB-470"]),
        about=st.none() | st.integers(2000, 2025).map(year),
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
        taken = sum(known.get(flow, 0) for flow in TAKES)
        assert line.remaining.value.value == added - taken


@given(ENTRIES)
def test_the_order_of_entries_does_not_matter(entries):
    forth, back = ledger(entries), ledger(entries[::-1])
    assert [(x.kind, x.unit, x.flows) for x in forth.lines] == [(x.kind, x.unit, x.flows) for x in back.lines]
    assert sorted(map(str, forth.differences)) == sorted(map(str, back.differences))
