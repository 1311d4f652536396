"""The releases of a published record: all of them, one, and what differs between two."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import BigIntegerField
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from api.parameters import refuse_unknown
from api.v1.noun import Noun
from api.v1.serializers.release import ReleaseComparisonSerializer, ReleaseSerializer
from api.v1.serializers.source import Row
from api.v1.serializers.tombstone import GoneSerializer
from editorial.models import Release
from editorial.models.release import ReleaseQuerySet
from editorial.public.compared import compare_releases
from editorial.public.withdrawn import Tombstone, tombstones

ONE = OpenApiParameter("number", int, OpenApiParameter.PATH, description="1 for the first release of the record.")
TWO = [
    OpenApiParameter("from", int, required=True, description="Number of the older release: 1."),
    OpenApiParameter("to", int, required=True, description="Number of the newer release: 2."),
    OpenApiParameter("with", int, description="Id of the record that ``to`` is of; this one if left out."),
]


class ReleasesMixin(Noun[Row]):
    """A noun with what it published: only what readers see at the moment of the question.

    What they saw once and was withdrawn since answers 410 with its tombstone; what they never saw, 404.
    """

    release_model: ClassVar[type[Release]]
    release_related: ClassVar[tuple[str, ...]] = ()
    release_serializer_class: ClassVar[type[ReleaseSerializer]]
    gone_serializer_class = GoneSerializer

    def handle_exception(self, exc: Exception) -> Response:
        try:
            found = self._tombstones() if isinstance(exc, Http404) and self.detail else []
        except ValidationError as invalid:  # what is asked of the other release cannot be read
            return super().handle_exception(invalid)
        answer = super().handle_exception(exc)
        if found:
            error = {"code": "withdrawn", "detail": "This was published and then withdrawn.", "attr": None}
            gone = {"type": "client_error", "errors": [error], "withdrawn": found}
            answer.status_code = status.HTTP_410_GONE
            answer.data = GoneSerializer(gone, context=self.get_serializer_context()).data
            answer["Cache-Control"] = "no-cache"  # it may be published again
        return answer

    def get_serializer_class(self) -> type[BaseSerializer[Row]]:
        return self.release_serializer_class if self.action == "release" else super().get_serializer_class()

    @extend_schema(responses=ReleaseSerializer(many=True), filters=False)
    @action(detail=True, pagination_class=None, filterset_class=None)
    def releases(self, request: Request, **kwargs: str) -> Response:
        """Every release of one record, newest first: its corrections log."""
        refuse_unknown(request, set())
        rows = self._released().without_texts()
        if not rows:
            raise Http404
        return Response(ReleaseSerializer(rows, many=True, context=self.get_serializer_context()).data)

    @extend_schema(filters=False, parameters=[ONE])
    @action(detail=True, pagination_class=None, filterset_class=None, url_path="releases/(?P<number>[0-9]{1,9})")
    def release(self, request: Request, number: str, **kwargs: str) -> Response:
        """One release in full, as it was published."""
        refuse_unknown(request, set())
        row = get_object_or_404(self._released(), number=int(number))
        return Response(self.get_serializer(row).data)

    @extend_schema(responses=ReleaseComparisonSerializer, filters=False, parameters=TWO)
    @action(detail=True, pagination_class=None, filterset_class=None)
    def compare(self, request: Request, **kwargs: str) -> Response:
        """What differs between two releases, paragraph by paragraph and note by note."""
        refuse_unknown(request, {"from", "to", "with"})
        old = get_object_or_404(self._released(), number=_number(request, "from"))
        other = _number(request, "with") if "with" in request.query_params else None
        new = get_object_or_404(self._released(other), number=_number(request, "to"))
        found = compare_releases(old, new)
        return Response(ReleaseComparisonSerializer(found, context=self.get_serializer_context()).data)

    def _tombstones(self) -> list[Tombstone]:
        """Of what the address asks for: one release, the two that are compared, or all of the record."""
        at, asked = timezone.now(), self.request.query_params
        pairs: list[tuple[int, int | None]]
        if self.action == "compare":
            pairs = [(self._key(), _number(self.request, "from"))]
            other = _number(self.request, "with") if "with" in asked else self._key()
            pairs.append((other, _number(self.request, "to")))
        else:
            pairs = [(self._key(), int(self.kwargs["number"]) if "number" in self.kwargs else None)]
        return [
            stone
            for key, number in dict.fromkeys(pairs)
            if key <= BigIntegerField.MAX_BIGINT
            for stone in tombstones(self.release_model, at, key, () if number is None else (number,))
        ]

    def _key(self) -> int:
        return int(self.kwargs[self.lookup_url_kwarg or self.lookup_field])

    def _released(self, record: int | None = None) -> ReleaseQuerySet:
        """What readers see of the record of the address, or of another one."""
        key = self._key() if record is None else record
        if key > BigIntegerField.MAX_BIGINT:  # a number that no table holds is no record's
            raise Http404
        rows = self.release_model.objects.visible(timezone.now()).filter(**{self.release_model.RECORD: key})
        return rows.select_related(*self.release_related).order_by("-number")


def _number(request: Request, name: str) -> int:
    """A query parameter that has to be a whole number. Raises a 400 that names it."""
    given = request.query_params.get(name, "")
    if not given.isascii() or not given.isdecimal() or len(given) > 9:
        raise ValidationError({name: ["Give a whole number, for example 1."]}, code="invalid")
    return int(given)
