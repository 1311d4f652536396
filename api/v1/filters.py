"""Filters that many nouns have, with the names of the public addresses."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from django.db.models import QuerySet
from django_filters import rest_framework as filters

from countries.models import Country
from editorial.models import Certainty, Rank
from stockpiles.models import MunitionType


def by_country(help_text: str = "ISO 3166 alpha-3: PER.", **more: str) -> filters.ModelChoiceFilter:
    """Rows of one state, by its code. A code that no state has is refused."""
    states = Country.objects.exclude(iso3=None)
    return filters.ModelChoiceFilter(queryset=states, to_field_name="iso3", help_text=help_text, **more)


def of_one_year(rows: QuerySet[Any], name: str, value: int) -> QuerySet[Any]:
    """The rows whose whole period is one calendar year."""
    year = f"{int(value):04d}"
    return rows.filter(period_start=year, period_end=year)


class ClaimFilter(filters.FilterSet):
    """The claims of one state, of one certainty, of one rank."""

    country = by_country()
    certainty = filters.ChoiceFilter(choices=Certainty.choices)
    rank = filters.ChoiceFilter(choices=Rank.choices)

    @classmethod
    def get_filters(cls) -> OrderedDict[str, filters.Filter]:
        """What every claim has comes last, after what a noun adds."""
        found = super().get_filters()
        found.move_to_end("certainty")
        found.move_to_end("rank")
        return found


class TypedClaimFilter(ClaimFilter):
    """The same for one type of munition."""

    munition = filters.ModelChoiceFilter(
        field_name="munition_type", queryset=MunitionType.objects.all(), to_field_name="slug", help_text="rbk-500"
    )
