"""Filters of published profiles."""

from django_filters import rest_framework as filters

from countries.models import Country, CountryProfile, ProfileTheme


class ProfileFilter(filters.FilterSet):
    country = filters.ModelChoiceFilter(
        queryset=Country.objects.exclude(iso3=None), to_field_name="iso3", help_text="ISO 3166 alpha-3: PER."
    )
    theme = filters.ModelChoiceFilter(
        queryset=ProfileTheme.objects.all(), to_field_name="slug", help_text="cluster-munition-ban-policy"
    )
    edition = filters.NumberFilter(min_value=1999, max_value=2100, help_text="Edition year: 2009.")
    language = filters.CharFilter(max_length=12, help_text="Language code: en.")

    class Meta:
        model = CountryProfile
        fields = ["country", "theme", "edition", "language"]
