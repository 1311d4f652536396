"""A date must not drift away from its source: who changes one while the other stays says that the source supports it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models

from editorial.models import PartialDateField, source_keys
from editorial.models.citation_use import researched_fields
from editorial.texts import parse

FIELD = "source_supports"
ASKED = (
    "You changed %(dates)s and left the source as it is. Tick this if the source says so; if not, name the source "
    "that does."
)


def date_fields(model: type[models.Model]) -> list[str]:
    """The dates that a record takes from its sources."""
    kinds = (PartialDateField, models.DateField)
    return [f.name for f in model._meta.concrete_fields if isinstance(f, kinds) and f.editable]


def source_fields(model: type[models.Model]) -> list[str]:
    """Where a record names its sources: a field of its own, or a note that cites them."""
    named = [name for key in source_keys(model) for name in (key.name, key.locator) if name]
    return [*named, *(name for name in researched_fields(model) if name == "note")]


def asks(model: type[models.Model]) -> bool:
    """Whether records of this kind have dates and name sources for them."""
    return bool(date_fields(model)) and bool(source_fields(model))


class SourceSupports(forms.ModelForm):
    """A form that asks whether the source still supports a record when a date of it changes."""

    source_supports = forms.BooleanField(
        label="The source given supports the new value",
        required=False,
        help_text="Needed where a date changes and its source stays.",
    )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.instance.pk is None or self.cleaned_data.get(FIELD) or not asks(type(self.instance)):
            return cleaned
        changed = [name for name in date_fields(type(self.instance)) if name in self.changed_data]
        if changed and self._names_the_same_sources():
            dates = " and ".join(f"“{self.fields[name].label}”" for name in changed)
            self.add_error(FIELD, forms.ValidationError(ASKED, code="source_stays", params={"dates": dates}))
        return cleaned

    def _names_the_same_sources(self) -> bool:
        """Whether the record had sources and has the same ones, at the same places, in this form."""
        names = [name for name in source_fields(type(self.instance)) if name in self.fields]
        before = [_named(self.initial.get(name)) for name in names]
        return any(before) and before == [_named(self.cleaned_data.get(name)) for name in names]


def _named(value: Any) -> Any:
    """What a field names: a record by its key, a note by what it cites."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, str) and "[@" in value:
        return [(citation.key, citation.locator) for citation in parse(value).citations]
    return value or None
