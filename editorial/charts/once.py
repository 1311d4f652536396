"""A figure is made of numbers and words alone: for the same ones it is the figure that was made before.

So it can never be out of date. A worker keeps the last ones, each with its HTML.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property, wraps
from typing import ClassVar, ParamSpec, TypeVar

from cachetools import LRUCache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

P = ParamSpec("P")
F = TypeVar("F", bound="DrawnFigure")

MOST = 200
"""Figures that a worker keeps of each kind: some ten megabytes."""


class DrawnFigure:
    """What a template shows, which calls it \"chart\". Nobody changes it."""

    template: ClassVar[str]

    @cached_property
    def html(self) -> SafeString:
        """The whole figure: title, drawing, key, notes, source and the table one click below."""
        return render_to_string(self.template, {"chart": self})


def drawn_once(draw: Callable[P, F]) -> Callable[P, F]:
    """For a function that draws a figure from plain values: what they say is all that it depends on."""
    kept: LRUCache[str, F] = LRUCache(MOST)
    lock = threading.Lock()

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> F:
        said = repr((args, kwargs))
        with lock:
            found = kept.get(said)
        if found is None:
            found = draw(*args, **kwargs)
            with lock:
                kept[said] = found
        return found

    return drawn
