"""Importing one table through django-import-export: every row tried, shown, and written only if all may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import tablib
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from import_export import resources
from import_export.instance_loaders import BaseInstanceLoader
from import_export.results import RowResult

from editorial.actions.reference import BadRow
from editorial.models import Tracked, User, access, recording
from stockpiles.models import DestructionRecord, RetentionRecord, StockpileHolding
from stockpiles.queries.figures import figures
from stockpiles.queries.stock import stocks
from stockpiles.rules.difference import Finding

from .known import Known
from .rows import Made
from .tables import ImportedTable, wrong_columns

#: What a row leads to that an importer should look at before writing it.
WORTH_A_LOOK = frozenset(
    {
        Finding.MORE_GONE_THAN_HELD,
        Finding.RETAINED_EXCEEDED,
        Finding.PERIODS_EXCEED_TOTAL,
        Finding.TYPES_DO_NOT_ADD_UP,
    }
)


@dataclass
class RowReport:
    """What one line of the file does: the records it makes or changes, what looks odd, or why it is refused."""

    line: int
    records: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    refusal: str = ""
    is_new: bool = False
    is_changed: bool = False

    @property
    def word(self) -> str:
        if self.refusal:
            return "Refused"
        return "New" if self.is_new else "Changed" if self.is_changed else "Unchanged"


@dataclass(frozen=True)
class ImportReport:
    """What a file does, row by row. ``problems`` stop it as a whole: a column missing, a file that cannot be read."""

    rows: tuple[RowReport, ...] = ()
    problems: tuple[str, ...] = ()
    written: bool = False

    @property
    def refused(self) -> int:
        return sum(1 for row in self.rows if row.refusal)

    @property
    def new(self) -> int:
        return sum(row.is_new for row in self.rows)

    @property
    def changed(self) -> int:
        return sum(row.is_changed and not row.is_new for row in self.rows)

    @property
    def unchanged(self) -> int:
        return len(self.rows) - self.refused - self.new - self.changed

    @property
    def flagged(self) -> int:
        return sum(1 for row in self.rows if row.flags)


def import_table(
    table: ImportedTable,
    dataset: tablib.Dataset,
    *,
    by: User,
    reason: str = "",
    dry_run: bool = True,
    skip_bad_rows: bool = False,
) -> ImportReport:
    """Try a table (``dry_run``), or write it. One bad row writes nothing, unless told to skip such rows.

    Everything happens in one transaction, which a trial rolls back. The records carry ``by`` and ``reason``.
    """
    problems = wrong_columns(table, dataset.headers or [])
    if not problems and not len(dataset):
        problems.append("There is no row below the headings.")
    if problems:
        return ImportReport(problems=tuple(problems))
    resource = TableResource(table, by=by, skip_bad_rows=skip_bad_rows)
    with recording(by=by, reason=reason or "Trial of an import"):
        result = resource.import_data(dataset, dry_run=dry_run, use_transactions=True)
    if result.base_errors:
        return ImportReport(problems=tuple(str(error.error) for error in result.base_errors))
    written = not dry_run and not result.has_errors()
    return ImportReport(tuple(resource.reports), written=written)


class TableResource(resources.Resource):
    """One table. django-import-export walks through the rows and holds the transaction; a row may make several records."""

    class Meta:
        use_transactions = True
        instance_loader_class = BaseInstanceLoader
        report_skipped = True

    def __init__(self, table: ImportedTable, *, by: User, skip_bad_rows: bool) -> None:
        super().__init__()
        self.table, self.by, self.skip_bad_rows = table, by, skip_bad_rows
        self.reports: list[RowReport] = []

    def before_import(self, dataset: tablib.Dataset, **kwargs: Any) -> None:
        self.known = Known.read()
        self.read = self.table.reader()
        self.reports = []

    def import_row(self, row: Mapping[str, Any], instance_loader: Any, **kwargs: Any) -> RowResult:
        report = RowReport(line=kwargs["row_number"] + 1)  # the headings are line 1
        self.reports.append(report)
        result = RowResult()
        try:
            self._apply(row, report)
        except BadRow as problem:
            report.refusal = str(problem)
        except ValidationError as problem:
            report.refusal = " ".join(problem.messages)
        except IntegrityError as problem:
            report.refusal = f"The database refuses this row: {problem}"
        if report.refusal:
            report.records, report.changes, report.flags = [], [], []
            report.is_new = report.is_changed = False
            result.import_type = RowResult.IMPORT_TYPE_SKIP if self.skip_bad_rows else RowResult.IMPORT_TYPE_ERROR
            if not self.skip_bad_rows:
                result.errors.append(self.get_error_result_class()(BadRow(report.refusal), row=row))
        elif report.is_new:
            result.import_type = RowResult.IMPORT_TYPE_NEW
        else:
            result.import_type = RowResult.IMPORT_TYPE_UPDATE if report.is_changed else RowResult.IMPORT_TYPE_SKIP
        return result

    def _apply(self, row: Mapping[str, Any], report: RowReport) -> None:
        with transaction.atomic():  # a refused row leaves none of its records behind
            kept: list[Any] = []
            for made in self.read(row, self.known):
                self._check_access(made)
                needed = {name: kept[place] for name, place in made.needs.items()}
                kept.append(self._keep(made, needed, report))
                report.flags += made.flags
            report.flags += self._ledger_flags(kept)

    def _check_access(self, made: Made) -> None:
        """Nobody imports what a form would not let them write."""
        country = made.by.get("country")
        limit = access.choices(made.model, "country", self.by) if country is not None else None
        if country is not None and limit is not None and not limit.filter(pk=country.pk).exists():
            raise BadRow(f"iso3: “{country.iso3}”. Your team does not work on {country}.")

    def _keep(self, made: Made, needed: dict[str, Any], report: RowReport) -> Tracked:
        by = {**made.by, **{k: v for k, v in needed.items() if k == "munition_type"}}
        values = {**made.values, **{k: v for k, v in needed.items() if k != "munition_type"}}
        record = made.model._base_manager.filter(**by).first()
        if record is None:
            record = made.model(**by, **values)
            record.full_clean()
            record.save()
            report.is_new = True
            report.records.append(str(record))
            return record
        before = {name: getattr(record, name) for name in values}
        for name, value in values.items():
            setattr(record, name, value)
        changed = record.changed_fields()
        if changed:
            record.full_clean()
            record.save()
            report.is_changed = True
            report.changes += [
                f"{_label(record, name)}: {_said(before[name])} → {_said(values[name])}" for name in changed
            ]
        report.records.append(str(record))
        return record

    def _ledger_flags(self, kept: list[Any]) -> list[str]:
        """What the ledger of the state says once this row is in it."""
        if not any(isinstance(one, StockpileHolding | DestructionRecord | RetentionRecord) for one in kept):
            return []
        pk = kept[0].country_id
        book = stocks(figures(countries=[pk])).get(pk)
        if book is None:
            return []
        return [one.words for one in book.ledger.differences if one.finding in WORTH_A_LOOK]


def _label(record: Any, name: str) -> str:
    return str(record._meta.get_field(name).verbose_name)


def _said(value: Any) -> str:
    return "nothing" if value in (None, "") else str(value)[:120]
