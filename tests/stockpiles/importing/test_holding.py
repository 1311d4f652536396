"""Single figures: each source its own claim, side by side."""

from datetime import date

import pytest

from editorial.importing.sheet_import import import_sheet
from stockpiles.importing.holding import HOLDINGS
from stockpiles.models import StockpileHolding
from tests.factories.sheets import read_row, sheet_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
HEAD = ["iso3", "munitions", "submunitions", "source", "as_of"]
ARMY = ("CHL", "10", "100", "Army inventory of 2012: https://example.org/a", "2012")
MINISTRY = ("CHL", "12", "120", "Foreign ministry note of 2013: https://example.org/b", "2012")


def written(person, *rows, head=HEAD, **more):
    return import_sheet(
        HOLDINGS,
        sheet_of(head, *rows),
        by=person("researcher"),
        today=date(2026, 2, 3),
        reason="Two inventories",
        dry_run=False,
        **more,
    )


def figures():
    found = StockpileHolding.objects.filter(country__iso3="CHL", as_of="2012").order_by("munitions")
    return [(one.munitions, "example" in one.note or "-" in one.note) for one in found]


def test_two_sources_for_one_day_stand_side_by_side_and_the_preview_says_so(person):
    report = written(person, ARMY, MINISTRY)
    assert (report.created, report.changed) == (2, 0)
    assert "Another source says otherwise, both are kept" in report.rows[1].flags[0]
    assert [munitions for munitions, _ in figures()] == [10, 12]


def test_a_row_changes_the_claim_of_its_own_source_only(person):
    written(person, ARMY, MINISTRY)
    report = written(person, ("CHL", "13", *MINISTRY[2:]))
    assert (report.created, report.changed) == (0, 1)
    assert [munitions for munitions, _ in figures()] == [10, 13]


def test_a_claim_entered_by_hand_is_not_overwritten_by_another_source(person):
    written(person, ARMY)
    by_hand = StockpileHolding.objects.get(country__iso3="CHL", as_of="2012")
    written(person, MINISTRY)
    by_hand.refresh_from_db()
    assert by_hand.munitions == 10
    assert StockpileHolding.objects.filter(country__iso3="CHL", as_of="2012").count() == 2


def test_a_file_without_a_column_for_the_rank_leaves_the_rank(person):
    written(person, (*ARMY, "preferred", "Counted"), head=[*HEAD, "rank", "rank_reason"])
    written(person, ("CHL", "11", *ARMY[2:]))
    one = StockpileHolding.objects.get(country__iso3="CHL", as_of="2012")
    assert (one.munitions, one.rank, one.rank_reason) == (11, "preferred", "Counted")


def test_an_unknown_figure_is_kept_as_unknown():
    (made,) = read_row(HOLDINGS, {"iso3": "CHL", "munitions": "", "submunitions": "", "source": "A note"})
    assert (made.values["munitions"], made.values["submunitions"]) == (None, None)
