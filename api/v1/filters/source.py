"""Filters of the source library."""

from django_filters import rest_framework as filters

from editorial.models import Source, SourceKind


class SourceFilter(filters.FilterSet):
    kind = filters.ChoiceFilter(choices=SourceKind.choices)
    un_symbol = filters.CharFilter(lookup_expr="iexact", help_text="CCM/CW/SR/2")
    to_be_checked = filters.BooleanFilter()

    class Meta:
        model = Source
        fields = ["kind", "un_symbol", "to_be_checked"]
