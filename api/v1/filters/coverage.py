"""Filters of coverage."""

from django_filters import rest_framework as filters

from countries.models import Coverage, Extent, FactKind


class CoverageFilter(filters.FilterSet):
    kind = filters.ChoiceFilter(choices=FactKind.choices, help_text="treaty_acts")
    extent = filters.ChoiceFilter(choices=Extent.choices)

    class Meta:
        model = Coverage
        fields = ["kind", "extent"]
