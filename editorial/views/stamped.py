"""Pages that are made of words: the template is rendered once by each worker, and filled in for every page.

As {% stamp %} does it for the rows of a list. The price is the same: values are words (or tuples of words), and the
template shows them and asks whether they are there, no more. It is rendered for each pattern of values that are there, and
for each of the ``fixed`` values, which it may do anything with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from html import escape
from operator import itemgetter
from typing import Any, NamedTuple

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import SafeData, SafeString

Words = Mapping[str, str] | Mapping[str, Any]
MOST = 500  # patterns that are remembered; then it begins anew
_PLACE = re.compile("\x02(\\d+)\x03")


class _Stamp(NamedTuple):
    """The words around the places of one pattern, and which value stands in each place."""

    words: str
    chosen: Callable[[Sequence[str]], tuple[str, ...]]

    def filled(self, values: Sequence[str]) -> SafeString:
        return SafeString(
            self.words % self.chosen(["", *(v if isinstance(v, SafeData) else escape(v) for v in values)])
        )


_stamps: dict[Hashable, _Stamp] = {}


def stamped(template: str, values: Words, fixed: Mapping[str, Hashable] | None = None) -> SafeString:
    """The template, filled in."""
    found: list[str] = []
    pattern = tuple((name, _pattern(value, found)) for name, value in values.items())
    # a template with addresses of its own stands on whole pages, which have fixed values
    key = (template, pattern, *fixed.values(), get_script_prefix()) if fixed else (template, pattern)
    stamp = _stamps.get(key)
    if stamp is None:
        stamp = _stamp(template, values, fixed or {})
        if not settings.DEBUG:  # where templates change under a running server
            if len(_stamps) >= MOST:
                _stamps.clear()
            _stamps[key] = stamp
    return stamp.filled(found)


def _pattern(value: Any, found: list[str]) -> Hashable:
    """Which words are there, and these words."""
    if isinstance(value, tuple | list):
        return tuple([_pattern(one, found) for one in value])
    if value:
        found.append(value)
    return bool(value)


def _stamp(template: str, values: Words, fixed: Mapping[str, Hashable]) -> _Stamp:
    places: list[str] = []
    marked = {name: _marked(value, places) for name, value in values.items()}
    words = render_to_string(template, {**fixed, **marked})
    order = [int(place) for place in _PLACE.findall(words)]
    chosen = itemgetter(0, 0, *order)  # two more, so that it always gives a tuple
    return _Stamp("%s%s" + _PLACE.sub("%s", words.replace("%", "%%")), chosen)


def _marked(value: Any, places: list[str]) -> Any:
    if isinstance(value, tuple | list):
        return [_marked(one, places) for one in value]
    if not value:
        return ""
    places.append(value)
    return SafeString(f"\x02{len(places)}\x03")
