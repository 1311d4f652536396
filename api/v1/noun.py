"""What every noun has in common: a list that can be filtered, entries by their key, and the sources of each row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Generic, cast

from django.db.models import Model, QuerySet
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.viewsets import GenericViewSet

from api.parameters import as_asked
from countries.models import Coverage
from countries.queries.coverage import Subject
from editorial.history.as_known import is_fact
from editorial.models import Source
from editorial.queries.proof import proofs

from .serializers.source import ProvenSerializer, Row


class Listed(ListModelMixin, GenericViewSet[Row], Generic[Row]):
    """A noun that is only listed. Its file says the rest: rows in their order, filters, shape, kinds of fact.

    ``about`` names the kinds of fact that the list rests on: how far their record reaches stands in its envelope.
    A list of facts can be asked for as it was known at a moment; ``also_reads`` are tables that it reads beside its
    own and those that this points at.
    """

    about: ClassVar[Sequence[Subject]] = ()
    also_reads: ClassVar[tuple[type[Model], ...]] = ()

    @property
    def knows_then(self) -> bool:
        """Whether this is a list whose every row comes from a table of facts.

        Which sources are public follows from an index of today.
        """
        return not self.detail and self._table is not None and is_fact(self._table) and self._table is not Source

    @property
    def _table(self) -> type[Model] | None:
        return getattr(vars(type(self)).get("queryset"), "model", None)

    def list(self, request: Request, *args: object, **kwargs: object) -> Response:
        if self._table is None or not self.knows_then:
            return super().list(request, *args, **kwargs)
        with as_asked(request, self._table, Source, Coverage, *self.also_reads):
            return super().list(request, *args, **kwargs)

    def get_serializer(
        self,
        shown: Row | Sequence[Row] | None = None,
        *,
        many: bool = False,
        context: Mapping[str, object] | None = None,
    ) -> BaseSerializer[Row]:
        rows = cast(Sequence[Row], () if shown is None else shown if many else (shown,))
        known = {**(context or self.get_serializer_context()), **self.read_for(rows)}
        return self.get_serializer_class()(cast(Row, shown), many=many, context=known)

    def read_for(self, rows: Sequence[Row]) -> Mapping[str, object]:
        """What is read once for all rows shown: their sources, in one query, where the shape of the noun has any."""
        if not issubclass(self.get_serializer_class(), ProvenSerializer):
            return {}
        return {"proofs": proofs(record for record in self.records(rows) if getattr(record, "note", ""))}

    def records(self, rows: Sequence[Row]) -> Iterable[Model]:
        """Every record whose sources the answer shows."""
        return rows


class Noun(RetrieveModelMixin, Listed[Row]):
    """A noun with a list and an entry for each row; the entry may show more than the list."""

    detail_queryset: ClassVar[QuerySet | None] = None
    detail_serializer_class: ClassVar[type[BaseSerializer] | None] = None
    lookup_value_regex = "[0-9]+"

    def get_queryset(self) -> QuerySet[Row]:
        if self.detail and self.detail_queryset is not None:
            return self.detail_queryset.all()
        return super().get_queryset()

    def get_serializer_class(self) -> type[BaseSerializer[Row]]:
        if self.detail and self.detail_serializer_class is not None:
            return self.detail_serializer_class
        return super().get_serializer_class()


class Computed(GenericViewSet):
    """What no table holds and every request works out anew: one answer for all states, in an envelope of its own.

    Its file describes what it hears and what it answers.
    """

    pagination_class = None
    filter_backends = ()
