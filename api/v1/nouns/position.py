"""Positions: what a state or organisation says on a theme in a published statement."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import by_country
from api.v1.noun import Listed
from api.v1.nouns.statement import StatementThemeSerializer
from api.v1.serializers.address import entry
from api.v1.serializers.source import NamedSourceSerializer
from api.v1.serializers.state import StateSerializer
from countries.models import FactKind
from meetings.models import ListedPosition, Stance, Theme
from meetings.queries.positions import positions


class PositionFilter(filters.FilterSet):
    country = by_country()
    theme = filters.ModelChoiceFilter(queryset=Theme.objects.all(), to_field_name="slug", help_text="retention")
    stance = filters.ChoiceFilter(choices=Stance.choices)


class PositionSerializer(NamedSourceSerializer[ListedPosition]):
    """One position with its statement and its source."""

    country = StateSerializer(allow_null=True)
    organisation = serializers.SerializerMethodField(help_text="slug, name; null for a state.")
    theme = StatementThemeSerializer()
    statement = serializers.SerializerMethodField(help_text="id, title, url.")
    citation = serializers.CharField(help_text="Where it is recorded, with the locator.")

    class Meta:
        model = ListedPosition
        fields = [
            *("country", "organisation", "theme", "stance"),
            *("paraphrase", "quote", "quote_language", "translation"),
            *("statement", "citation", "sources"),
        ]

    def get_organisation(self, row: ListedPosition) -> dict[str, str] | None:
        return {"slug": row.organisation.slug, "name": str(row.organisation)} if row.organisation else None

    def get_statement(self, row: ListedPosition) -> dict[str, int | str]:
        listed = row.listed
        url = entry("statement", listed.statement_id, self.context)
        return {"id": listed.statement_id, "title": listed.title, "url": url}


class PositionViewSet(Listed[ListedPosition]):
    """What each state and organisation says on each theme, newest first."""

    about = ((FactKind.STATEMENTS, ""),)
    queryset = ListedPosition.objects.none()  # for the description; rows come from get_queryset
    serializer_class = PositionSerializer
    filterset_class = PositionFilter

    def get_queryset(self) -> QuerySet[ListedPosition]:
        return positions(timezone.now())
