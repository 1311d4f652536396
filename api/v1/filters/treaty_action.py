"""Filters of treaty actions."""

from django_filters import rest_framework as filters

from countries.models import Country, Treaty, TreatyAction
from countries.models.treaty_action import ACTION_KINDS


class TreatyActionFilter(filters.FilterSet):
    treaty = filters.ModelChoiceFilter(queryset=Treaty.objects.all(), to_field_name="slug", help_text="ccm")
    country = filters.ModelChoiceFilter(
        queryset=Country.objects.exclude(iso3=None), to_field_name="iso3", help_text="ISO 3166 alpha-3: PER."
    )
    kind = filters.ChoiceFilter(choices=ACTION_KINDS)
    date_from = filters.DateFilter(field_name="date", lookup_expr="gte", help_text="First day: 2012-01-01.")
    date_until = filters.DateFilter(field_name="date", lookup_expr="lte", help_text="Last day: 2012-12-31.")

    class Meta:
        model = TreatyAction
        fields = ["treaty", "country", "kind", "date_from", "date_until"]
