"""Importing a sheet at the desk: every row is tried and shown, and written only if all may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.actions.bad_row import BadRow
from editorial.actions.import_report import ImportReport, RowReport
from editorial.models import User, recording
from editorial.models.guard import at_the_door
from editorial.models.trial import on_trial

from .documents_at_hand import forget_entered, library_at_hand
from .lookups import Lookups
from .sheet import Sheet, SheetRow
from .sheet_file import SheetFile
from .sheet_records import DeskWriter

MOST_REFUSED = 500
"""Rows: after each that is refused, what is on record is read again."""


def import_sheet(
    sheet: Sheet,
    file: SheetFile,
    *,
    by: User,
    today: date,
    reason: str = "",
    dry_run: bool = True,
    skip_bad_rows: bool = False,
    given: Mapping[str, str] | None = None,
    tell: Callable[[int], object] = lambda done: None,
) -> ImportReport:
    """Try a sheet (``dry_run``), or write it. One bad row writes nothing, unless told to skip such rows.

    Everything happens in one transaction, which a trial rolls back, and is one change with ``by`` and ``reason``.
    ``given`` holds what stands for the empty cells of a column; ``tell`` is told how many rows are read. After MOST_REFUSED
    refused rows it stops, and says so.
    """
    given = {name: value for name, value in (given or {}).items() if value}
    report = ImportReport(sheet.name, passed_over=file.passed_over)
    report.problems += sheet.wrong_columns(file.headings, given)
    if not report.problems and not file.rows:
        report.problems.append("There is no row below the headings.")
    if report.problems:
        return report
    with ExitStack() as around, transaction.atomic(), recording(by=by, reason=reason or "Trial of an import"):
        if dry_run:  # leaves nothing behind
            around.enter_context(at_the_door())
            around.enter_context(on_trial())
        around.enter_context(library_at_hand())
        _write(sheet, file, report, Lookups(today), by, given, tell)
        report.written = not dry_run and not report.problems and (skip_bad_rows or not report.refused)
        if not report.written:
            transaction.set_rollback(True)
    return report


def best_sheet(sheets: Sequence[Sheet], headings: Sequence[str], given: Mapping[str, str]) -> Sheet:
    """The table that a file is, told by its headings; the nearest, where it is none."""
    return min(sheets, key=lambda sheet: len(sheet.wrong_columns(headings, given)))


def _write(
    sheet: Sheet,
    file: SheetFile,
    report: ImportReport,
    known: Lookups,
    by: User,
    given: Mapping[str, str],
    tell: Callable[[int], object],
) -> None:
    writer = DeskWriter(report, by)
    refused = 0
    for number, row in enumerate(sheet.read(file, known, given)):
        tell(number)
        done = writer.row = RowReport(row.line)
        if problems := row.problems or _written(sheet, row, writer):
            done = RowReport(row.line, refusals=[one.at(row.line) for one in problems])
            report.refused += done.refusals
            refused += 1
        report.rows.append(done)
        report.created += done.created
        report.changed += done.changed
        report.unchanged += len(done.records) - done.created - done.changed
        if refused > MOST_REFUSED:
            report.problems.append(
                f"More than {MOST_REFUSED} rows are refused by line {row.line}; the rest was not read. Mend these first: "
                "they are often wrong in the same way."
            )
            return


def _written(sheet: Sheet, row: SheetRow, writer: DeskWriter) -> Sequence[BadRow]:
    """Writes the records of one row; or says why it is refused, and none of them stays."""
    try:
        with transaction.atomic():
            records = writer.write(sheet.made(row))
            writer.row.flags += sheet.check(records, row.known) if sheet.check else []
        return []
    except BadRow as problem:
        found = [problem]
    except ValidationError as problem:
        found = [BadRow(words) for words in problem.messages]
    except IntegrityError as problem:
        found = [BadRow(f"The database refuses this row: {problem}")]
    forget_entered()
    return found
