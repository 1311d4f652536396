"""Statements at the desk: the text, who stands behind it (pasted as lists), themes, positions, and the way out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest

from editorial.admin.publishable import PublishableAdmin
from editorial.admin.small_change import PublishableForm
from editorial.admin.tracked import TrackedInline, signed_in
from meetings.actions.parties import enter_parties
from meetings.models import (
    Position,
    Role,
    Statement,
    StatementAction,
    StatementArticle,
    StatementParty,
    StatementTheme,
)
from meetings.queries.names import party_names
from meetings.rules.names_in_text import read_list
from meetings.views.statement import STATEMENTS

from .import_statement import StatementImport, states_field
from .pasted_names import FIELD, PastedNamesForm

PASTED = {
    "pasted_deliverer": Role.DELIVERER,
    "pasted_lead": Role.LEAD,
    "pasted_co_sponsors": Role.CO_SPONSOR,
    "pasted_on_behalf": Role.ON_BEHALF_OF,
    "pasted_endorsers": Role.ENDORSER,
}


_list = partial(states_field, rows=2, longest=None)


class StatementForm(PastedNamesForm, PublishableForm):
    """The statement, and lists of states to be entered with it. What is marked as no state is kept in words."""

    LISTS = tuple(PASTED)

    pasted_deliverer = _list("Delivered by", "A state, or an organisation such as the CMC.")
    pasted_lead = _list("Lead sponsor")
    pasted_co_sponsors = _list(
        "Co-sponsors",
        "Paste the list as it is printed: Chile, Croatia, Mexico and Portugal. "
        "What is no state or organisation stays here until you have said what it is.",
    )
    pasted_on_behalf = _list("On behalf of")
    pasted_endorsers = _list("Endorsed by")

    def names(self) -> Mapping[str, Any]:
        return party_names()

    def unknown_in(self, pasted: str) -> tuple[str, ...]:
        return read_list(pasted, self.known).unknown

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        unnamed, ticked = self.cleaned_data.get("unnamed_parties", ""), self.cleaned_data.get(FIELD, ())
        words = "; ".join([*filter(None, [unnamed]), *(one for one in ticked if one not in unnamed)])
        field: Any = Statement._meta.get_field("unnamed_parties")
        if len(words) > field.max_length:
            self.add_error("unnamed_parties", "With what you ticked this is too long: shorten it.")
        else:
            self.cleaned_data["unnamed_parties"] = words
        return cleaned


class StatementPartyInline(TrackedInline):
    """Who stands behind it, one row each; lists are pasted above."""

    model = StatementParty
    fields = (("country", "organisation"), ("role", "order"))
    autocomplete_fields = ("country", "organisation")
    verbose_name = "party"
    verbose_name_plural = "parties"


class StatementThemeInline(TrackedInline):
    model = StatementTheme
    fields = ("theme",)
    verbose_name = "theme"


class StatementArticleInline(TrackedInline):
    model = StatementArticle
    fields = ("article",)
    verbose_name = "article"


class StatementActionInline(TrackedInline):
    model = StatementAction
    fields = (("plan", "number"),)
    verbose_name = "action plan cited"
    verbose_name_plural = "action plans cited"


class PositionInline(TrackedInline):
    """Where all who stand behind it stand on a theme, or one alone: paraphrased, or quoted with its original language."""

    model = Position
    fields = (
        ("country", "organisation"),
        ("theme", "stance"),
        "paraphrase",
        "quote",
        ("quote_language", "translation"),
        ("source", "locator"),
    )
    autocomplete_fields = ("country", "organisation", "source")


@admin.register(Statement)
class StatementAdmin(StatementImport, PublishableAdmin):
    form = StatementForm
    list_display = ("title", "kind", "meeting", "date", "status_chip", "who", "since", "problems")
    list_filter = ("status", "kind", "language")
    list_select_related = ("meeting",)
    search_fields = ("title", "lead", "parties__country__name", "meeting__name", "meeting__short_name")
    autocomplete_fields = ("meeting", "source", "document")
    noun = STATEMENTS
    inlines = (
        StatementPartyInline,
        StatementThemeInline,
        StatementArticleInline,
        StatementActionInline,
        PositionInline,
    )
    sections = (
        (None, {"fields": ["title", ("kind", "language"), "meeting", "date", "speaker"]}),
        ("Text", {"fields": ["lead", "text", "source", "document"]}),
        ("Parties, pasted as lists", {"fields": [*PASTED, FIELD]}),
        (
            "As the source counts them",
            {"fields": [("states_claimed", "states_unnamed"), "claimed_in_words", "unnamed_parties"]},
        ),
    )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        pasted = {role: form.cleaned_data.get(name, "") for name, role in PASTED.items()}
        if not any(text.strip() for text in pasted.values()):
            return
        entered = enter_parties(
            statement=form.instance, pasted=pasted, by=signed_in(request), reason=form.cleaned_data["reason"]
        )
        if entered.added:
            self.message_user(request, "Entered as parties: " + ", ".join(entered.added) + ".", messages.SUCCESS)
        if entered.already:
            self.message_user(request, "Parties already: " + ", ".join(entered.already) + ".", messages.INFO)
        if entered.unknown:
            words = "Kept under unnamed parties: " + "; ".join(entered.unknown) + "."
            self.message_user(request, words, messages.INFO)
