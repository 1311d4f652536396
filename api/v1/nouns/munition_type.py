"""Types of cluster munitions."""

from __future__ import annotations

from django.db.models import Prefetch
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.address import PageField
from api.v1.serializers.link import MunitionTypeLinkSerializer
from api.v1.serializers.source import SourcedSerializer
from api.v1.serializers.state import StateSerializer
from countries.models import FactKind
from stockpiles.models import MunitionKind, MunitionOrigin, MunitionType
from stockpiles.rules.cluster_munition_definition import DefinitionVerdict


class MunitionTypeFilter(filters.FilterSet):
    kind = filters.ChoiceFilter(choices=MunitionKind.choices)
    origin = by_country("ISO 3166 alpha-3 of a state that the origin points to.", field_name="origins__country")


class DefinitionTestSerializer(serializers.Serializer):
    """One of the five tests of Article 2(2)(c)."""

    number = serializers.CharField(help_text="i to v")
    passed = serializers.BooleanField(allow_null=True, help_text="null: not known")
    reason = serializers.CharField()


class DefinitionSerializer(serializers.Serializer):
    """Whether Article 2(2) calls it a cluster munition, and why."""

    verdict = serializers.ChoiceField(
        source="value.verdict.value", choices=[one.value for one in DefinitionVerdict]
    )
    article = serializers.CharField()
    arithmetic = serializers.CharField()
    tests = DefinitionTestSerializer(source="value.tests", many=True)


class MunitionTypeSerializer(MunitionTypeLinkSerializer, SourcedSerializer[MunitionType]):
    """A type with what sources say of its origin and load. What none says is null."""

    page = PageField()
    also_called = serializers.ListField(child=serializers.CharField(), source="other_designations")
    origin_states = serializers.SerializerMethodField()
    definition = serializers.SerializerMethodField()

    class Meta(MunitionTypeLinkSerializer.Meta):
        fields = [
            *MunitionTypeLinkSerializer.Meta.fields,
            *("page", "also_called", "kind", "origin", "origin_states", "called_by_source"),
            *("submunition", "submunitions_per_munition", "submunitions_approximate"),
            *("mass_kg", "submunition_mass_kg", "definition", "note", "sources"),
        ]

    @extend_schema_field(StateSerializer(many=True))
    def get_origin_states(self, munition_type: MunitionType) -> list[dict[str, str | None]]:
        states = [origin.country for origin in munition_type.origins.all()]
        return list(StateSerializer(states, many=True, context=self.context).data)

    @extend_schema_field(DefinitionSerializer)
    def get_definition(self, munition_type: MunitionType) -> dict[str, object]:
        return DefinitionSerializer(munition_type.classification()).data


class MunitionTypeViewSet(Noun[MunitionType]):
    """Types of cluster munitions, with the answer of Article 2(2)."""

    about = ((FactKind.MUNITION_TYPES, ""),)
    queryset = MunitionType.objects.order_by("designation", "pk").prefetch_related(
        Prefetch("origins", MunitionOrigin.objects.select_related("country"))
    )
    serializer_class = MunitionTypeSerializer
    filterset_class = MunitionTypeFilter
    lookup_field = "slug"
    lookup_value_regex = "[a-z0-9_-]+"
