"""Importing tables at the desk: upload, what each row would do, confirmation."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

import tablib
from django import forms
from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import pluralize
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from editorial.admin.tracked import ReasonForm, signed_in
from editorial.importing.sheet_file import MOST_ROWS, UnreadableSheet, read_sheet
from stockpiles.importing.resource import ImportReport, import_table
from stockpiles.importing.tables import TABLES

MAX_UPLOAD = 2 * 1024 * 1024  # bytes
CONFIRM_WITHIN = 2 * 60 * 60  # seconds between the preview and the confirmation
SHOWN = 500  # rows of the preview
SALT = "stockpiles.table_import"


class UploadForm(forms.Form):
    """The file, and which table it is."""

    table = forms.ChoiceField(choices=[(table.name, table.title) for table in TABLES.values()])
    file = forms.FileField(
        label="File",
        help_text=f"CSV in UTF-8 with a header line, or an Excel workbook (first sheet), of at most {MOST_ROWS:,} rows.",
    )
    skip_bad_rows = forms.BooleanField(
        required=False,
        label="Leave out rows that are refused",
        help_text="Without this, one refused row means that nothing is written.",
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_UPLOAD:
            raise forms.ValidationError(f"The file is larger than {MAX_UPLOAD // 1024**2} MB; cut it into parts.")
        return file


class ConfirmForm(ReasonForm):
    """What was previewed, signed so that exactly that is written, and why."""

    upload = forms.CharField(widget=forms.HiddenInput, max_length=6 * MAX_UPLOAD)
    field_order = ("upload", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = "Reason for the import"
        self.fields["reason"].help_text = "For the team, for example: figures of the edition of 2024."


class TableImportPages(admin.ModelAdmin):
    """Adds the import of tables to the stocks."""

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_import"
        return [path("import/", self.admin_site.admin_view(self.import_view), name=name), *super().get_urls()]

    def may_import(self, request: HttpRequest) -> bool:
        """An import writes records of every kind, and the sources they name."""
        return self.has_add_permission(request) and request.user.has_perm("editorial.add_source")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"may_import": self.may_import(request), **(extra_context or {})})

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """First the file, then what each of its rows would do, then the records."""
        if not self.may_import(request):
            raise PermissionDenied
        if "upload" in request.POST:
            return self._confirmed(request)
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if not form.is_valid():
            return self._upload_page(request, form)
        file = form.cleaned_data["file"]
        try:
            dataset = read_sheet(file.name, file.read())
        except UnreadableSheet as problem:
            form.add_error("file", str(problem))
            return self._upload_page(request, form)
        asked = {
            "table": form.cleaned_data["table"],
            "skip": form.cleaned_data["skip_bad_rows"],
            "file": file.name[:120],
            "headings": dataset.headers,
            "rows": [[_plain(value) for value in row] for row in dataset],
        }
        return self._preview(request, asked, ConfirmForm(initial={"upload": _signed(asked, request)}))

    def _confirmed(self, request: HttpRequest) -> HttpResponse:
        asked = _unsigned(request.POST["upload"], request)
        if asked is None:
            self.message_user(request, "This preview is too old. Choose the file again.", messages.WARNING)
            return HttpResponseRedirect(self._import_address())
        form = ConfirmForm(request.POST)
        if not form.is_valid():
            return self._preview(request, asked, form)
        report = self._run(request, asked, reason=form.cleaned_data["reason"], dry_run=False)
        if not report.written:
            return self._preview(request, asked, form)
        words = (
            f"Imported {asked['file']}: {report.new} new, {report.changed} changed, {report.unchanged} unchanged"
        )
        if report.refused:
            words += f", {report.refused} row{pluralize(report.refused)} left out"
        self.message_user(request, f"{words}.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:stockpiles_stockpileholding_changelist"))

    def _run(self, request: HttpRequest, asked: dict[str, Any], *, reason: str, dry_run: bool) -> ImportReport:
        dataset = tablib.Dataset(*asked["rows"], headers=asked["headings"])
        return import_table(
            TABLES[asked["table"]],
            dataset,
            by=signed_in(request),
            reason=reason,
            dry_run=dry_run,
            skip_bad_rows=asked["skip"],
        )

    def _preview(self, request: HttpRequest, asked: dict[str, Any], form: ConfirmForm) -> HttpResponse:
        report = self._run(request, asked, reason="", dry_run=True)
        may_be_written = not report.problems and (asked["skip"] or not report.refused)
        rows = sorted(report.rows, key=lambda row: (not row.refusal, not row.flags, row.line))
        context = {
            **self._import_context(request, "Import a table"),
            "form": form,
            "asked": asked,
            "table": TABLES[asked["table"]],
            "report": report,
            "rows": rows[:SHOWN],
            "has_more": len(rows) > SHOWN,
            "may_be_written": may_be_written,
            "again": self._import_address(),
        }
        status = 200 if may_be_written and not form.errors else 422
        return TemplateResponse(request, "admin/stockpiles/import_preview.html", context, status=status)

    def _upload_page(self, request: HttpRequest, form: UploadForm) -> HttpResponse:
        context = {
            **self._import_context(request, "Import a table"),
            "form": form,
            "tables": TABLES.values(),
            "limit": MAX_UPLOAD // 1024**2,
        }
        return TemplateResponse(
            request, "admin/stockpiles/import_upload.html", context, status=422 if form.errors else 200
        )

    def _import_context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": None,
            "opts": self.opts,
        }

    def _import_address(self) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_import")


def _plain(value: Any) -> str:
    """A cell as text: whole numbers without ".0", dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    return str(value)


def _signed(asked: dict[str, Any], request: HttpRequest) -> str:
    packed = base64.b64encode(json.dumps(asked).encode()).decode()
    return signing.TimestampSigner(salt=SALT).sign(f"{signed_in(request).pk}:{packed}")


def _unsigned(text: str, request: HttpRequest) -> dict[str, Any] | None:
    """What was signed for this person; None if it is too old, or not theirs, or not ours."""
    try:
        owner, _, packed = signing.TimestampSigner(salt=SALT).unsign(text, max_age=CONFIRM_WITHIN).partition(":")
        asked: dict[str, Any] = json.loads(base64.b64decode(packed))
    except (signing.BadSignature, binascii.Error, ValueError):
        return None
    return asked if owner == str(signed_in(request).pk) else None
