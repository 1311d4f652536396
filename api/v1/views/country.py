"""States and other areas."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from api.parameters import AS_OF, day_parameter
from api.strict import refuse_unknown
from api.v1.filters.country import CountryFilter
from api.v1.serializers.country import CountryDetailSerializer, CountrySerializer
from countries.models import Country, FactKind
from countries.queries.addresses import country_slug
from countries.queries.coverage import EVERY, asked


class CountryViewSet(ReadOnlyModelViewSet):
    """Every state, and the other areas that the Monitor reports on."""

    about = ((FactKind.STATES, ""),)
    filterset_class = CountryFilter
    lookup_url_kwarg = "iso3"
    lookup_value_regex = "[A-Za-z-]+"

    def get_queryset(self) -> QuerySet[Country]:
        rows = Country.objects.order_by("name", "pk")
        return (
            rows.select_related("source").prefetch_related("names", "group_memberships__group")
            if self.detail
            else rows
        )

    def get_serializer_class(self) -> type[CountrySerializer]:
        return CountryDetailSerializer if self.detail else CountrySerializer

    @extend_schema(parameters=[AS_OF])
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One state by ISO 3166 alpha-3 in either case, or by slug; its standings are those of the day asked for."""
        refuse_unknown(request, {"as_of"})
        when = asked(
            day_parameter(request, "as_of"), today=timezone.localdate(), about=[(FactKind.TREATY_ACTS, EVERY)]
        )
        context = {**self.get_serializer_context(), "asked": when}
        return Response(CountryDetailSerializer(self.get_object(), context=context).data)

    def get_object(self) -> Country:
        """By ISO 3166 alpha-3 in either case, or by slug; a former slug or another name finds the state as well."""
        key = self.kwargs["iso3"]
        found = self.get_queryset().filter(Q(iso3=key.upper()) | Q(slug=key.lower())).first()
        return found or get_object_or_404(self.get_queryset(), slug=country_slug(key))
