"""Every flow either adds to a stock or takes from it, and what is kept takes."""

from stockpiles.rules.flow import ADDS, KEPT, TAKES, Flow


def test_every_flow_adds_or_takes_and_none_does_both() -> None:
    assert sorted((*ADDS, *TAKES)) == sorted(Flow)
    assert not set(ADDS) & set(TAKES)


def test_what_is_kept_for_training_is_taken_from_the_stock_to_be_destroyed() -> None:
    assert set(KEPT) == {Flow.RETAINED, Flow.RETAINED_DESTROYED} < set(TAKES)
