"""Forms as Django renders them, drop-downs without a template for each of their choices.

A list that can be narrowed by two states offers some four hundred choices, and Django includes two templates for each:
that was two thirds of the page. What comes out is the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

SELECT = "django/forms/widgets/select.html"
OPTION = "django/forms/widgets/select_option.html"


class QuickForms(DjangoTemplates):
    """Django's own templates of forms, but for drop-downs of plain choices."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        if template_name == SELECT and _is_plain(context["widget"]):
            return SafeString(_select(context["widget"]))
        return super().render(template_name, context, request)


def _is_plain(widget: Mapping[str, Any]) -> bool:
    return all(option["template_name"] == OPTION for _, options, _ in widget["optgroups"] for option in options)


def _select(widget: Mapping[str, Any]) -> str:
    lines = [f'<select name="{_text(widget["name"])}"{_attributes(widget["attrs"])}>']
    for group, options, _ in widget["optgroups"]:
        if group:
            lines.append(f'\n  <optgroup label="{_text(group)}">')
        lines += [
            f'\n  <option value="{_string(one["value"])}"{_attributes(one["attrs"])}>{_text(one["label"])}</option>\n'
            for one in options
        ]
        if group:
            lines.append("\n  </optgroup>")
    return "".join(lines) + "\n</select>"


def _attributes(attributes: Mapping[str, Any]) -> str:
    given = [(name, value) for name, value in attributes.items() if value is not False]
    return "".join(f" {_text(name)}" + ("" if value is True else f'="{_string(value)}"') for name, value in given)


def _string(value: object) -> str:
    """As the filter stringformat:"s" gives it, escaped."""
    return conditional_escape(value if isinstance(value, str) else str(value))


def _text(value: Any) -> str:
    return conditional_escape(localize(value))
