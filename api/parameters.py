"""Query parameters that are not filters of a table: days, states, and words from a short list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.db.models import Model
from django.utils.timezone import now
from drf_spectacular.helpers import forced_singular_serializer
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.fields import empty
from rest_framework.request import Request
from rest_framework.response import Response

from countries.models import Country
from editorial.history.as_known import NothingYet, as_known, tables_behind
from editorial.rules.horizon import Asked
from editorial.rules.iso_day import NoSuchDay, day_of
from editorial.rules.known_day import NotKnowable, known_at_of

P = ParamSpec("P")
View = TypeVar("View")

AS_OF = OpenApiParameter(
    "as_of",
    OpenApiTypes.DATE,
    description="The day the answer speaks of, as 2013-07-31. If left out, the last day that the record covers, or today "
    "if that is earlier. A day later than `complete_until` is answered as if nothing had happened since.",
)

KNOWN_AT = OpenApiParameter(
    "known_at",
    OpenApiTypes.STR,
    description="What this site said then: a day (2026-03-01, at its end, UTC) or a moment (2026-03-01T12:00:00Z). "
    "Answered out of the records as they stood; published texts have their own releases. A day that has not come is "
    "a 400, one before the first record a 404.",
)

DAYS_SCHEMA: dict[str, dict[str, object]] = {
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
    "known_at": {
        "type": ["string", "null"],
        "format": "date-time",
        "description": "The moment of which the answer says what this site knew; null for today.",
    },
    "caveat": {
        "type": "string",
        "description": "What has to be known of an answer for a day beyond the record; empty where it is covered.",
    },
}


def days(asked: Asked) -> dict[str, date | datetime | str | None]:
    """The two days of an answer, as every envelope carries them, and the moment at which they were known."""
    known = asked.known
    words = f"{known.in_words[:1].upper()}{known.in_words[1:]}." if known else ""
    return {
        "as_of": asked.day,
        "complete_until": asked.complete_until,
        "known_at": known.at if known else None,
        "caveat": " ".join(part for part in (words, asked.caveat) if part),
    }


@contextmanager
def as_asked(request: Request, *roots: type[Model]) -> Iterator[None]:
    """Inside, everything is answered as this site knew it at the moment of ``known_at``; today's way without one.

    ``roots`` are the tables that the answer rests on. Raises a 400 that names the parameter for what is no moment or
    has not come, and a 404 where nothing of the answer was recorded by then.
    """
    given = request.query_params.get(KNOWN_AT.name, "")
    if not given:
        yield
        return
    try:
        with as_known(known_at_of(given, now()), tables_behind(*roots)):
            yield
    except NothingYet as problem:
        raise NotFound(f"known_at: {problem}") from None
    except NotKnowable as problem:
        raise ValidationError({KNOWN_AT.name: [str(problem)]}, code="invalid") from None


class DaysSerializer(serializers.Serializer):
    """The two days of an answer, for envelopes that are described by a serializer."""

    as_of = serializers.DateField(help_text="The day the answer speaks of.")
    complete_until = serializers.DateField(
        allow_null=True, help_text=str(DAYS_SCHEMA["complete_until"]["description"])
    )
    known_at = serializers.DateTimeField(allow_null=True, help_text=str(DAYS_SCHEMA["known_at"]["description"]))
    caveat = serializers.CharField(allow_blank=True, help_text=str(DAYS_SCHEMA["caveat"]["description"]))


def refuse_unknown(request: Request, known: set[str]) -> None:
    """Raises a 400 naming each query parameter that is not among ``known``."""
    unknown = sorted(set(request.query_params) - known - {"format"})
    if unknown:
        hint = ", ".join(sorted(known)) or "none"
        raise ValidationError(
            {name: [f"Unknown parameter. Known here: {hint}."] for name in unknown}, code="unknown"
        )


def hears(
    *parameters: OpenApiParameter,
    answer: type[serializers.Serializer] | None = None,
    operation_id: str | None = None,
    known: Collection[type[Model]] = (),
) -> Callable[
    [Callable[Concatenate[View, Request, P], Response]], Callable[Concatenate[View, Request, P], Response]
]:
    """Describes an operation with its parameters; any other parameter gets a 400 that names it.

    ``answer`` is the shape of the one object that it answers, also where its name is "list". ``known`` are the tables
    that it rests on, where it can be asked what was known at a moment.
    """
    responses = empty if answer is None else forced_singular_serializer(answer)
    parameters = (*parameters, KNOWN_AT) if known else parameters
    names = {parameter.name for parameter in parameters}

    def heard(
        operation: Callable[Concatenate[View, Request, P], Response],
    ) -> Callable[Concatenate[View, Request, P], Response]:
        @wraps(operation)
        def checked(view: View, request: Request, /, *args: P.args, **kwargs: P.kwargs) -> Response:
            refuse_unknown(request, names)
            with as_asked(request, *known):
                return operation(view, request, *args, **kwargs)

        return extend_schema(
            parameters=list(parameters), filters=False, responses=responses, operation_id=operation_id
        )(checked)

    return heard


def day_parameter(request: Request, name: str) -> date | None:
    """A day from the address, None if it names none. Raises a 400 that names the parameter."""
    given = request.query_params.get(name, "")
    try:
        return day_of(given) if given else None
    except NoSuchDay as problem:
        raise ValidationError({name: [str(problem)]}, code="invalid") from None


def word_parameter(request: Request, name: str, known: Iterable[object], default: str = "") -> str:
    """One of some words. Raises a 400 that names the parameter and the words it knows."""
    words = [str(word) for word in known]
    given = request.query_params.get(name, "") or default
    if given and given not in words:
        shown = ", ".join(words[:20])
        raise ValidationError({name: [f"“{given[:60]}” is not known here. Known: {shown}."]}, code="invalid")
    return given


def state_parameter(request: Request, known: Collection[str | None] = ()) -> str:
    """The code of a state in either case, "" if the address names none. Raises a 400 for what is no state.

    One query, none for a code that is among ``known``.
    """
    given = request.query_params.get("country", "").upper()
    is_state = given in known or (given.isalpha() and Country.objects.filter(iso3=given).exists())
    if given and not is_state:
        words = f"“{given[:60]}” is no state. Write ISO 3166 alpha-3: PER."
        raise ValidationError({"country": [words]}, code="invalid")
    return given
