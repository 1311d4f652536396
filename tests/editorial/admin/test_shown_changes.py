"""A comparison is numbered through: each paragraph of a text, each short field, each row."""

from __future__ import annotations

from editorial.admin.shown_changes import shown
from editorial.history.comparison import FieldChange, RecordComparison, RowChange


def test_fields_and_rows_are_numbered_through() -> None:
    year = FieldChange(name="edition", label="Edition", old="2009", new="2010")
    row = RowChange(kind="added", what="party", label="Chile", pk=1, fields=(year,))
    step = FieldChange(name="status", label="Status", old="Draft", new="In review")
    found = shown(RecordComparison(fields=(year, year), parts=(row,), steps=(step,)))
    fields, rows, last = found.fields, found.rows, found.last
    assert [one.number for one in fields] == [1, 2]
    assert [(one.number, one.label, [f.number for f in one.fields]) for one in rows] == [(3, "Chile", [0])]
    assert last == 3
    assert [one.label for one in found.steps] == ["Status"]
    assert not found.is_same
    assert (fields[0].old, fields[0].new, fields[0].stretches) == ("2009", "2010", [])


def test_steps_are_set_apart_and_are_nothing_that_the_record_says() -> None:
    step = FieldChange(name="status", label="Status", old="Draft", new="In review")
    found = shown(RecordComparison(fields=(), parts=(), steps=(step,)))
    assert [(one.label, one.number) for one in found.steps] == [("Status", 0)]
    assert found.is_same
    assert found.last == 0
