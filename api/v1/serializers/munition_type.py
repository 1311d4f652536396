"""Types of cluster munitions."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from stockpiles.models import MunitionType
from stockpiles.rules.cluster_munition_definition import Verdict

from .claim import SourcedSerializer
from .state import StateSerializer


class MunitionTypeLinkSerializer(serializers.ModelSerializer):
    """A type, wherever one is named."""

    url = serializers.SerializerMethodField()

    class Meta:
        model = MunitionType
        fields = ["slug", "designation", "url"]

    def get_url(self, munition_type: MunitionType) -> str:
        return reverse("v1:munition-type-detail", args=[munition_type.slug], request=self.context.get("request"))


class DefinitionTestSerializer(serializers.Serializer):
    """One of the five tests of Article 2(2)(c)."""

    number = serializers.CharField(help_text="i to v")
    passed = serializers.BooleanField(allow_null=True, help_text="null: not known")
    reason = serializers.CharField()


class DefinitionSerializer(serializers.Serializer):
    """Whether Article 2(2) calls it a cluster munition, and why."""

    verdict = serializers.ChoiceField(choices=[one.value for one in Verdict])
    article = serializers.CharField()
    arithmetic = serializers.CharField()
    tests = DefinitionTestSerializer(many=True)


class MunitionTypeSerializer(MunitionTypeLinkSerializer, SourcedSerializer):
    """A type with what sources say of its origin and load. What none says is null."""

    page = serializers.SerializerMethodField(help_text="The public page.")
    also_called = serializers.ListField(child=serializers.CharField(), source="other_designations")
    origin_states = serializers.SerializerMethodField()
    definition = serializers.SerializerMethodField()

    class Meta(MunitionTypeLinkSerializer.Meta):
        fields = [
            *MunitionTypeLinkSerializer.Meta.fields,
            "page",
            "also_called",
            "kind",
            "origin",
            "origin_states",
            "called_by_source",
            "submunition",
            "submunitions_per_munition",
            "submunitions_approximate",
            "mass_kg",
            "submunition_mass_kg",
            "definition",
            "note",
            "sources",
        ]

    def get_page(self, munition_type: MunitionType) -> str:
        path = munition_type.get_absolute_url()
        request = self.context.get("request")
        return request.build_absolute_uri(path) if request else path

    @extend_schema_field(StateSerializer(many=True))
    def get_origin_states(self, munition_type: MunitionType) -> Any:
        states = [origin.country for origin in munition_type.origins.all()]
        return StateSerializer(states, many=True, context=self.context).data

    @extend_schema_field(DefinitionSerializer)
    def get_definition(self, munition_type: MunitionType) -> Any:
        answer = munition_type.classification()
        return {
            "verdict": answer.value.verdict.value,
            "article": answer.article,
            "arithmetic": answer.arithmetic,
            "tests": [
                {"number": test.number, "passed": test.passed, "reason": test.reason}
                for test in answer.value.tests
            ],
        }
