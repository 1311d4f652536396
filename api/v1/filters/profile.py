"""Filters of published profiles."""

from django_filters import rest_framework as filters

from countries.models import ProfileTheme

from .shared import by_country


class ProfileFilter(filters.FilterSet):
    country = by_country()
    theme = filters.ModelChoiceFilter(
        queryset=ProfileTheme.objects.all(), to_field_name="slug", help_text="cluster-munition-ban-policy"
    )
    edition = filters.NumberFilter(min_value=1999, max_value=2100, help_text="Edition year: 2009.")
    language = filters.CharFilter(max_length=12, help_text="Language code: en.")
