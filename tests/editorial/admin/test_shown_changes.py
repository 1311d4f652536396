"""A comparison is numbered through: each paragraph of a text, each short field, each row."""

from __future__ import annotations

from editorial.admin.shown_changes import shown
from editorial.history.comparison import FieldChange, RecordComparison, RowChange


def test_fields_and_rows_are_numbered_through() -> None:
    year = FieldChange(name="edition", label="Edition", old="2009", new="2010")
    row = RowChange(kind="added", what="party", label="Chile", pk=1, fields=(year,))
    fields, rows, last = shown(RecordComparison(fields=(year, year), parts=(row,)))
    assert [one.number for one in fields] == [1, 2]
    assert [(one.number, one.label, [f.number for f in one.fields]) for one in rows] == [(3, "Chile", [0])]
    assert last == 3
    assert (fields[0].old, fields[0].new, fields[0].stretches) == ("2009", "2010", [])
