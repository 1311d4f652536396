"""A long drop-down comes out as Django writes it."""

from __future__ import annotations

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from countries.models import Country
from editorial.long_select import LongSelect

CHOICES = [
    ("", "Any <state>"),
    ("PER", 'Côte d’Ivoire & "Peru"'),
    (None, "Nobody"),
    (7, "Seven"),
    ("PER", "Twice"),
]


def shown(kind: type[forms.Select], value: object, choices: object) -> str:
    widget = kind(attrs={"class": "a&b", "hidden": False}, choices=choices)
    return widget.render("sta&te", value, {"id": 'x"y', "required": True}, DjangoTemplates())


@pytest.mark.parametrize("value", ["", "PER", None, 7, "7", "unknown"])
def test_it_is_the_same_to_the_byte(value: object) -> None:
    assert shown(LongSelect, value, CHOICES) == shown(forms.Select, value, CHOICES)


@pytest.mark.django_db
def test_so_are_records_as_choices(peru: Country) -> None:
    fields = [
        forms.ModelChoiceField(Country.objects.all(), to_field_name="iso3", widget=kind)
        for kind in (LongSelect, forms.Select)
    ]
    found, expected = (
        field.widget.render("x", value, renderer=DjangoTemplates()) for value in ("PER",) for field in fields
    )
    assert found == expected
    assert "selected" in found
