"""What the filters of the lists of impact offer, out of what is on record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django import forms
from django.http import QueryDict


class OfferedForm(forms.Form):
    """A form of filters some of whose choices follow from the rows."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)

    def offer(self, name: str, empty: str, choices: Iterable[tuple[str, str]]) -> None:
        """Gives a field its choices, in the order of their words, after the one that asks for all."""
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices = [("", empty), *sorted(set(choices), key=lambda one: one[1])]

    def offer_years(self, name: str, years: Iterable[int]) -> None:
        """The newest first."""
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices = [("", "Any year"), *((str(year), str(year)) for year in sorted(set(years), reverse=True))]
