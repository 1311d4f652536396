"""A drop-down of hundreds of choices, written in one go: Django makes a dictionary and two templates of each.

What comes out is the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import escape
from django.utils.safestring import SafeString


class LongSelect(forms.Select):
    """For choices of plain words without groups, of which one can be chosen."""

    def render(
        self,
        name: str,
        value: object,
        attrs: Mapping[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        chosen, own = self.format_value(value)[:1], self.build_attrs(self.attrs, dict(attrs or {}))
        options = []
        for key, label in self.choices:
            key = "" if key is None else str(key)
            is_chosen = key in chosen
            options.append(_option(key, str(label), is_chosen))
            if is_chosen:
                chosen = []  # the first of two that are the same
        return SafeString(f'<select name="{escape(name)}"{flatatt(own)}>{"".join(options)}\n</select>')


@lru_cache(maxsize=4096)
def _option(value: str, label: str, is_chosen: bool) -> str:
    return f'\n  <option value="{escape(value)}"{" selected" if is_chosen else ""}>{escape(label)}</option>\n'
