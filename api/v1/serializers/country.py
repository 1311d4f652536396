"""States and other areas."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from countries.models import Country, CountryKind, CountryName, GroupMembership
from countries.queries.treaty_standings import standings_of
from editorial.rules.horizon import Asked

from .source import PlaceInSourceSerializer, sources_of
from .state import PartialDateSerializer, StateSerializer
from .treaty import CountryStandingSerializer, country_standing_body


class CountryNameSerializer(serializers.ModelSerializer):
    """A former name, or one in common use beside the UN's."""

    valid_from = PartialDateSerializer(allow_null=True)
    valid_until = PartialDateSerializer(allow_null=True)

    class Meta:
        model = CountryName
        fields = ["name", "kind", "valid_from", "valid_until"]


class GroupMembershipSerializer(serializers.ModelSerializer):
    """A group of states that it belongs to, and in which role."""

    slug = serializers.CharField(source="group.slug")
    name = serializers.CharField(source="group.name")
    since = PartialDateSerializer(allow_null=True)
    until = PartialDateSerializer(allow_null=True)

    class Meta:
        model = GroupMembership
        fields = ["slug", "name", "role", "since", "until"]


class CountrySerializer(StateSerializer):
    """A state as the list gives it."""

    page = serializers.SerializerMethodField(help_text="The public page.")

    class Meta(StateSerializer.Meta):
        fields = [
            *StateSerializer.Meta.fields,
            "page",
            "iso2",
            "m49",
            "official_name",
            "kind",
            "is_un_member",
            "region",
            "subregion",
            "intermediate_region",
        ]

    def get_page(self, country: Country) -> str:
        path = country.get_absolute_url()
        request = self.context.get("request")
        return request.build_absolute_uri(path) if request else path


class CountryDetailSerializer(CountrySerializer):
    """One state with its names, its groups, its standing towards every treaty, and the source of its row."""

    names = CountryNameSerializer(many=True)
    groups = GroupMembershipSerializer(many=True, source="group_memberships")
    standings = serializers.SerializerMethodField()
    sources = serializers.SerializerMethodField()

    class Meta(CountrySerializer.Meta):
        fields = [*CountrySerializer.Meta.fields, "names", "groups", "standings", "sources"]

    @extend_schema_field(CountryStandingSerializer(many=True))
    def get_standings(self, country: Country) -> Any:
        """Other areas join no treaties."""
        if country.kind != CountryKind.STATE:
            return []
        when: Asked = self.context["asked"]
        found = standings_of(country, when.day, today=when.newest)
        return [country_standing_body(one, when, dict(self.context)) for one in found]

    @extend_schema_field(PlaceInSourceSerializer(many=True))
    def get_sources(self, country: Country) -> list[dict[str, str]]:
        return sources_of(country, self.context, with_note=True)
