"""Every flow either adds to a stock or takes from it, and what is kept takes."""

from stockpiles.rules.flow import ADDS, IN_LEDGER, KEPT, TAKES, Flow


def test_every_flow_of_the_ledger_adds_or_takes_and_none_does_both() -> None:
    assert sorted((*ADDS, *TAKES)) == sorted(IN_LEDGER)
    assert not set(ADDS) & set(TAKES)


def test_what_is_said_to_remain_alone_is_no_part_of_the_ledger() -> None:
    assert set(Flow) - set(IN_LEDGER) == {Flow.REMAINING}


def test_what_is_kept_for_training_is_taken_from_the_stock_to_be_destroyed() -> None:
    assert set(KEPT) == {Flow.RETAINED, Flow.RETAINED_DESTROYED} < set(TAKES)
