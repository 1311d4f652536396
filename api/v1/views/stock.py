"""The stocks of all states as the records add up."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from api.strict import refuse_unknown
from api.v1.serializers.stock import StocksSerializer, stocks_body
from countries.models import Country
from countries.queries.coverage import record
from editorial.queries.proof import proofs
from stockpiles.queries.overview import overview
from stockpiles.queries.records import STOCKS, Records


class StockViewSet(GenericViewSet):
    """Sums of the figures in use, state by state and for the world."""

    serializer_class = StocksSerializer
    pagination_class = None
    filter_backends: list[Any] = []

    @extend_schema(
        responses=StocksSerializer,
        parameters=[OpenApiParameter("country", str, description="Only this state: PER.")],
    )
    def list(self, request: Request) -> Response:
        """Declared, destroyed, retained and left to destroy, as the records add up. Where no total destroyed is on record,
        the part that is stands under ``at_least`` and never under ``value``; where figures do not come out, the
        differences say so with their arithmetic. The single figures with their sources are in holdings,
        destruction-records and retention-records. At most twelve queries, whatever the number of states.
        """
        refuse_unknown(request, {"country"})
        asked = request.query_params.get("country", "").upper()
        if asked and not (asked.isalpha() and Country.objects.filter(iso3=asked).exists()):
            words = f"“{asked[:60]}” is no state. Write ISO 3166 alpha-3: PER."
            raise ValidationError({"country": [words]}, code="invalid")
        coverage = record()
        when = coverage.asked(None, today=timezone.localdate(), about=STOCKS)
        view = overview(as_of=when.day, records=Records(when.day, coverage))
        rows = [row for row in view.rows if not asked or row.country.iso3 == asked]
        settled = [one.settled for row in rows for one in row.differences if one.settled is not None]
        return Response(stocks_body(view, when, rows, proofs(settled), dict(self.get_serializer_context())))
