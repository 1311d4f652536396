"""Sheets at the desk: upload, what each row would do, confirmation; and the records as a sheet that reads back."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import pluralize
from django.urls import URLPattern
from django.utils import timezone

from editorial.actions.audit import note_export
from editorial.actions.confirming import fingerprint
from editorial.actions.import_report import ImportReport
from editorial.actions.jobs import ask_for
from editorial.importing.cells import Named
from editorial.importing.sheet import Sheet
from editorial.importing.sheet_file import SheetFile, read_sheet
from editorial.importing.sheet_import import best_sheet, import_sheet
from editorial.importing.sheet_rows import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, UnreadableSheet
from editorial.models import ChangeSet, Job, JobState
from editorial.tables import csv_pieces, xlsx_file

from .import_desk import CONFIRM_WITHIN, ImportDesk
from .long_sets import ask_to_confirm
from .proposals import address_of
from .record_pages import signed_in
from .sheet_job import propose_read, read_before
from .tracked_form import ReasonForm, asked_reason

MAX_UPLOAD = 8 * 1024 * 1024  # bytes
MAX_AT_ONCE = 1024 * 1024  # bytes; the preview carries them, packed and signed, in a form of at most 2.5 MB
MOST_AT_ONCE = 500  # rows: each is tried, checked and kept with its history while a person waits
MOST_IN_WORKBOOK = 5_000  # rows: some seconds
SHOWN = 500  # rows of the preview
SALT = "editorial.sheet_import"
FILES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class UploadForm(forms.Form):
    """The file, which table it is, and what stands for its empty cells."""

    table = forms.ChoiceField(required=False, help_text="Left open, the headings of the file tell.")
    file = forms.FileField(
        help_text="CSV in UTF-8 with a header line, or an Excel workbook (first sheet). At most "
        f"{MAX_UPLOAD // 1024**2} MB, {MOST_ROWS:,} rows, {MOST_COLUMNS} columns, {LONGEST_CELL:,} letters in a cell. Up to "
        f"{MOST_AT_ONCE:,} rows are read while you wait, half a minute at the most; more are read in the background.",
    )
    skip_bad_rows = forms.BooleanField(
        required=False,
        label="Leave out rows that are refused",
        help_text="Without this, one refused row means that nothing is written.",
    )

    def __init__(self, *args: Any, sheets: Sequence[Sheet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "As its headings tell"), *((sheet.name, sheet.title) for sheet in sheets)]
        cast(forms.ChoiceField, self.fields["table"]).choices = choices
        self.for_all = {sheet.for_all: sheet.by_name[sheet.for_all] for sheet in sheets if sheet.for_all}
        for column in self.for_all.values():
            named = cast(Named, column.cell)
            self.fields[column.name] = forms.ModelChoiceField(
                named.model._default_manager.all(),
                to_field_name=named.by,
                required=False,
                help_text=f"For rows in which the column “{column.name}” is empty or missing.",
            )
        self.order_fields(["table", "file"])

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_UPLOAD:
            size = file.size / 1024**2
            raise forms.ValidationError(
                f"The file has {size:.1f} MB; at most {MAX_UPLOAD // 1024**2} MB are read. Cut it into parts."
            )
        return file

    @property
    def given(self) -> dict[str, str]:
        """What stands for the empty cells of a column, by its heading."""
        return {name: value for name in self.for_all if (value := self[name].value())}


class ConfirmForm(ReasonForm):
    """What was previewed, signed so that exactly that is written, and why."""

    upload = forms.CharField(widget=forms.HiddenInput, max_length=2 * MAX_AT_ONCE)
    reason = asked_reason("Reason for the import", "For the team, for example: figures of the edition of 2024.")
    field_order = ("upload", "reason")


class LongForm(ReasonForm):
    """Why what was read in the background should be written."""

    reason = asked_reason("Reason for the import", "For the team, for example: figures of the edition of 2024.")
    field_order = ("reason",)


class SheetPages(ImportDesk):
    """Adds to the desk of a record the export of its sheet, and the import of that one or of several."""

    sheet: Sheet  # the records of this desk
    sheets: tuple[Sheet, ...] = ()  # all that are imported here, where it is more than that

    import_title = "Import a table"

    def get_urls(self) -> list[URLPattern]:
        return [
            self.page_path("export/", self.export_view, "export"),
            self.page_path("export/<str:ending>/", self.export_view, "export_as"),
            self.page_path("import/<int:job>/", self.read_view, "import_read"),
            *super().get_urls(),
        ]

    def may_import(self, request: HttpRequest) -> bool:
        """An import writes records of every kind, and the sources they name."""
        rights = self.has_add_permission(request) and self.has_change_permission(request)
        return rights and request.user.has_perm("editorial.add_source")

    @property
    def offered(self) -> tuple[Sheet, ...]:
        """The tables that are imported here."""
        return self.sheets or (self.sheet,)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        asked = f"?{request.GET.urlencode()}" if request.GET else ""
        exports = [(name, self._address("export_as", name.lower()) + asked) for name in ("CSV", "XLSX")]
        return super().changelist_view(request, {"exports": exports, **(extra_context or {})})

    # ------------------------------------------------------------------ import

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """First the file, then what each of its rows would do, then the records."""
        if not self.may_import(request):
            raise PermissionDenied
        if "upload" in request.POST:
            return self._confirmed(request)
        asks = request.method == "POST"
        form = UploadForm(*((request.POST, request.FILES) if asks else ()), sheets=self.offered)
        if not form.is_valid():
            return self._upload_page(request, form)
        chosen = form.cleaned_data
        data = chosen["file"].read()
        asked = {
            "table": chosen["table"],
            "skip": chosen["skip_bad_rows"],
            "file": chosen["file"].name[:120],
            "given": form.given,
            "data": base64.b64encode(data).decode(),
        }
        try:
            sheet_file = read_sheet(asked["file"], data)
        except UnreadableSheet as problem:
            form.add_error("file", str(problem))
            return self._upload_page(request, form)
        if not asked["table"]:
            asked["table"] = best_sheet(self.offered, sheet_file.headings, asked["given"]).name
        if len(sheet_file) > MOST_AT_ONCE or len(data) > MAX_AT_ONCE:
            return self._read_later(request, form, asked, sheet_file, data)
        signed = signing.dumps(asked, salt=self._salt(request), compress=True)
        report = self._run(request, asked, sheet_file)
        return self._preview(request, asked, report, ConfirmForm(initial={"upload": signed}))

    def _read_later(
        self, request: HttpRequest, form: UploadForm, asked: dict[str, Any], file: SheetFile, data: bytes
    ) -> HttpResponse:
        """Have a long sheet read in the background; what is wrong with its head is said at once."""
        sheet = self._sheet(asked)
        for problem in sheet.wrong_columns(file.headings, asked["given"]):
            form.add_error("file", problem)
        if form.errors:
            return self._upload_page(request, form)
        given = {name: asked[name] for name in ("table", "skip", "file", "given")}
        given |= {"desk": self.opts.label_lower, "today": timezone.localdate().isoformat()}
        with self._saying_refusals(request):
            job = ask_for(
                "sheet",
                title=f"Read {asked['file']} ({len(file):,} rows) as “{sheet.title}”",
                by=signed_in(request),
                given=given,
                files={"sheet": data},
                asked_from=request.path,
            )
            return HttpResponseRedirect(job.get_absolute_url())
        return self._upload_page(request, form)

    def read_view(self, request: HttpRequest, job: int) -> HttpResponse:
        """What a sheet that was read in the background would do; posted with a reason, it is proposed."""
        if not self.may_import(request):
            raise PermissionDenied
        found = get_object_or_404(
            Job, pk=job, kind="sheet", given__desk=self.opts.label_lower, asked_by=signed_in(request).pk
        )
        if found.state != JobState.DONE:
            return HttpResponseRedirect(found.get_absolute_url())
        form = LongForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            with self._saying_refusals(request):
                return self._proposed_from(request, found, form.cleaned_data["reason"])
        read = read_before(found)
        context = {
            "form": form,
            "asked": found.given,
            "sheet": self._sheet(found.given),
            "report": read.report,
            "rows": read.rows,
            "has_more": read.report["has_more"],
            "may_be_written": read.may_be_written,
            "again": self._address("import"),
        }
        status = 422 if form.errors else 200
        return self._page(request, "admin/sheet_preview.html", self.import_title, context, status=status)

    def _proposed_from(self, request: HttpRequest, job: Job, reason: str) -> HttpResponse:
        """Keep what was read as a change set; in a team of one, have it confirmed in the background."""
        by = signed_in(request)
        made = propose_read(job=job, by=by, reason=reason)
        if settings.MONITOR_REVIEWER_MUST_DIFFER:
            words = "Proposed. Readers see it once a second person has confirmed it."
            self.message_user(request, words, messages.SUCCESS)
            return HttpResponseRedirect(address_of(made))
        confirming = ask_to_confirm(made, by=by, read=fingerprint(made), words="", asked_from=request.path)
        return HttpResponseRedirect(confirming.get_absolute_url())

    def _confirmed(self, request: HttpRequest) -> HttpResponse:
        try:
            asked = signing.loads(request.POST["upload"], salt=self._salt(request), max_age=CONFIRM_WITHIN)
            sheet_file = read_sheet(asked["file"], base64.b64decode(asked["data"]))
        except (signing.BadSignature, UnreadableSheet) as problem:
            why = str(problem) if isinstance(problem, UnreadableSheet) else "This preview is too old."
            self.message_user(request, f"{why} Choose the file again.", messages.WARNING)
            return HttpResponseRedirect(self._address("import"))
        form = ConfirmForm(request.POST)
        if not form.is_valid():
            return self._preview(request, asked, self._run(request, asked, sheet_file), form)
        reason = form.cleaned_data["reason"]
        report = ImportReport(asked["table"])

        def act() -> HttpResponse | None:
            nonlocal report
            report = self._run(request, asked, sheet_file, reason=reason)
            return self._told(request, asked, report, "Imported") if report.written else None

        def onward(made: ChangeSet) -> HttpResponse:
            return self._told(request, asked, report, "Proposed from")

        done = self.carried_out(request, act, record=None, reason=reason, onward=onward)
        return done or self._preview(request, asked, report, form)

    def _told(self, request: HttpRequest, asked: dict[str, Any], report: ImportReport, done: str) -> HttpResponse:
        words = (
            f"{done} {asked['file']}: {report.created} new, {report.changed} changed, {report.unchanged} unchanged"
        )
        if report.refused_rows:
            words += f", {report.refused_rows} row{pluralize(report.refused_rows)} left out"
        self.message_user(request, f"{words}.", messages.SUCCESS)
        return HttpResponseRedirect(self._address("changelist"))

    def _run(
        self, request: HttpRequest, asked: dict[str, Any], file: SheetFile, *, reason: str = ""
    ) -> ImportReport:
        """The import with a reason; without one, a trial."""
        return import_sheet(
            self._sheet(asked),
            file,
            by=signed_in(request),
            today=timezone.localdate(),
            reason=reason,
            dry_run=not reason,
            skip_bad_rows=asked["skip"],
            given=asked["given"],
        )

    def _sheet(self, asked: dict[str, Any]) -> Sheet:
        return next(sheet for sheet in self.offered if sheet.name == asked["table"])

    def _preview(
        self, request: HttpRequest, asked: dict[str, Any], report: ImportReport, form: ConfirmForm
    ) -> HttpResponse:
        may_be_written = not report.problems and (asked["skip"] or not report.refused)
        rows = sorted(report.rows, key=lambda row: (not row.refusals, not row.flags, row.line))
        context = {
            "form": form,
            "asked": asked,
            "sheet": self._sheet(asked),
            "report": report,
            "rows": rows[:SHOWN],
            "has_more": len(rows) > SHOWN,
            "may_be_written": may_be_written,
            "again": self._address("import"),
        }
        status = 200 if may_be_written and not form.errors else 422
        return self._page(request, "admin/sheet_preview.html", self.import_title, context, status=status)

    def _upload_page(self, request: HttpRequest, form: UploadForm) -> HttpResponse:
        context = {"form": form, "sheets": self.offered}
        status = 422 if form.errors else 200
        return self._page(request, "admin/sheet_upload.html", self.import_title, context, status=status)

    def _salt(self, request: HttpRequest) -> str:
        """Nobody confirms what somebody else has previewed, or previewed elsewhere."""
        return f"{SALT}.{self.opts.label_lower}.{signed_in(request).pk}"

    # ------------------------------------------------------------------ export

    def export_view(self, request: HttpRequest, ending: str = "csv") -> HttpResponse:
        """The records of the list as filtered, under the headings that the import reads."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        if ending not in FILES:
            raise Http404
        try:
            records: QuerySet = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return HttpResponseRedirect(self._address("changelist"))
        named = [field.name for field in self.opts.concrete_fields if field.many_to_one]
        if ending == "xlsx" and records.count() > MOST_IN_WORKBOOK:
            return self._export_later(request, records)
        found = list(records.select_related(*named))
        note_export(by=signed_in(request), what=str(self.opts.verbose_name_plural), rows=len(found))
        table = self.sheet.table(found)
        content: object = csv_pieces(table) if ending == "csv" else xlsx_file(table)
        headers = {"Content-Disposition": f'attachment; filename="{self.sheet.name}.{ending}"'}
        return HttpResponse(content, content_type=FILES[ending], headers=headers)

    def _export_later(self, request: HttpRequest, records: QuerySet) -> HttpResponse:
        """A workbook of thousands of rows takes longer than anybody waits; a CSV file goes out as it is written."""
        numbers = list(records.values_list("pk", flat=True))
        with self._saying_refusals(request):
            job = ask_for(
                "export",
                title=f"Workbook of {len(numbers):,} {self.opts.verbose_name_plural}",
                by=signed_in(request),
                given={"desk": self.opts.label_lower, "records": numbers},
                asked_from=request.path,
            )
            return HttpResponseRedirect(job.get_absolute_url())
        return HttpResponseRedirect(self._address("changelist"))
