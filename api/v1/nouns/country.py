"""States and other areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.parameters import AS_OF, day_parameter, hears
from api.v1.noun import Noun
from api.v1.serializers.address import PageField
from api.v1.serializers.source import CitedSourceSerializer, OwnSourceSerializer
from api.v1.serializers.standing import CountryStandingSerializer, country_standing_body
from api.v1.serializers.state import RecordSerializer, StateSerializer
from countries.models import (
    Country,
    CountryKind,
    CountryName,
    FactKind,
    GroupMembership,
    NameInLanguage,
    StateCoverage,
)
from countries.queries.addresses import country_slug
from countries.queries.coverage import EVERY, asked
from countries.queries.treaty_standings import standings_of
from editorial.queries.proof import proofs
from editorial.rules.horizon import Asked


class CountryFilter(filters.FilterSet):
    region = filters.CharFilter(lookup_expr="iexact", help_text="M49 region: Americas.")
    subregion = filters.CharFilter(lookup_expr="iexact", help_text="M49 sub-region.")
    kind = filters.ChoiceFilter(choices=CountryKind.choices)
    is_un_member = filters.BooleanFilter()


class CountryNameSerializer(RecordSerializer):
    """A former name, or one in common use beside the UN's."""

    class Meta:
        model = CountryName
        fields = ["name", "kind", "valid_from", "valid_until"]


class NameInLanguageSerializer(RecordSerializer):
    """Its name in a language of the United Nations."""

    class Meta:
        model = NameInLanguage
        fields = ["language", "name"]


class GroupMembershipSerializer(RecordSerializer):
    """A group of states that it belongs to, and in which role."""

    slug = serializers.CharField(source="group.slug")
    name = serializers.CharField(source="group.name")

    class Meta:
        model = GroupMembership
        fields = ["slug", "name", "role", "since", "until"]


class CountrySerializer(StateSerializer):
    """A state as the list gives it."""

    page = PageField()
    languages = serializers.SerializerMethodField(help_text="ISO 639-3.")

    class Meta(StateSerializer.Meta):
        fields = [
            *StateSerializer.Meta.fields,
            *("page", "iso2", "m49", "official_name"),
            *("kind", "is_un_member", "region", "subregion", "intermediate_region"),
            *("capital", "languages", "wikidata", "geonames"),
        ]

    def get_languages(self, country: Country) -> list[str]:
        return country.languages.split()


class StateCoverageSerializer(RecordSerializer[StateCoverage]):
    """The texts that were read on a state, and what they do not give."""

    sources = serializers.SerializerMethodField()

    class Meta:
        model = StateCoverage
        fields = ["newest_text", "missing", "sources"]

    @extend_schema_field(CitedSourceSerializer(many=True))
    def get_sources(self, read: StateCoverage) -> list[dict[str, str]]:
        found = proofs([read])[StateCoverage, read.pk].sources
        return list(CitedSourceSerializer(found, many=True, context=self.context).data)


class CountryDetailSerializer(CountrySerializer, OwnSourceSerializer[Country]):
    """One state with its names, its groups, its standing towards every treaty, and the source of its row."""

    names = CountryNameSerializer(many=True)
    names_in_languages = NameInLanguageSerializer(many=True)
    groups = GroupMembershipSerializer(many=True, source="group_memberships")
    standings = serializers.SerializerMethodField()
    texts_read = StateCoverageSerializer(source="state_coverage", default=None, allow_null=True)

    class Meta(CountrySerializer.Meta):
        fields = [
            *CountrySerializer.Meta.fields,
            *("names", "names_in_languages", "groups", "standings", "texts_read", "sources"),
        ]

    @extend_schema_field(CountryStandingSerializer(many=True))
    def get_standings(self, country: Country) -> list[dict[str, object]]:
        """Other areas join no treaties."""
        if country.kind != CountryKind.STATE:
            return []
        when: Asked = self.context["asked"]
        found = standings_of(country, when.day, today=when.newest)
        return [country_standing_body(one, when, self.context) for one in found]


class CountryViewSet(Noun[Country]):
    """Every state, and the other areas that the Monitor reports on."""

    about = ((FactKind.STATES, ""),)
    queryset = Country.objects.order_by("name", "pk")
    detail_queryset = queryset.select_related("source", "state_coverage").prefetch_related(
        "names", "names_in_languages", "group_memberships__group"
    )
    serializer_class = CountrySerializer
    detail_serializer_class = CountryDetailSerializer
    filterset_class = CountryFilter
    lookup_url_kwarg = "iso3"
    lookup_value_regex = "[A-Za-z-]+"

    @hears(AS_OF)
    def retrieve(self, request: Request, iso3: str) -> Response:
        """One state by ISO 3166 alpha-3 in either case, or by slug; its standings are those of the day asked for."""
        self.asked = asked(
            day_parameter(request, "as_of"), today=timezone.localdate(), about=[(FactKind.TREATY_ACTS, EVERY)]
        )
        return super().retrieve(request, iso3=iso3)

    def read_for(self, rows: Sequence[Country]) -> Mapping[str, object]:
        return {**super().read_for(rows), **({"asked": self.asked} if self.detail and rows else {})}

    def get_object(self) -> Country:
        """By ISO 3166 alpha-3 in either case, or by slug; a former slug or another name finds the state as well."""
        key = self.kwargs["iso3"]
        found = self.get_queryset().filter(Q(iso3=key.upper()) | Q(slug=key.lower())).first()
        return found or get_object_or_404(self.get_queryset(), slug=country_slug(key))
