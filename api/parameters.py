"""Query parameters that are not filters of a table: days, and words from a short list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from editorial.views.days import NoSuchDay, day_of

AS_OF = OpenApiParameter(
    "as_of", OpenApiTypes.DATE, description="The day the answer speaks of, as 2013-07-31; today if left out."
)


def day_parameter(request: Request, name: str, default: date) -> date:
    """A day from the address. Raises a 400 that names the parameter."""
    given = request.query_params.get(name, "")
    try:
        return day_of(given) if given else default
    except NoSuchDay as problem:
        raise ValidationError({name: [str(problem)]}, code="invalid") from None


def word_parameter(request: Request, name: str, known: Iterable[Any], default: str = "") -> str:
    """One of some words. Raises a 400 that names the parameter and the words it knows."""
    words = [str(word) for word in known]
    given = request.query_params.get(name, "") or default
    if given and given not in words:
        shown = ", ".join(words[:20])
        raise ValidationError({name: [f"“{given[:60]}” is not known here. Known: {shown}."]}, code="invalid")
    return given
