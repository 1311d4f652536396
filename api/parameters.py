"""Query parameters that are not filters of a table: days, and words from a short list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from editorial.rules.horizon import Asked
from editorial.rules.iso_day import NoSuchDay, day_of

AS_OF = OpenApiParameter(
    "as_of",
    OpenApiTypes.DATE,
    description="The day the answer speaks of, as 2013-07-31. If left out, the last day that the record covers, or today "
    "if that is earlier. A day later than `complete_until` is answered as if nothing had happened since.",
)

DAYS_SCHEMA: dict[str, Any] = {
    "as_of": {
        "type": ["string", "null"],
        "format": "date",
        "description": "The day the answer speaks of; null for a list of which nobody has said how far its record reaches.",
    },
    "complete_until": {
        "type": ["string", "null"],
        "format": "date",
        "description": "The last day of which something could be on record here; null if nobody has said. What lies "
        "behind it, and what is missing before it: /api/v1/coverage/.",
    },
    "caveat": {
        "type": "string",
        "description": "What has to be known of an answer for a day beyond the record; empty where it is covered.",
    },
}


def days(asked: Asked) -> dict[str, Any]:
    """The two days of an answer, as every envelope carries them."""
    return {"as_of": asked.day, "complete_until": asked.complete_until, "caveat": asked.caveat}


class DaysSerializer(serializers.Serializer):
    """The two days of an answer, for envelopes that are described by a serializer."""

    as_of = serializers.DateField(help_text="The day the answer speaks of.")
    complete_until = serializers.DateField(allow_null=True, help_text=DAYS_SCHEMA["complete_until"]["description"])
    caveat = serializers.CharField(allow_blank=True, help_text=DAYS_SCHEMA["caveat"]["description"])


def day_parameter(request: Request, name: str) -> date | None:
    """A day from the address, None if it names none. Raises a 400 that names the parameter."""
    given = request.query_params.get(name, "")
    try:
        return day_of(given) if given else None
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
