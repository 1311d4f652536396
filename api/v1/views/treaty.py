"""Treaties, and the standing of every state towards them on any day."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from api.parameters import AS_OF, day_parameter, word_parameter
from api.strict import refuse_unknown
from api.v1.serializers.treaty import (
    TreatyDetailSerializer,
    TreatySerializer,
    TreatyStandingsSerializer,
    standings_body,
)
from countries.models import FactKind, Treaty
from countries.queries.coverage import EVERY, acts_towards, asked
from countries.queries.treaty_standings import treaty_record
from countries.rules.standing import Basis, Standing


class TreatyViewSet(ReadOnlyModelViewSet):
    """Treaties and protocols with their final clauses."""

    queryset = (
        Treaty.objects.select_related("parent", "source").prefetch_related("aliases").order_by("order", "pk")
    )
    about = ((FactKind.TREATY_ACTS, EVERY),)
    lookup_field = "slug"
    lookup_value_regex = "[a-z0-9-]+"

    def get_serializer_class(self) -> type[TreatySerializer]:
        return TreatyDetailSerializer if self.detail else TreatySerializer

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        refuse_unknown(request, set())
        treaty = self.get_object()
        context = {**self.get_serializer_context(), "record": treaty_record(treaty)}
        return Response(TreatyDetailSerializer(treaty, context=context).data)

    @extend_schema(
        responses=TreatyStandingsSerializer,
        filters=False,
        parameters=[
            AS_OF,
            OpenApiParameter(
                "basis",
                enum=[basis.value for basis in Basis],
                description="What makes a party in the counts: its deposit (default) or the entry into force.",
            ),
            OpenApiParameter("standing", enum=[one.value for one in Standing], description="Only these states."),
            OpenApiParameter("region", str, description="Only states of this M49 region: Americas."),
            OpenApiParameter("group", str, description="Only members of this group: core-group."),
        ],
    )
    @action(detail=True, pagination_class=None)
    def standings(self, request: Request, slug: str) -> Response:
        """Every state on one day, counts with their members, each date with its article and arithmetic.

        Four queries, whatever the number of states.
        """
        refuse_unknown(request, {"as_of", "basis", "standing", "region", "group"})
        when = asked(
            day_parameter(request, "as_of"), today=timezone.localdate(), about=acts_towards(self.kwargs["slug"])
        )
        basis = Basis(word_parameter(request, "basis", Basis, Basis.DEPOSIT.value))
        standing = word_parameter(request, "standing", Standing)
        record = treaty_record(self.get_object())
        region = word_parameter(request, "region", sorted({state.region for state in record.states}))
        groups = sorted({slug for state in record.states for slug, _ in state.groups})
        group = word_parameter(request, "group", groups)
        on = record.on(when.day)
        rows = tuple(
            row
            for row in on.rows
            if (not standing or row.standing.value == standing)
            and (not region or row.state.region == region)
            and (not group or group in dict(row.state.groups))
        )
        return Response(standings_body(record, on, when, basis, rows, dict(self.get_serializer_context())))

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The standings read their own parameters."""
        return queryset if self.action == "standings" else super().filter_queryset(queryset)
