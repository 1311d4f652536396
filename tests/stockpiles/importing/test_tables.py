"""The head of a table that somebody imports: its source may stand in one cell or in columns of its own."""

import pytest

from stockpiles.importing.tables import TABLES, wrong_columns

HOLDINGS = ["iso3", "munitions", "submunitions"]


@pytest.mark.parametrize(
    "named",
    [
        ["source"],
        ["source", "source_locator"],
        ["source_title", "source_publisher", "source_url", "source_date", "source_locator"],
    ],
)
def test_a_source_may_stand_in_one_cell_or_in_columns_of_its_own(named):
    assert wrong_columns(TABLES["holdings"], [*HOLDINGS, *named]) == []


def test_a_table_without_any_source_is_refused():
    assert wrong_columns(TABLES["holdings"], HOLDINGS) == ["Column “source” is missing."]
