"""Fields that the Monitor's facts need beside Django's own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from editorial.rules.partial_date import BadDate, PartialDate
from editorial.texts import beyond_bounds

M = TypeVar("M", bound=models.Model)


def optional_key(to: type[M], related_name: str, help_text: str = "") -> models.ForeignKey[M | None, M | None]:
    """The way to a record that may be missing; while this one names it, it cannot be deleted."""
    return models.ForeignKey(
        to, null=True, blank=True, on_delete=models.PROTECT, related_name=related_name, help_text=help_text
    )


class PartialDateInput(forms.CharField):
    """A date as people type it. What is no date is told at the field, so that no check of a whole record meets it."""

    def to_python(self, value: Any) -> Any:
        words = super().to_python(value)
        if words is None or words in self.empty_values:
            return self.empty_value
        super().run_validators(words)
        try:
            return PartialDate.parse(words)
        except BadDate as problem:
            raise ValidationError(str(problem), code="bad_date") from None

    def run_validators(self, value: Any) -> None:
        """What was typed had its length checked before it was read."""


@lru_cache(maxsize=4096)
def _stored(value: str) -> PartialDate:
    """A date as stored; lists read the same ones again and again, and they never change."""
    return PartialDate.parse(value)


class PartialDateField(models.CharField):
    """A date at the precision of its source. Python value: PartialDate or None; empty means unknown."""

    description = "Date known to the year, month or day, or as a bound"

    _pyi_private_set_type: Any  # for the type checker: values are dates, not strings
    _pyi_private_get_type: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 11, "null": True, "blank": True, **kwargs})

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> PartialDate | None:
        return _stored(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        if value in (None, ""):
            return None
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(str(value))
        except BadDate as problem:
            raise ValidationError(str(problem), code="bad_date") from None

    def get_prep_value(self, value: Any) -> str | None:
        parsed = self.to_python(value)
        return parsed.stored if parsed else None

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def run_validators(self, value: Any) -> None:
        """The parser has checked the value; the length rules of a text do not apply to it."""

    def formfield(self, **kwargs: Any) -> Any:
        kwargs.pop("max_length", None)
        return super().formfield(
            **{"form_class": PartialDateInput, **kwargs, "max_length": 40, "empty_value": None}
        )


class LocatorField(models.CharField):
    """Where in a document something stands, beside the field that names the document."""

    description = "Place in a document: note 13, p. 5, Form B"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        usual = {"max_length": 255, "blank": True, "help_text": "Where in the source: note 13, p. 5, Form B."}
        super().__init__(*args, **{**usual, **kwargs})


def within_bounds(text: str) -> None:
    """Refuses, at its field, a text that could not be read."""
    if too_much := beyond_bounds(text):
        raise ValidationError(f"This text cannot be read. {too_much}", code="beyond_bounds")


class ResearchedTextField(models.TextField):
    """Markdown with footnotes ``[^key]`` and citations ``[@source-key, locator]``.

    ``[words](@source-key, locator)`` cites a source in words of its own, for a note that must stay as printed.

    Its citations are indexed on every save (see CitationUse); sections and numbered notes are derived when read.
    """

    description = "Researched text: Markdown with footnotes and citations"
    default_validators = [within_bounds]
