"""One figure is used, the others stay beside it."""

import pytest

from stockpiles.actions.figures import prefer_figure
from stockpiles.models import DestructionRecord, StockpileHolding

pytestmark = pytest.mark.usefixtures("in_a_change")


@pytest.fixture
def two(peru):
    first = StockpileHolding.objects.create(
        country=peru, munitions=2012, as_of="2021", rank="preferred", rank_reason="Newest declaration."
    )
    second = StockpileHolding.objects.create(country=peru, munitions=2021, as_of="2023-12-15")
    return first, second


def test_the_one_preferred_before_becomes_normal_in_the_same_change(two, person):
    first, second = two
    StockpileHolding.history.all().delete()
    prefer_figure(figure=second, because="Said by the ministry.", by=person("researcher"), reason="Slides seen")
    first.refresh_from_db()
    assert (first.rank, first.rank_reason) == ("normal", "")
    assert (second.rank, second.rank_reason) == ("preferred", "Said by the ministry.")
    versions = StockpileHolding.history.all()
    assert versions.count() == 2
    assert len({version.change_id for version in versions}) == 1


def test_figures_about_something_else_are_left_alone(two, peru, person):
    other = DestructionRecord.objects.create(
        country=peru,
        munitions=160,
        period_start="2020",
        period_end="2020",
        rank="preferred",
        rank_reason="Only one.",
    )
    prefer_figure(figure=two[1], because="Said by the ministry.", by=person("researcher"), reason="Slides seen")
    other.refresh_from_db()
    assert other.rank == "preferred"


def test_readers_have_to_be_told_why(two, person):
    with pytest.raises(ValueError, match="readers see it"):
        prefer_figure(figure=two[1], because=" ", by=person("researcher"), reason="Slides seen")
    two[0].refresh_from_db()
    assert two[0].rank == "preferred"
