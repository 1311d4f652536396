"""Importing one text at the desk: the file, the reconciliation report, the confirmation; and taking an import back.

An app says what a file becomes and which of its functions read, write and undo it. Nothing is kept between the
pages: the file travels in a hidden field, signed, so that exactly what was reported on is written.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from editorial.actions.imported_sources import imported_sources
from editorial.importing.notes import MISSING_NOTES
from editorial.importing.problems import NotWritten, Problem, UnusableInput, by_severity
from editorial.importing.reading import read_text
from editorial.models import SourceKind, Status, User
from editorial.rules.transitions import Refused

from .tracked import ReasonForm, TrackedAdmin, signed_in

MAX_UPLOAD = 1024 * 1024  # bytes; a text has some 10 KB. What is larger goes through the command
CONFIRM_WITHIN = 2 * 60 * 60  # seconds for which a file that was read is kept
SHOWN = 200  # rows of one table


class ImportForm(forms.Form):
    """What a ``file`` becomes. The same form is asked for, carried through the report, and confirmed."""

    upload = forms.CharField(required=False, widget=forms.HiddenInput)
    language = forms.RegexField(
        r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$", initial="en", max_length=12, help_text="Language code: en, es, fr."
    )
    allow_missing_notes = forms.BooleanField(
        required=False,
        label="Import it although notes are missing",
        help_text="For pages of which only a part is left. Their marks stay visible as unresolved.",
    )

    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()  # heading and fields of each part of the first page
    # Tick boxes of the report: each allows problems of these codes, and is shown where there are such.
    decisions = {"allow_missing_notes": MISSING_NOTES}

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.contents: tuple[str, bytes] | None = None  # name and bytes of a file that can be read
        self.problems: tuple[Problem, ...] = ()  # why the file cannot be used
        file = cast(forms.FileField, self.fields["file"])
        file.required = not self.data.get("upload")
        file.allow_empty_file = True  # the reader refuses it, and names the remedy

    def clean(self) -> dict[str, Any]:
        """Reads the file; one that was read before need not be chosen again."""
        cleaned = super().clean() or {}
        if chosen := cleaned.get("file"):
            self._take(chosen)
        elif signed := cleaned.get("upload"):
            self.contents = _unsigned(signed, self._salt)
            if self.contents is None:
                self.add_error("file", "This report is too old. Choose the file again.")
        self.fields["file"].required = self.contents is None  # as the page asks for it next
        return cleaned

    def _take(self, chosen: UploadedFile) -> None:
        """Never more than one byte over the limit, under a name that can be printed."""
        name = "".join(c for c in str(chosen.name or "upload") if c.isprintable())[-100:]
        data = chosen.read(MAX_UPLOAD + 1)
        try:
            read_text(data, name=name, max_bytes=MAX_UPLOAD)
        except UnusableInput as refusal:
            self.problems = refusal.problems
        else:
            self.contents = name, data

    @property
    def kept(self) -> str:
        """The file as a hidden field, "" without one: nobody can change it, or confirm somebody else's."""
        if self.contents is None:
            return ""
        name, data = self.contents
        return signing.dumps([name, base64.b64encode(data).decode()], salt=self._salt, compress=True)

    @property
    def _salt(self) -> str:
        return f"{type(self).__module__}.{self.by.pk}"

    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """What the first page asks for, and the report carries along."""
        return [(heading, [self[name] for name in names]) for heading, names in self.groups]

    def carried(self) -> list[tuple[str, str]]:
        """Choices made in the report, as name and value, that changing what is given must not lose."""
        return []

    def decisions_on(self, problems: Sequence[Problem]) -> list[forms.BoundField]:
        """The tick boxes that these problems call for, or that are ticked."""
        blocking = {problem.code for problem in problems if problem.blocks}
        return [self[name] for name, codes in self.decisions.items() if self[name].value() or blocking & codes]


class ImportPages(TrackedAdmin):
    """Adds to the desk of a record: import and undo of an import. What is left open here, the record's app says."""

    import_form: type[ImportForm]
    import_title = ""  # of the button and the page
    import_words = ""  # what to do on the first page
    import_command = ""  # for larger files
    import_needs: tuple[str, ...] = ()  # rights beside adding the record itself
    undo_needs: tuple[str, ...] = ()  # rights beside deleting it
    reason_example = ""
    report_template = "admin/import_report.html"
    settled_in_report = MISSING_NOTES  # codes of problems that a choice on the report's page can settle

    def prepare_import(self, form: ImportForm, name: str, data: bytes) -> Any:
        """What the file would become: with ``report``, ``problems``, ``can_be_written``, ``text``. Writes nothing."""
        raise NotImplementedError

    def import_refusals(self, prepared: Any, by: User) -> Sequence[Problem]:
        """Everything that stands against this person's writing it."""
        raise NotImplementedError

    def write_import(self, prepared: Any, by: User, reason: str) -> tuple[Any, str]:
        """The draft, and what to say of it. Raises NotWritten."""
        raise NotImplementedError

    def import_destination(self, prepared: Any) -> str:
        """What it becomes, in a few words."""
        raise NotImplementedError

    def report_context(self, form: Any, prepared: Any) -> dict[str, Any]:
        """What the report's page shows beside the report."""
        return {}

    def undo_blockers(self, record: Any) -> list[str]:
        raise NotImplementedError

    def undo_import(self, record: Any, by: User, reason: str) -> str:
        """Takes the import back, and says what went and what stays. Raises Refused."""
        raise NotImplementedError

    # ------------------------------------------------------------------ addresses and rights

    def get_urls(self) -> list[URLPattern]:
        guarded, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path("import/", guarded(self.import_view), name=f"{name}_import"),
            path("<path:object_id>/undo-import/", guarded(self.undo_view), name=f"{name}_undo_import"),
        ]
        return [*own, *super().get_urls()]

    def may_import(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and signed_in(request).has_perms(self.import_needs)

    def may_undo(self, request: HttpRequest, record: Any) -> bool:
        return self.has_delete_permission(request, record) and signed_in(request).has_perms(self.undo_needs)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        offered = (
            {"import_url": self._address("import"), "import_title": self.import_title}
            if self.may_import(request)
            else {}
        )
        return super().changelist_view(request, {**offered, **(extra_context or {})})

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        if original := context.get("original"):
            context["undo_import_url"] = self.undo_address(request, original)
        return super().render_change_form(request, context, *args, **kwargs)

    # ------------------------------------------------------------------ import

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """First the file, then what it would become, then the draft. What was typed and chosen is never lost."""
        if not self.may_import(request):
            raise PermissionDenied
        by = signed_in(request)
        why = self._why(request)
        if request.method != "POST":
            return self._upload_page(request, self.import_form(by=by), why)
        form = self.import_form(request.POST, request.FILES, by=by)
        valid = form.is_valid()
        if not valid or form.contents is None or "change" in request.POST:
            return self._upload_page(request, form, why)
        refused: Sequence[Problem] = ()
        try:
            prepared = self.prepare_import(form, *form.contents)
            if "confirm" in request.POST and why.is_valid() and prepared.can_be_written:
                record, words = self.write_import(prepared, by, why.cleaned_data["reason"])
                self.message_user(request, words, messages.SUCCESS)
                return HttpResponseRedirect(self._address("change", record.pk))
        except UnusableInput as refusal:
            form.problems, form.contents = refusal.problems, None
            return self._upload_page(request, form, why)
        except NotWritten as refusal:
            refused = refusal.problems
            prepared = self.prepare_import(form, *form.contents)  # somebody else may have come first
        return self._report_page(request, form, why, prepared, refused)

    def _why(self, request: HttpRequest) -> ReasonForm:
        """Asked for in the report; required of a confirmation only."""
        if "confirm" in request.POST:
            form = ReasonForm(request.POST)
        else:
            form = ReasonForm(initial={"reason": request.POST.get("reason", "")})
        form.fields["reason"].label = "Reason for the import"
        form.fields["reason"].help_text = f"For the team, for example: {self.reason_example}."
        return form

    def _upload_page(self, request: HttpRequest, form: ImportForm, why: ReasonForm) -> HttpResponse:
        context = {
            **self._import_context(request, self.import_title),
            "form": form,
            "why": why,
            "words": self.import_words,
            "limit": MAX_UPLOAD // 1024**2,
            "command": self.import_command,
        }
        status = 422 if form.problems or form.errors else 200
        return TemplateResponse(request, "admin/import_upload.html", context, status=status)

    def _report_page(
        self, request: HttpRequest, form: ImportForm, why: ReasonForm, prepared: Any, refused: Sequence[Problem]
    ) -> HttpResponse:
        report = prepared.report
        against = self.import_refusals(prepared, signed_in(request))
        problems = list(dict.fromkeys([*refused, *against, *report.problems]))
        labels = dict(SourceKind.choices)
        context = {
            **self._import_context(request, self.import_title),
            "form": form,
            "why": why,
            "destination": self.import_destination(prepared),
            "report": report,
            "problems": by_severity(problems)[:SHOWN],
            "problem_count": len(problems),
            "decisions": form.decisions_on(prepared.problems),
            "may_be_written": not against,
            "may_be_settled": all(problem.code in self.settled_in_report for problem in against),
            "shown": SHOWN,
            "sources": [(source, labels.get(source.kind, source.kind)) for source in report.sources[:SHOWN]],
            "text": prepared.text,
            "import_url": self._address("import"),
            **self.report_context(form, prepared),
        }
        status = 422 if against or refused or why.errors else 200
        return TemplateResponse(request, self.report_template, context, status=status)

    def _import_context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "title": title, "subtitle": None, "opts": self.opts}

    # ------------------------------------------------------------------ undo

    def undo_address(self, request: HttpRequest, record: Any) -> str:
        """Where the import is taken back; "" for what was not imported, is past a draft, or is not this person's."""
        if not record.imported_sha256 or record.status != Status.DRAFT or record.releases.exists():
            return ""
        return self._address("undo_import", record.pk) if self.may_undo(request, record) else ""

    def undo_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What would go, what stays and why; with a reason, it goes."""
        record = self.get_object(request, object_id)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.may_undo(request, record):
            raise PermissionDenied
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            try:
                words = self.undo_import(record, signed_in(request), form.cleaned_data["reason"])
            except Refused as refused:
                self.message_user(request, str(refused), messages.ERROR)
                return HttpResponseRedirect(self._address("change", record.pk))
            self.message_user(request, words, messages.SUCCESS)
            return HttpResponseRedirect(self._address("changelist"))
        context = {
            **self._import_context(request, "Undo import"),
            "record": record,
            "record_url": self._address("change", record.pk),
            "blockers": self.undo_blockers(record),
            "sources": imported_sources(record),
            "form": form,
        }
        return TemplateResponse(request, "admin/undo_import.html", context, status=422 if form.errors else 200)


def undone(words: str, kept: Sequence[tuple[str, str]]) -> str:
    """The message after an undo: what went, and the first of the sources that stay, each with the reason."""
    if not kept:
        return words
    named = "; ".join(f"{key}: {why}" for key, why in kept[:10])
    more = f"; and {len(kept) - 10} more." if len(kept) > 10 else "."
    return f"{words} {len(kept)} stay: {named}{more}"


def _unsigned(signed: str, salt: str) -> tuple[str, bytes] | None:
    try:
        name, data = signing.loads(signed, salt=salt, max_age=CONFIRM_WITHIN)
    except signing.BadSignature:
        return None
    return name, base64.b64decode(data)
