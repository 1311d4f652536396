"""What the forms of figures share, beside what those of all claims do."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern

from editorial.admin.claims import CERTAINTY, SOURCES, TEXTS, ClaimAdmin, NoteWidget, ShortTexts
from editorial.admin.preview import PreviewAdmin
from editorial.admin.tracked import ReasonForm, signed_in
from stockpiles.actions.figures import prefer_figure
from stockpiles.models import Figures
from stockpiles.queries.differences import judged, settled_differences
from stockpiles.queries.figures import figures as stored_figures
from stockpiles.queries.state_stock import state_stock
from stockpiles.queries.stock import Stock

__all__ = [
    "CERTAINTY",
    "SOURCES",
    "TEXTS",
    "ClaimAdmin",
    "FigureAdmin",
    "NoteWidget",
    "PreferForm",
    "ShortTexts",
    "counted",
    "figures",
]


def counted(*beside: str | tuple[str, ...], description: str = "") -> tuple[str, dict[str, object]]:
    """The section of the two numbers of a figure, with what stands beside them."""
    numbers = [
        ("munitions", "munitions_rounded", "munitions_at_least"),
        ("submunitions", "submunitions_rounded", "submunitions_at_least", "submunition_mass_kg"),
    ]
    return ("Figures", {"fields": [*numbers, *beside], "description": description})


class PreferForm(ReasonForm):
    """Why one of several figures is used."""

    because = forms.CharField(
        label="Why this figure counts",
        max_length=500,
        help_text="Readers see these words beside the figure.",
        widget=TEXTS["rank_reason"],
    )
    field_order = ("because", "reason")


class FigureAdmin(PreviewAdmin, ClaimAdmin):
    """A figure: its form shows the ledger it leads to, and lets an editor prefer it over the others."""

    follows_template = "admin/stockpiles/_ledger.html"
    follows_button = "Show the ledger this leads to"
    list_select_related = ("country", "munition_type")
    autocomplete_fields: ClassVar[tuple[str, ...]] = ("country", "munition_type")

    # ------------------------------------------------------------------ the ledger

    def what_follows(self, record: Figures, stored: Figures | None) -> dict[str, object]:
        book = self.book_with(record)
        differences = judged(book, settled_differences(countries=[record.country_id]))
        return {"book": book, "country": record.country, "differences": differences}

    def book_with(self, record: Figures) -> Stock:
        """The state's ledger with this record as it stands in the form, saved or not."""
        others = [one for one in stored_figures(countries=[record.country_id]) if one != record]
        stock = state_stock(record.country_id, rows=[*others, record])
        assert stock is not None  # noqa: S101 - it has at least this figure
        return stock

    def say_what_follows(self, request: HttpRequest, record: Figures) -> None:
        book = self.book_with(record)
        line = next(iter(book.ledger.lines), None)
        if line is not None:
            self.message_user(request, f"Ledger of {record.country}: {line.remaining.arithmetic}", messages.INFO)
        for one in judged(book, settled_differences(countries=[record.country_id])):
            if one.is_waiting:
                self.message_user(request, one.words, messages.WARNING)

    # ------------------------------------------------------------------ preferring a figure

    def get_urls(self) -> list[URLPattern]:
        return [self.record_path("prefer/", self.prefer_view, "prefer"), *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        if original := context.get("original"):
            context["prefer_url"] = self._address("prefer", original.pk)
        return super().render_change_form(request, context, *args, **kwargs)

    def prefer_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask why, then use this figure instead of the others, which stay beside it."""
        record = self.get_object(request, object_id)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        form = PreferForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            because, reason = form.cleaned_data["because"], form.cleaned_data["reason"]
            back = HttpResponseRedirect(self._address("change", record.pk))

            def act() -> None:
                prefer_figure(figure=record, because=because, by=signed_in(request), reason=reason)
                self.message_user(request, f"{record} is used from now on.", messages.SUCCESS)

            with self._saying_refusals(request):
                self.carried_out(request, act, record=record, reason=reason, onward=lambda made: back)
            return back
        book = self.book_with(record)
        context = {
            **self._context(request, "Use this figure"),
            "record": record,
            "form": form,
            "others": [row for row in book.rows if row.subject == record.subject and row != record],
            "back": self._address("change", record.pk),
        }
        status = 422 if form.errors else 200
        return TemplateResponse(request, "admin/stockpiles/prefer.html", context, status=status)


@admin.display(description="Figures")
def figures(record: Figures) -> str:
    """Munitions and submunitions, side by side."""
    return record.in_words
