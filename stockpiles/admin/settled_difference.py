"""Differences in ledgers that an editor settled, at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from editorial.admin.tracked import TrackedForm
from stockpiles.models import MunitionType, SettledDifference
from stockpiles.queries.differences import difference_settled_by
from stockpiles.queries.state_stock import state_stock

from .claims import ShortTexts


class SettledDifferenceForm(TrackedForm):
    """Settles a difference on the figures as they stand when the form is saved."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        needed = ("country", "finding", "unit")
        if cleaned is None or not all(cleaned.get(name) for name in needed):
            return cleaned
        asked = SettledDifference(
            **{name: cleaned[name] for name in needed}, munition_type=cleaned.get("munition_type")
        )
        difference = difference_settled_by(asked, state_stock(asked.country_id))
        if difference is None:
            raise ValidationError(
                "The ledger of %(country)s has no such difference as its figures stand. The page “Contradictions” lists "
                "those there are, each with a way to this form.",
                code="no_difference",
                params={"country": asked.country},
            )
        self.instance.figures = difference.figures
        return cleaned


@admin.register(SettledDifference)
class SettledDifferenceAdmin(ShortTexts):
    form = SettledDifferenceForm
    list_display = ("country", "finding", "unit", "munition_type", "figures")
    list_filter = ("finding", "unit")
    list_select_related = ("country", "munition_type")
    search_fields = ("country__name", "country__iso3", "country__names__name")
    autocomplete_fields = ("country", "munition_type")
    readonly_fields = ("figures",)
    sections = (
        (
            "The difference",
            {
                "fields": ["country", ("finding", "unit"), "munition_type", "figures"],
                "description": "Saving settles it on the figures as they stand. When one of them changes, it opens again.",
            },
        ),
        (
            "Why it is settled",
            {
                "fields": ["explanation", "note"],
                "description": "Readers see it beside the figures. Say only what the sources or the arithmetic show.",
            },
        ),
    )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """The work list names a type by its designation."""
        initial: dict[str, Any] = dict(super().get_changeform_initial_data(request))
        if designation := initial.pop("designation", ""):
            initial["munition_type"] = MunitionType.objects.filter(designation=designation).first()
        return initial
