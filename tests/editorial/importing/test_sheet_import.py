"""A table is tried row by row, and written whole or not at all."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial.importing.sheet_import import best_sheet, import_sheet
from editorial.models import Source
from stockpiles.importing.at_the_desk import AT_THE_DESK
from stockpiles.importing.destruction_record import STOCKPILE_YEARS
from stockpiles.importing.holding import HOLDINGS
from stockpiles.models import DestructionRecord, StockpileHolding
from tests.factories.sheets import sheet_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
HEAD = ["iso3", "year", "munitions_destroyed", "submunitions_destroyed", "source"]
GOOD = ("PER", "2017", "3", "120", "Peru, report of 2018")
BAD = ("PER", "2016", "-3", "120", "Peru, report of 2018")
TODAY = date(2026, 2, 3)


def years(person, *rows, head=HEAD, **asked):
    file = sheet_of(head, *rows)
    return import_sheet(STOCKPILE_YEARS, file, by=person("researcher"), today=TODAY, **asked)


def written(person, *rows, **asked):
    return years(person, *rows, reason="2018 edition", dry_run=False, **asked)


def test_a_trial_writes_nothing(person):
    before = DestructionRecord.objects.count(), Source.objects.count()
    report = years(person, GOOD)
    assert [(row.line, row.word) for row in report.rows] == [(2, "New")]
    assert report.rows[0].records == ["Peru, whole stock, 2017: 3 munitions, 120 submunitions"]
    assert not report.written
    assert (DestructionRecord.objects.count(), Source.objects.count()) == before


def test_one_bad_row_writes_nothing_unless_told_to_skip(person):
    before = DestructionRecord.objects.count()
    report = written(person, GOOD, BAD)
    assert not report.written
    assert report.refused_rows == 1
    assert "munitions_destroyed: “-3”" in str(report.rows[1].refusals[0])
    assert DestructionRecord.objects.count() == before

    assert written(person, GOOD, BAD, skip_bad_rows=True).written
    assert DestructionRecord.objects.count() == before + 1


def test_everything_that_is_wrong_is_said_at_once(person):
    report = years(person, ("XXX", "2016", "-3", "1e3", "A report"))
    assert [one.field for one in report.refused] == ["iso3", "munitions_destroyed", "submunitions_destroyed"]
    assert report.refused_rows == 1


def test_a_row_that_is_left_out_brings_no_document(person):
    written(person, GOOD, ("PER", "2016", "", "", "A letter that nobody else cites"), skip_bad_rows=True)
    assert not Source.objects.filter(title__startswith="A letter that nobody").exists()


def test_what_is_written_carries_author_and_reason(person):
    written(person, GOOD)
    record = DestructionRecord.objects.get(country__iso3="PER", period_start="2017")
    version = record.history.get()
    assert (version.history_user.username, version.history_change_reason) == ("researcher", "2018 edition")
    assert record.note.startswith("[@peru-report-of-2018-")


def test_a_changed_figure_shows_old_and_new(person):
    source = DestructionRecord.objects.get(country__iso3="PER", period_start="2022").note.strip("[]")
    report = years(person, ("PER", "2022", "543", "34824", source))
    assert report.rows[0].word == "Changed"
    assert "munitions: 542 → 543" in report.rows[0].changes


def test_more_destroyed_than_held_is_flagged_with_the_arithmetic(person):
    report = years(person, ("COL", "2024", "500", "", "A later report"))
    assert report.flagged == 1
    assert "More is gone than was held, by 500 munitions" in report.rows[0].flags[0]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (HEAD[:2], "Column “munitions_destroyed” is missing."),
        ([*HEAD, "colour"], "Column “colour” is not known in this table."),
        (["iso3", *HEAD], "Column “iso3” is there twice."),
    ],
)
def test_wrong_columns_stop_the_file(person, head, words):
    report = years(person, ("x",) * len(head), head=head)
    assert words in report.problems
    assert report.rows == []


def test_an_empty_file(person):
    assert years(person).problems == ["There is no row below the headings."]


def test_a_model_that_refuses_is_a_refused_row(person):
    file = sheet_of(
        ["iso3", "munitions", "submunitions", "rank", "source"], ("PER", "5", "", "preferred", "A letter")
    )
    report = import_sheet(HOLDINGS, file, by=person("researcher"), today=TODAY)
    assert "rank_reason: empty" in str(report.rows[0].refusals[0])


def test_a_table_is_told_by_its_headings():
    assert best_sheet(AT_THE_DESK, HEAD, {}) is STOCKPILE_YEARS
    assert best_sheet(AT_THE_DESK, ["iso3", "munitions", "submunitions", "source"], {}) is HOLDINGS


CELLS = st.one_of(st.text(max_size=20), st.sampled_from(["PER", "2020", "-1", "5", "1e9", "after 2013", "=1+1"]))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=3))
def test_any_cells_are_read_or_refused(person, rows):
    before = StockpileHolding.objects.count()
    report = years(person, *rows)
    assert len(report.rows) == len(rows)
    assert StockpileHolding.objects.count() == before
