"""Importing a statement, paper or slides at the desk, choosing among the states that the text names; and undoing that."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from django import forms
from django.http import QueryDict

from editorial.admin.import_form import ImportForm
from editorial.admin.import_pages import ImportPages
from editorial.importing.problems import UnusableInput
from editorial.importing.text_import import PreparedImport
from meetings.importing.statement import NEEDED, StatementDestination, statement_meant
from meetings.importing.statement_parties import PARTIES_DIFFER, in_words
from meetings.models import Meeting, Role, StatementKind


def states_field(label: str, help_text: str = "", *, rows: int = 1, longest: int | None = 6000) -> forms.CharField:
    """Names of states, typed or pasted as a list."""
    words = forms.Textarea(attrs={"rows": rows, "class": "vLargeTextField"})
    return forms.CharField(label=label, required=False, max_length=longest, help_text=help_text, widget=words)


class StatementImportForm(ImportForm[StatementDestination]):
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
    deliverer = states_field("Delivered by")
    lead = states_field("Lead sponsor")
    co_sponsor = states_field(
        "Co-sponsors", "Names as they are printed, or ISO codes: Chile, Croatia, Mexico and PRT."
    )
    on_behalf_of = states_field("On behalf of")
    endorser = states_field("Endorsed by")
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

    _meant: StatementDestination

    def clean(self) -> dict[str, object]:
        """Asks the importer what is meant; what it does not know is said at the field."""
        cleaned = super().clean()
        meeting = cleaned.get("meeting")
        try:
            self._meant = statement_meant(
                meeting=meeting.slug if isinstance(meeting, Meeting) else "",
                states={role: [str(cleaned.get(_field(role), ""))] for role in Role.values},
                **{name: str(cleaned.get(name, "")) for name in ("kind", "title", "date", "language", "source")},
            )
        except UnusableInput as refusal:
            for problem in refusal.problems:
                self.add_error(_field(problem.field), f"{problem.message} {problem.remedy}")
        return cleaned

    @property
    def destination(self) -> StatementDestination:
        """What the valid form means, with the choice among the states of the text."""
        return replace(self._meant, left_out=self.left_out)

    @property
    def left_out(self) -> frozenset[str]:
        """Keys of the states that a report on this file offered and that were not taken."""
        if not self.is_bound or self.cleaned_data.get("file"):
            return frozenset()
        sent = cast(QueryDict, self.data)
        return frozenset(sent.getlist("offered")) - frozenset(sent.getlist("take"))

    def carried(self) -> list[tuple[str, str]]:
        return [("offered", key) for key in sorted(self.left_out)]


class StatementImport(ImportPages[StatementDestination]):
    """Adds to the desk of statements: import, and undo of an import."""

    import_form = StatementImportForm
    import_title = "Import a statement"
    import_words = "Choose a statement, a paper or slides, and say where they belong."
    import_needs = NEEDED
    undo_needs = ("meetings.delete_statementparty", "editorial.delete_source")
    reason_example = "paper of the meeting in Lusaka, from the archive"
    part_words = ("party", "parties")
    report_template = "admin/meetings/import_report.html"
    settled_in_report = frozenset({"not-assigned"})

    def import_destination(self, to: StatementDestination) -> str:
        return ", ".join(str(part) for part in (to.title, to.meeting, to.date) if part)

    def report_context(self, prepared: PreparedImport[StatementDestination]) -> dict[str, object]:
        to = prepared.to
        given = {country for country, _ in to.given}
        offered = [
            (country.key, in_words(((country, role),)), country.key not in (to.left_out or ()))
            for country, role in to.named.parties
            if country not in given
        ]
        return {"given": in_words(to.given), "offered": offered}


def _field(option: str) -> str:
    return option.replace("-", "_")
