"""Days in addresses: ``?as_of=2013-07-31``. A day that does not exist gets a 400 page that names the parameter."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
LONGEST_SHOWN = 60


class NoSuchDay(ValueError):
    """Text that is no day of the calendar; the message says so and gives an example."""


def day_of(text: str) -> date:
    """Read "2013-07-31". Raises NoSuchDay for anything else, also for 2013-02-30 and the year 0."""
    given = text.strip()
    try:
        if _ISO.fullmatch(given):
            return date.fromisoformat(given)
    except ValueError:
        pass
    raise NoSuchDay(f"“{given[:LONGEST_SHOWN]}” is not a day. Write it as 2013-07-31.")


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
