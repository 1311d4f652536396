"""Filters of positions."""

from django_filters import rest_framework as filters

from countries.models import Country
from meetings.models import ListedPosition, Stance, Theme


class PositionFilter(filters.FilterSet):
    country = filters.ModelChoiceFilter(
        queryset=Country.objects.exclude(iso3=None), to_field_name="iso3", help_text="ISO 3166 alpha-3: PER."
    )
    theme = filters.ModelChoiceFilter(queryset=Theme.objects.all(), to_field_name="slug", help_text="retention")
    stance = filters.ChoiceFilter(choices=Stance.choices)

    class Meta:
        model = ListedPosition
        fields = ["country", "theme", "stance"]
