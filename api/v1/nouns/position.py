"""Positions: what those who stand behind a published statement say on a theme, together or one alone."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import by_country
from api.v1.noun import Listed
from api.v1.nouns.statement import StatementThemeSerializer, state_or_organisation
from api.v1.serializers.address import entry
from api.v1.serializers.source import NamedSourceSerializer
from api.v1.serializers.state import StateSerializer
from countries.models import Country, FactKind
from meetings.models import ListedPosition, Stance, Theme
from meetings.queries.positions import positions, taken_by


class PositionFilter(filters.FilterSet):
    country = by_country(
        help_text="ISO 3166 alpha-3: PER. What it takes with others is among them.", method="by_state"
    )
    theme = filters.ModelChoiceFilter(queryset=Theme.objects.all(), to_field_name="slug", help_text="retention")
    stance = filters.ChoiceFilter(choices=Stance.choices)

    def by_state(self, queryset: QuerySet, name: str, value: Country) -> QuerySet:
        return taken_by(queryset, value)


class PositionSerializer(NamedSourceSerializer[ListedPosition]):
    """One position with its statement and its source. It is given once, however many take it."""

    country = StateSerializer(allow_null=True, help_text="null where all parties of the statement take it.")
    organisation = serializers.SerializerMethodField(help_text="slug, name; null for a state, or for all parties.")
    parties = serializers.SerializerMethodField(
        help_text="Where all who stand behind the statement take it: each with its role. Empty where one alone does."
    )
    states_unnamed = serializers.SerializerMethodField(
        help_text="How many more states take it that no source names; they are never guessed."
    )
    theme = StatementThemeSerializer()
    statement = serializers.SerializerMethodField(help_text="id, title, url.")
    citation = serializers.CharField(help_text="Where it is recorded, with the locator.")

    class Meta:
        model = ListedPosition
        fields = [
            *("country", "organisation", "parties", "states_unnamed", "theme", "stance"),
            *("paraphrase", "quote", "quote_language", "translation"),
            *("statement", "citation", "sources"),
        ]

    def get_organisation(self, row: ListedPosition) -> dict[str, str] | None:
        return {"slug": row.organisation.slug, "name": str(row.organisation)} if row.organisation else None

    def get_parties(self, row: ListedPosition) -> list[dict[str, Any]]:
        parties = row.listed.parties_json if row.is_held_by_all else []
        return [{"role": party["role"], **state_or_organisation(party, self.context)} for party in parties]

    def get_states_unnamed(self, row: ListedPosition) -> int:
        return int(row.listed.states_unnamed) if row.is_held_by_all else 0

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
