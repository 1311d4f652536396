"""Days in addresses: ``?as_of=2013-07-31``. A day that does not exist gets a 400 page that names the parameter."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from editorial.rules.iso_day import NoSuchDay, day_of


class DayField(forms.DateField):
    """A day as the address has it: year, month and day with hyphens, and no other way of writing it."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "min": "1945-01-01", "max": "2999-12-31"})

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        try:
            return day_of(str(value))
        except NoSuchDay as problem:
            raise forms.ValidationError(str(problem), code="no_such_day") from None


def bad_address(request: HttpRequest, form: forms.Form) -> HttpResponse:
    """The 400 page that names each parameter that could not be read, says why, and offers the form again."""
    problems = [
        {"parameter": name, "said": " ".join(str(error) for error in errors)}
        for name, errors in form.errors.items()
        if name in form.fields
    ]
    context = {"problems": problems, "form": form, "path": request.path}
    return render(request, "400_parameters.html", context, status=400)
