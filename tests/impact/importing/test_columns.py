"""Columns that the sheets of impact share."""

from editorial.importing.lookups import Lookups
from impact.importing.columns import FOLDER, bound


def test_a_bound_is_what_the_source_says_before_a_figure_or_nothing():
    column = bound("area_bound", "the area")
    assert column.name == "area_bound"
    assert column.cell.read("", Lookups()) == ""
    assert column.cell.read("At least", Lookups()) == "at_least"


def test_every_file_of_the_folder_is_there():
    assert {path.stem for path in FOLDER.glob("*.csv")} == {
        "casualty_figures",
        "clearance_records",
        "contamination_claims",
        "published_deadlines",
    }
