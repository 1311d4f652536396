"""Filters of figures, claims, requests, reports and programmes, with the names of the public addresses."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters

from countries.models import Country
from editorial.models import Certainty, Rank
from stockpiles.models import (
    Activity,
    ActivityClaim,
    Answer,
    Article,
    CompletionDeclaration,
    DestructionProgramme,
    DestructionRecord,
    DestructionScope,
    ExtensionRequest,
    HoldingKind,
    MunitionKind,
    MunitionType,
    Outcome,
    OutOf,
    ReportKind,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)


def _country() -> filters.ModelChoiceFilter:
    return filters.ModelChoiceFilter(
        queryset=Country.objects.exclude(iso3=None), to_field_name="iso3", help_text="ISO 3166 alpha-3: PER."
    )


class ClaimFilter(filters.FilterSet):
    country = _country()
    certainty = filters.ChoiceFilter(choices=Certainty.choices)
    rank = filters.ChoiceFilter(choices=Rank.choices)


class TypedClaimFilter(ClaimFilter):
    munition = filters.ModelChoiceFilter(
        field_name="munition_type", queryset=MunitionType.objects.all(), to_field_name="slug", help_text="rbk-500"
    )


class MunitionTypeFilter(filters.FilterSet):
    kind = filters.ChoiceFilter(choices=MunitionKind.choices)
    origin = filters.ModelChoiceFilter(
        field_name="origins__country",
        queryset=Country.objects.exclude(iso3=None),
        to_field_name="iso3",
        help_text="ISO 3166 alpha-3 of a state that the origin points to.",
    )

    class Meta:
        model = MunitionType
        fields = ["kind", "origin"]


class HoldingFilter(TypedClaimFilter):
    kind = filters.ChoiceFilter(choices=HoldingKind.choices)

    class Meta:
        model = StockpileHolding
        fields = ["country", "munition", "kind", "certainty", "rank"]


class RetentionRecordFilter(TypedClaimFilter):
    class Meta:
        model = RetentionRecord
        fields = ["country", "munition", "certainty", "rank"]


class ActivityClaimFilter(TypedClaimFilter):
    activity = filters.ChoiceFilter(choices=Activity.choices)
    answer = filters.ChoiceFilter(choices=Answer.choices)

    class Meta:
        model = ActivityClaim
        fields = ["country", "munition", "activity", "answer", "certainty", "rank"]


class DestructionRecordFilter(TypedClaimFilter):
    scope = filters.ChoiceFilter(choices=DestructionScope.choices)
    out_of = filters.ChoiceFilter(choices=OutOf.choices)
    year = filters.NumberFilter(
        method="in_year",
        min_value=1945,
        max_value=2999,
        help_text="Periods that lie wholly in this calendar year: 2022.",
    )

    class Meta:
        model = DestructionRecord
        fields = ["country", "munition", "scope", "out_of", "year", "certainty", "rank"]

    def in_year(self, queryset: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        year = f"{int(value):04d}"
        lies_in = Q(period_start__startswith=year) & Q(period_end__startswith=year)
        return queryset.filter(lies_in, scope=DestructionScope.PERIOD)


class ExtensionRequestFilter(ClaimFilter):
    article = filters.TypedChoiceFilter(choices=Article.choices, coerce=int)
    outcome = filters.ChoiceFilter(choices=Outcome.choices)
    meeting = filters.CharFilter(field_name="decided_at__slug", help_text="9msp")

    class Meta:
        model = ExtensionRequest
        fields = ["country", "article", "outcome", "meeting", "certainty", "rank"]


class CompletionFilter(ClaimFilter):
    article = filters.TypedChoiceFilter(choices=Article.choices, coerce=int)

    class Meta:
        model = CompletionDeclaration
        fields = ["country", "article", "certainty", "rank"]


class TransparencyReportFilter(ClaimFilter):
    kind = filters.ChoiceFilter(choices=ReportKind.choices)
    year = filters.NumberFilter(
        field_name="calendar_year", min_value=1999, max_value=2999, help_text="Calendar year reported on: 2014."
    )

    class Meta:
        model = TransparencyReport
        fields = ["country", "kind", "year", "certainty", "rank"]


class ProgrammeFilter(filters.FilterSet):
    country = _country()

    class Meta:
        model = DestructionProgramme
        fields = ["country"]
