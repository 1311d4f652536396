"""A long sheet is read in the background; whoever asked then sees what its rows would do, and says whether they should."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db import transaction
from django.urls import reverse

from editorial.actions.import_report import ImportReport
from editorial.actions.in_a_copy import in_a_copy
from editorial.actions.job_kinds import Work, keep_file, read_file
from editorial.actions.proposing import draw_up, keep
from editorial.importing.sheet_file import read_sheet
from editorial.importing.sheet_import import import_sheet
from editorial.importing.sheet_rows import UnreadableSheet
from editorial.models import ChangeRow, ChangeSet, Job, JobFile, RowKind, User
from editorial.rules.transitions import Refused

SHOWN = 500  # rows of the preview
MOST_CHANGED = 2_000
"""Records that one sheet may change beside the new ones: these are written one by one, while others wait on SQLite."""
ROW = ("order", "kind", "table", "label", "before", "after")
IDS = ("row_id", "whole_id", "subject_id", "former_subject_id")


@dataclass(frozen=True)
class ReadLong:
    """What came of a long sheet, as its page shows it: the counts and the first rows, in plain values."""

    report: Mapping[str, Any]
    rows: list[Any]
    may_be_written: bool


def read_long(work: Work) -> None:
    """The work of the kind “sheet”: tries every row and keeps what it would write, until somebody says yes.

    ``given``: the desk (stockpiles.stockpileholding), the table, the file's name, the day of the import, whether bad rows
    are left out, and what stands for empty cells. Raises Refused for a file that cannot be read.
    """
    by, asked = work.job.asked_by, work.given
    assert by is not None  # noqa: S101 - a person asks for it
    sheet = next(one for one in desk_of(asked["desk"]).offered if one.name == asked["table"])
    try:
        file = read_sheet(asked["file"], work.file("sheet"))
    except UnreadableSheet as problem:
        raise Refused(str(problem)) from None

    def act() -> ImportReport:
        return import_sheet(
            sheet,
            file,
            by=by,
            today=date.fromisoformat(asked["today"]),
            reason="Read in the background",
            dry_run=False,
            skip_bad_rows=asked["skip"],
            given=asked["given"],
            tell=lambda done: work.tell("Read", done, len(file)),
        )

    with in_a_copy():
        drawn = draw_up(act, by=by, reason="Read in the background")
    report = drawn.answer
    changed = sum(row.kind == RowKind.CHANGED for row in drawn.rows)
    if changed > MOST_CHANGED:
        report.problems.append(
            f"It changes {changed:,} records that are there; at most {MOST_CHANGED:,} are changed at once. Cut the file."
        )
    with work.finishing() as end:
        keep_file(work.job, "report", json.dumps(_plain_report(report)).encode())
        if drawn.rows and report.written and not report.problems:
            keep_file(work.job, "rows", json.dumps([_plain_row(row) for row in drawn.rows]).encode())
        JobFile.objects.filter(job=work.job, name="sheet").delete()
        end(
            f"Read: {_counted(report)}. Nothing is written yet: look at it, and say whether it should be.",
            leads_to=reverse(f"admin:{asked['desk'].replace('.', '_')}_import_read", args=[work.job.pk]),
        )


def desk_of(table: str) -> Any:
    """The desk of a table, "stockpiles.stockpileholding", also in a process that has asked for none yet."""
    admin.autodiscover()
    return admin.site.get_model_admin(apps.get_model(table))


def read_before(job: Job) -> ReadLong:
    """What a sheet came to, for its page."""
    report = json.loads(read_file(job, "report"))
    may = JobFile.objects.filter(job=job, name="rows").exists()
    return ReadLong(report, report["rows"], may)


@transaction.atomic
def propose_read(*, job: Job, by: User, reason: str, public_note: str = "") -> ChangeSet:
    """Keep as an open set what was read. Raises Refused the second time, and for anybody but who asked for the reading."""
    if job.asked_by_id != by.pk:
        raise Refused("Only who had the file read says that it should be written.")
    rows = JobFile.objects.select_for_update().filter(job=job, name="rows").first()
    if rows is None:
        raise Refused("This was proposed already, or nothing of it can be written.")
    found = [ChangeRow(**one) for one in json.loads(read_file(job, "rows"))]
    rows.delete()
    made = keep(found, by=by, reason=reason, public_note=public_note)
    page = reverse("admin:editorial_changeset_change", args=[made.pk])
    Job.objects.filter(pk=job.pk).update(outcome=f"Proposed: {made}.", leads_to=page, told=True)
    return made


def _plain_row(row: ChangeRow) -> dict[str, Any]:
    ids = {name: str(value) if (value := getattr(row, name)) else None for name in IDS}
    return {**{name: getattr(row, name) for name in ROW}, **ids}


def _counted(report: ImportReport) -> str:
    if report.problems:
        return report.problems[0].rstrip(".")
    return (
        f"{report.created:,} new, {report.changed:,} changed, {report.unchanged:,} unchanged, "
        f"{report.refused_rows:,} refused"
    )


def _plain_report(report: ImportReport) -> dict[str, Any]:
    """As the template of the preview asks for it."""
    rows = sorted(report.rows, key=lambda row: (not row.refusals, not row.flags, row.line))
    names = ("created", "changed", "unchanged", "problems", "passed_over", "refused_rows", "flagged")
    return {
        **{name: getattr(report, name) for name in names},
        "refused": bool(report.refused),
        "has_more": len(rows) > SHOWN,
        "rows": [
            {
                "line": row.line,
                "word": row.word,
                "refusals": [{"words": one.words} for one in row.refusals],
                "records": row.records,
                "changes": row.changes,
                "flags": row.flags,
            }
            for row in rows[:SHOWN]
        ],
    }
