"""Figures of the world, or of all States Parties, as they were published."""

from __future__ import annotations

from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import of_one_year
from api.v1.noun import Noun
from api.v1.serializers.address import PageField
from api.v1.serializers.claim import CLAIM_FIELDS
from api.v1.serializers.source import SourcedSerializer
from countries.models import FactKind, PublishedTotal, TotalMeasure, TotalSubject
from editorial.models import Certainty, Rank


class PublishedTotalFilter(filters.FilterSet):
    subject = filters.ChoiceFilter(choices=TotalSubject.choices)
    measure = filters.ChoiceFilter(choices=TotalMeasure.choices)
    year = filters.NumberFilter(
        method=of_one_year, min_value=1945, max_value=2999, help_text="Totals of this calendar year alone: 2017."
    )
    certainty = filters.ChoiceFilter(choices=Certainty.choices)
    rank = filters.ChoiceFilter(choices=Rank.choices)


class PublishedTotalSerializer(SourcedSerializer[PublishedTotal]):
    """A total that somebody published. None is worked out here; a null number is not given, which is not zero."""

    page = PageField("Where readers find it, with its sources.")
    unit = serializers.CharField(help_text="km², or empty where states, people or items are counted.")
    year = serializers.IntegerField(
        allow_null=True, help_text="The one calendar year; null for a longer time or a day."
    )

    class Meta:
        model = PublishedTotal
        fields = [
            *("id", "page", "subject", "measure", "period_start", "period_end", "year", "as_of"),
            *("number", "bound", "upper", "out_of", "unit", "covers"),
            *CLAIM_FIELDS,
        ]
        extra_kwargs = {key: {"normalize_output": True} for key in ("number", "upper")}


class PublishedTotalViewSet(Noun[PublishedTotal]):
    """Totals of the world as published: contamination, clearance, casualties, destruction, stocks, laws."""

    about = ((FactKind.PUBLISHED_TOTALS, ""),)
    queryset = PublishedTotal.objects.order_by("pk")
    serializer_class = PublishedTotalSerializer
    filterset_class = PublishedTotalFilter
