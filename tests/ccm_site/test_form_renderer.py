"""Drop-downs come out as Django's own templates write them, and with no template for each choice."""

from __future__ import annotations

import pytest
from django import forms
from django.conf import settings
from django.forms.renderers import DjangoTemplates
from django.template import engines
from django.utils.safestring import mark_safe

from ccm_site.form_renderer import QuickForms

CHOICES = [
    ("", "Any <state>"),
    ("PER", 'Côte d\u2019Ivoire & "Peru"'),
    (None, "Nobody"),
    (True, mark_safe("<b>safe</b>")),
    (1234567, 1234567),
    ("Groups", [('a"b', "One"), (2, "Two")]),
    (0.5, 0.5),
]


def shown(value: object, **more: object) -> tuple[str, ...]:
    widget = forms.Select(choices=CHOICES, **more)
    return tuple(
        widget.render("state", value, {"id": 'x"y', "required": True}, one())
        for one in (DjangoTemplates, QuickForms)
    )


@pytest.mark.parametrize("value", ["", "PER", 2, None, True, 0.5, 1234567, 'a"b', "unknown"])
def test_a_drop_down_is_the_same_to_the_byte(value: object) -> None:
    expected, found = shown(value)
    assert found == expected


@pytest.mark.parametrize(
    "attributes", [{}, {"hidden": False}, {"data-n": 1234567, "multiple": True, "class": "a b"}]
)
def test_so_are_its_attributes(attributes: dict[str, object]) -> None:
    expected, found = shown("PER", attrs=attributes)
    assert found == expected


def test_other_choices_keep_their_templates() -> None:
    class Marked(forms.Select):
        option_template_name = "django/forms/widgets/input_option.html"

    widget = Marked(choices=[("a", "A")])
    expected, found = (widget.render("x", "a", renderer=one()) for one in (DjangoTemplates, QuickForms))
    assert found == expected


def test_every_form_of_the_site_is_rendered_so() -> None:
    assert settings.FORM_RENDERER == "ccm_site.form_renderer.QuickForms"
    assert engines.all()
    assert isinstance(forms.Form().renderer, QuickForms)
