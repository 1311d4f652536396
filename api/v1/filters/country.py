"""Filters of states and other areas."""

from django_filters import rest_framework as filters

from countries.models import Country, CountryKind


class CountryFilter(filters.FilterSet):
    region = filters.CharFilter(lookup_expr="iexact", help_text="M49 region: Americas.")
    subregion = filters.CharFilter(lookup_expr="iexact", help_text="M49 sub-region.")
    kind = filters.ChoiceFilter(choices=CountryKind.choices)
    is_un_member = filters.BooleanFilter()

    class Meta:
        model = Country
        fields = ["region", "subregion", "kind", "is_un_member"]
