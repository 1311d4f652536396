"""A long export is written in the background and fetched from the page of the work."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.template.defaultfilters import pluralize

from editorial.actions.audit import note_export
from editorial.actions.job_kinds import Work, keep_file
from editorial.tables import xlsx_file

from .sheet_job import desk_of

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def write_export(work: Work) -> None:
    """The work of the kind “export”: the records of a desk (by their numbers, as its list was filtered) as a workbook."""
    by, asked = work.job.asked_by, work.given
    assert by is not None  # noqa: S101 - a person asks for it
    model: Any = apps.get_model(asked["desk"])
    desk = desk_of(asked["desk"])
    named = [field.name for field in model._meta.concrete_fields if field.many_to_one]
    records: QuerySet[Any] = model._base_manager.filter(pk__in=asked["records"]).select_related(*named)
    by_number = records.in_bulk()
    found = [by_number[number] for number in asked["records"] if number in by_number]

    def told() -> Any:
        for done, record in enumerate(found):
            work.tell("Written", done, len(found))
            yield record

    data = xlsx_file(desk.sheet.table(told()))
    with work.finishing() as end:
        keep_file(work.job, f"{desk.sheet.name}.xlsx", data, WORKBOOK)
        note_export(by=by, what=str(model._meta.verbose_name_plural), rows=len(found))
        end(f"{len(found):,} record{pluralize(len(found))}; the file is kept for a month.")
