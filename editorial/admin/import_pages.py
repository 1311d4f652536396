"""Importing one text at the desk: the file, the reconciliation report, the confirmation; and taking an import back.

An app says what a file becomes (its form and its Destination) and how it is called; everything else is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern

from editorial.actions.imported_sources import imported_sources
from editorial.actions.text_import import UndoneImport, undo_blockers, undo_import
from editorial.importing.problems import NotWritten, Problem, UnusableInput, by_severity
from editorial.importing.text_import import (
    PreparedImport,
    WrittenImport,
    prepare_import,
    refusals,
    write_import,
)
from editorial.models import Publishable, SourceKind, Status
from editorial.rules.transitions import Refused
from editorial.texts import LONGEST_TEXT

from .import_desk import ImportDesk
from .import_form import D, ImportForm
from .record_pages import signed_in
from .tracked_form import ReasonForm

SHOWN = 200  # rows of one table


class ImportPages(ImportDesk, Generic[D]):
    """Adds to the desk of a record: import and undo of an import. What is left open here, the record's app says."""

    import_form: type[ImportForm[D]]
    import_words = ""  # what to do on the first page
    import_needs: tuple[str, ...] = ()  # rights beside adding the record itself
    undo_needs: tuple[str, ...] = ()  # rights beside deleting it
    reason_example = ""
    part_words = ("", "")  # one and several rows that belong to the record
    report_template = "admin/import_report.html"
    settled_in_report: frozenset[str] = frozenset()  # codes of problems that a choice on its page can settle

    def import_destination(self, to: D) -> str:
        """What the file becomes, in a few words."""
        raise NotImplementedError

    def report_context(self, prepared: PreparedImport[D]) -> dict[str, object]:
        """What the report's page shows beside the report."""
        return {}

    # ------------------------------------------------------------------ addresses and rights

    def get_urls(self) -> list[URLPattern]:
        return [self.record_path("undo-import/", self.undo_view, "undo_import"), *super().get_urls()]

    def may_import(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and signed_in(request).has_perms(self.import_needs)

    def may_undo(self, request: HttpRequest, record: Any) -> bool:
        return self.has_delete_permission(request, record) and signed_in(request).has_perms(self.undo_needs)

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
            prepared = self._prepared(form)
            if "confirm" in request.POST and why.is_valid() and prepared.can_be_written:
                done = write_import(prepared, by=by, reason=why.cleaned_data["reason"])
                self.message_user(request, self._written(done), messages.SUCCESS)
                return HttpResponseRedirect(self._address("change", done.record.pk))
        except UnusableInput as refusal:
            form.problems, form.contents = refusal.problems, None
            return self._upload_page(request, form, why)
        except NotWritten as refusal:
            refused = refusal.problems
            prepared = self._prepared(form)  # somebody else may have come first
        return self._report_page(request, form, why, prepared, refused)

    def _prepared(self, form: ImportForm[D]) -> PreparedImport[D]:
        """What the file would become. Writes nothing; raises UnusableInput."""
        name, data = form.contents or ("", b"")
        return prepare_import(data, form.destination, name=name, allowed=form.allowed)

    def _written(self, done: WrittenImport[Publishable]) -> str:
        parts = f" with {_counted(len(done.parts), *self.part_words)}" if done.parts else ""
        return (
            f"“{done.record}” is imported as a draft{parts}: {len(done.created)} sources to be checked came with it, "
            f"{len(done.reused)} were in the library."
        )

    def _why(self, request: HttpRequest) -> ReasonForm:
        """Asked for in the report; required of a confirmation only."""
        typed = {"reason": request.POST.get("reason", "")}
        form = ReasonForm(request.POST if "confirm" in request.POST else None, initial=typed)
        form.fields["reason"].label = "Reason for the import"
        form.fields["reason"].help_text = f"For the team, for example: {self.reason_example}."
        return form

    def _upload_page(self, request: HttpRequest, form: ImportForm[D], why: ReasonForm) -> HttpResponse:
        context = {
            "form": form,
            "why": why,
            "words": self.import_words,
            "most_characters": LONGEST_TEXT,
        }
        status = 422 if form.problems or form.errors else 200
        return self._page(request, "admin/import_upload.html", self.import_title, context, status=status)

    def _report_page(
        self,
        request: HttpRequest,
        form: ImportForm[D],
        why: ReasonForm,
        prepared: PreparedImport[D],
        refused: Sequence[Problem],
    ) -> HttpResponse:
        report = prepared.report
        against = refusals(prepared, signed_in(request))
        settled = self.settled_in_report.union(*form.decisions.values())
        problems = list(dict.fromkeys([*refused, *against, *report.problems]))
        labels = dict(SourceKind.choices)
        context = {
            "form": form,
            "why": why,
            "destination": self.import_destination(prepared.to),
            "report": report,
            "problems": by_severity(problems)[:SHOWN],
            "problem_count": len(problems),
            "decisions": form.decisions_on(prepared.problems),
            "may_be_written": not against,
            "may_be_settled": all(problem.code in settled for problem in against),
            "shown": SHOWN,
            "sources": [(each, labels[each.proposal.facts.kind]) for each in report.sources[:SHOWN]],
            "text": prepared.text,
            "import_url": self._address("import"),
            **self.report_context(prepared),
        }
        status = 422 if against or refused or why.errors else 200
        return self._page(request, self.report_template, self.import_title, context, status=status)

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
                done = undo_import(record=record, by=signed_in(request), reason=form.cleaned_data["reason"])
            except Refused as refused:
                self.message_user(request, str(refused), messages.ERROR)
                return HttpResponseRedirect(self._address("change", record.pk))
            self.message_user(request, self._undone(done), messages.SUCCESS)
            return HttpResponseRedirect(self._address("changelist"))
        context = {
            "record": record,
            "record_url": self._address("change", record.pk),
            "blockers": undo_blockers(record),
            "sources": imported_sources(record),
            "form": form,
        }
        status = 422 if form.errors else 200
        return self._page(request, "admin/undo_import.html", "Undo import", context, status=status)

    def _undone(self, done: UndoneImport) -> str:
        """What went, and the first of the sources that stay, each with the reason."""
        parts = f"{_counted(done.parts, *self.part_words)} and " if any(self.part_words) else ""
        words = f"The import of “{done.record}” is undone; {parts}{len(done.deleted)} sources went with it."
        if not done.kept:
            return words
        named = "; ".join(f"{key}: {why}" for key, why in done.kept[:10])
        more = f"; and {len(done.kept) - 10} more." if len(done.kept) > 10 else "."
        return f"{words} {len(done.kept)} stay: {named}{more}"


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
