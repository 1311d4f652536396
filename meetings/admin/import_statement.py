"""Importing a statement, paper or slides at the desk, choosing among the states that the text names; and undoing that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict

from editorial.admin.import_pages import MAX_UPLOAD, ImportForm, ImportPages, undone
from editorial.importing.problems import Problem, UnusableInput
from editorial.models import User
from meetings.actions.statement_import import undo_blockers, undo_import
from meetings.importing.save_statement import (
    NEEDED,
    PARTIES_DIFFER,
    Destination,
    PreparedStatement,
    destination,
    in_words,
    prepare_import,
    refusals,
    write_import,
)
from meetings.models import Meeting, Role, Statement, StatementKind


def _states(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=6000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 1, "class": "vLargeTextField"}),
    )


class StatementImportForm(ImportForm):
    """What a file becomes, in the words of the command's options; what is left empty is taken from the text."""

    file = forms.FileField(
        label="Statement", help_text="A text file in UTF-8, Markdown or plain: a paper, a speech, or slides."
    )
    meeting = forms.ModelChoiceField(
        queryset=Meeting.objects.order_by("short_name"),
        to_field_name="slug",
        required=False,
        empty_label="None, or not known",
    )
    kind = forms.ChoiceField(
        required=False,
        choices=[("", "As the text says"), *StatementKind.choices],
        help_text="Slides are read only as a presentation.",
    )
    title = forms.CharField(
        required=False,
        help_text="In place of the one in the text.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    date = forms.CharField(
        required=False,
        max_length=60,
        help_text="When it was made: 5 November 2008, May 2007, after 31 July 2013.",
    )
    source = forms.CharField(
        required=False,
        max_length=120,
        help_text="If the library has the statement itself as a source: its key there.",
    )
    deliverer = _states("Delivered by")
    lead = _states("Lead sponsor")
    co_sponsor = _states("Co-sponsors", "Names as they are printed, or ISO codes: Chile, Croatia, Mexico and PRT.")
    on_behalf_of = _states("On behalf of")
    endorser = _states("Endorsed by")
    parties_as_given = forms.BooleanField(
        required=False,
        label="Import it with parties as given",
        help_text="The states given and chosen here hold, also where the text says otherwise.",
    )

    groups = (
        ("", ("file", "meeting", "kind", "title", "date", "language", "source")),
        (
            "Who stands behind it, beside the states that the text names",
            ("deliverer", "lead", "co_sponsor", "on_behalf_of", "endorser"),
        ),
    )
    decisions = {**ImportForm.decisions, "parties_as_given": PARTIES_DIFFER}

    destination: Destination

    def clean(self) -> dict[str, Any]:
        """Asks the importer what is meant; what it does not know is said at the field."""
        cleaned = super().clean()
        meeting = cleaned.get("meeting")
        try:
            self.destination = destination(
                meeting=meeting.slug if meeting else "",
                states={role: [cleaned.get(_field(role), "")] for role in Role.values},
                **{name: cleaned.get(name, "") for name in ("kind", "title", "date", "language", "source")},
            )
        except UnusableInput as refusal:
            for problem in refusal.problems:
                self.add_error(_field(problem.field.removeprefix("--")), f"{problem.message} {problem.remedy}")
        return cleaned

    @property
    def left_out(self) -> frozenset[str]:
        """Keys of the states that a report on this file offered and that were not taken."""
        if not self.is_bound or self.cleaned_data.get("file"):
            return frozenset()
        sent = cast(QueryDict, self.data)
        return frozenset(sent.getlist("offered")) - frozenset(sent.getlist("take"))

    def carried(self) -> list[tuple[str, str]]:
        return [("offered", key) for key in sorted(self.left_out)]


class StatementImport(ImportPages):
    """Adds to the desk of statements: import, and undo of an import."""

    import_form = StatementImportForm
    import_title = "Import a statement"
    import_words = "Choose a statement, a paper or slides, and say where they belong."
    import_command = "import_statement"
    import_needs = NEEDED
    undo_needs = ("meetings.delete_statementparty", "editorial.delete_source")
    reason_example = "paper of the meeting in Lusaka, from the archive"
    report_template = "admin/meetings/import_report.html"
    settled_in_report = ImportPages.settled_in_report | PARTIES_DIFFER | {"not-assigned"}

    def prepare_import(self, form: Any, name: str, data: bytes) -> PreparedStatement:
        return prepare_import(
            data,
            form.destination,
            name=name,
            left_out=form.left_out,
            parties_as_given=form.cleaned_data["parties_as_given"],
            allow_missing_notes=form.cleaned_data["allow_missing_notes"],
            max_bytes=MAX_UPLOAD,
        )

    def import_refusals(self, prepared: PreparedStatement, by: User) -> Sequence[Problem]:
        return refusals(prepared, by)

    def import_destination(self, prepared: PreparedStatement) -> str:
        to = prepared.destination
        return ", ".join(str(part) for part in (prepared.title, to.meeting, to.date) if part)

    def report_context(self, form: StatementImportForm, prepared: PreparedStatement) -> dict[str, Any]:
        given = {country for country, _ in prepared.destination.parties}
        offered = [
            (country.key, in_words(((country, role),)), country.key not in form.left_out)
            for country, role in prepared.proposed
            if country not in given
        ]
        return {"given": in_words(prepared.destination.parties), "offered": offered}

    def write_import(self, prepared: PreparedStatement, by: User, reason: str) -> tuple[Statement, str]:
        done = write_import(prepared, by=by, reason=reason)
        words = f"“{done.statement}” is imported as a draft with {_counted(len(done.parties))}"
        return done.statement, (
            f"{words}: {len(done.created)} sources to be checked came with it, {len(done.reused)} were in the library."
        )

    def undo_blockers(self, record: Statement) -> list[str]:
        return undo_blockers(record)

    def undo_import(self, record: Statement, by: User, reason: str) -> str:
        done = undo_import(statement=record, by=by, reason=reason)
        words = f"The import of “{done.statement}” is undone; {_counted(done.parties)} and"
        return undone(f"{words} {len(done.deleted)} sources went with it.", done.kept)


def _field(option: str) -> str:
    return option.replace("-", "_")


def _counted(parties: int) -> str:
    return f"{parties} part{'y' if parties == 1 else 'ies'}"
