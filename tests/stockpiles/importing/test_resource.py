"""A table is tried row by row, and written whole or not at all."""

import pytest
import tablib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stockpiles.importing.resource import import_table
from stockpiles.importing.tables import TABLES
from stockpiles.models import DestructionRecord, StockpileHolding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
YEARS = TABLES["stockpile_years"]


def years(*rows):
    return tablib.Dataset(
        *rows, headers=["iso3", "year", "munitions_destroyed", "submunitions_destroyed", "source"]
    )


GOOD = ("PER", "2017", "3", "120", "Peru, report of 2018")
BAD = ("PER", "2016", "-3", "120", "Peru, report of 2018")


def test_a_trial_writes_nothing(person):
    before = DestructionRecord.objects.count()
    report = import_table(YEARS, years(GOOD), by=person("researcher"))
    assert [(row.line, row.word) for row in report.rows] == [(2, "New")]
    assert report.rows[0].records == ["Peru, whole stock, 2017: 3 munitions, 120 submunitions"]
    assert not report.written
    assert DestructionRecord.objects.count() == before


def test_one_bad_row_writes_nothing_unless_told_to_skip(person):
    before = DestructionRecord.objects.count()
    report = import_table(YEARS, years(GOOD, BAD), by=person("researcher"), reason="2018 edition", dry_run=False)
    assert not report.written
    assert report.refused == 1
    assert "munitions_destroyed: “-3”" in report.rows[1].refusal
    assert DestructionRecord.objects.count() == before

    report = import_table(
        YEARS, years(GOOD, BAD), by=person("researcher"), reason="2018 edition", dry_run=False, skip_bad_rows=True
    )
    assert report.written
    assert DestructionRecord.objects.count() == before + 1


def test_what_is_written_carries_author_and_reason(person):
    import_table(YEARS, years(GOOD), by=person("researcher"), reason="2018 edition", dry_run=False)
    record = DestructionRecord.objects.get(country__iso3="PER", period_start="2017")
    version = record.history.get()
    assert (version.history_user.username, version.history_change_reason) == ("researcher", "2018 edition")
    assert record.note.startswith("[@peru-report-of-2018-")


def test_a_changed_figure_shows_old_and_new(person):
    row = ("PER", "2022", "543", "34824", "Landmine and Cluster Munition Monitor, another profile")
    report = import_table(YEARS, years(row), by=person("researcher"))
    assert report.rows[0].word == "Changed"
    assert "munitions: 542 → 543" in report.rows[0].changes


def test_more_destroyed_than_held_is_flagged_with_the_arithmetic(person):
    row = ("COL", "2024", "500", "", "A later report")
    report = import_table(YEARS, years(row), by=person("researcher"))
    assert report.flagged == 1
    assert "More is gone than was held, by 500 munitions" in report.rows[0].flags[0]


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        (["iso3", "year"], "Column “munitions_destroyed” is missing."),
        (
            ["iso3", "year", "munitions_destroyed", "submunitions_destroyed", "source", "colour"],
            "Column “colour” is not known in this table.",
        ),
        (
            ["iso3", "iso3", "year", "munitions_destroyed", "submunitions_destroyed", "source"],
            "Column “iso3” is there twice.",
        ),
    ],
)
def test_wrong_columns_stop_the_file(person, headers, words):
    dataset = tablib.Dataset(["x"] * len(headers), headers=headers)
    report = import_table(YEARS, dataset, by=person("researcher"))
    assert words in report.problems
    assert report.rows == ()


def test_an_empty_file(person):
    assert import_table(YEARS, years(), by=person("researcher")).problems == (
        "There is no row below the headings.",
    )


def test_the_reference_files_themselves_are_unchanged(person):
    from stockpiles.importing.reference_data import FOLDER

    for name, table in TABLES.items():
        text = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
        report = import_table(table, tablib.Dataset().load(text, format="csv"), by=person("researcher"))
        assert report.problems == (), name
        assert (report.refused, report.new, report.changed) == (0, 0, 0), name


def test_a_model_that_refuses_is_a_refused_row(person):
    holdings = TABLES["holdings"]
    dataset = tablib.Dataset(
        ["PER", "5", "", "preferred", "A document"],
        headers=["iso3", "munitions", "submunitions", "rank", "source"],
    )
    report = import_table(holdings, dataset, by=person("researcher"))
    assert "rank_reason: empty" in report.rows[0].refusal


CELLS = st.one_of(st.text(max_size=20), st.sampled_from(["PER", "2020", "-1", "5", "1e9", "after 2013", "=1+1"]))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=3))
def test_any_cells_are_read_or_refused(person, rows):
    before = StockpileHolding.objects.count()
    report = import_table(YEARS, years(*rows), by=person("researcher"))
    assert len(report.rows) == len(rows)
    assert StockpileHolding.objects.count() == before
