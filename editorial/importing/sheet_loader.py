"""Loading the reference data of a sheet: again and again, without losing what people did to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.db import transaction

from editorial.actions.bad_row import BadRow
from editorial.actions.import_report import ImportReport
from editorial.actions.reference import Loader, reference

from .documents_at_hand import library_at_hand
from .lookups import Lookups
from .sheet import Made, Sheet, SheetRow
from .sheet_file import SheetFile, read_sheet
from .sheet_records import ReferenceWriter, ReferenceWriterOfMany


def sheet_file(sheet: Sheet) -> SheetFile:
    """The reference data of a table as it lies in its file."""
    assert sheet.file is not None  # noqa: S101 - only what has reference data is loaded
    return read_sheet(sheet.file.name, sheet.file.read_bytes())


def readable(
    sheet: Sheet, report: ImportReport, known: Lookups | None = None, given: Mapping[str, str] | None = None
) -> Iterator[SheetRow]:
    """The rows of a table's file that can be read; what is wrong with the others is noted with its file and line."""
    for row in sheet.read(sheet_file(sheet), known or Lookups(), given):
        for problem in row.problems:
            refuse(sheet, report, row.line, problem)
        if not row.problems:
            yield row


def made_of(sheet: Sheet, row: SheetRow, report: ImportReport) -> Sequence[Made] | None:
    """The records of a row; None, and a note in the report, where it cannot be taken."""
    try:
        with transaction.atomic():  # a refused row leaves no document behind
            return sheet.made(row)
    except BadRow as problem:
        refuse(sheet, report, row.line, problem)
        return None


def refuse(sheet: Sheet, report: ImportReport, line: int, problem: BadRow) -> None:
    report.refuse(problem, file=sheet.file.name if sheet.file else "", line=line)


def load_sheet(sheet: Sheet, report: ImportReport) -> None:
    """Bring the records to the file of a table. To be called while a change is recorded.

    A row that cannot be taken leaves none of its records behind and is noted with its file and line.
    """
    read = (made for row in readable(sheet, report) if (made := made_of(sheet, row, report)) is not None)
    with library_at_hand():
        rows = list(read) if sheet.is_read_first else read  # elsewhere a row may name one above it
        writer = ReferenceWriterOfMany(report, rows) if isinstance(rows, list) else ReferenceWriter(report)
        for made in rows:
            writer.write(made)
        writer.finish()


def loads(name: str, *sheets: Sheet) -> Loader:
    """The loader of some tables, under the name that ``load_reference --only`` takes."""

    def load(report: ImportReport) -> None:
        for sheet in sheets:
            load_sheet(sheet, report)

    return reference(name)(load)
