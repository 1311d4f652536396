"""Filters of meetings."""

from __future__ import annotations

from django.db.models import QuerySet
from django_filters import rest_framework as filters

from countries.models import Country
from meetings.models import Meeting, MeetingKind


class MeetingFilter(filters.FilterSet):
    year = filters.NumberFilter(method="in_year", min_value=1990, max_value=2100, help_text="Year it sat: 2007.")
    kind = filters.ChoiceFilter(choices=MeetingKind.choices)
    country = filters.ModelChoiceFilter(
        queryset=Country.objects.exclude(iso3=None), to_field_name="iso3", help_text="Where it was held: PER."
    )
    part_of = filters.ModelChoiceFilter(
        field_name="parent", queryset=Meeting.objects.all(), to_field_name="slug", help_text="Slug of its process."
    )

    class Meta:
        model = Meeting
        fields = ["year", "kind", "country", "part_of"]

    def in_year(self, rows: QuerySet, name: str, value: int) -> QuerySet:
        return rows.filter(spans__start__startswith=f"{int(value):04d}").distinct()
