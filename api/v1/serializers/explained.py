"""A computed value with its proof, wherever one appears."""

from __future__ import annotations

from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from editorial.rules.explained import Explained


class InputSerializer(serializers.Serializer):
    """What a rule was given: a name in plain words and a value."""

    name = serializers.CharField()
    value = serializers.JSONField(help_text="A day as ISO date, a number, words, or null.")


@extend_schema_serializer(component_name="ExplainedDate")
class ExplainedDateSerializer(serializers.Serializer):
    """A computed day: the article, what went in, and the arithmetic in one sentence."""

    value = serializers.DateField(allow_null=True)
    article = serializers.CharField(help_text="CCM, Article 17(2)")
    inputs = InputSerializer(many=True)
    arithmetic = serializers.CharField()

    def to_representation(self, instance: Explained[Any]) -> dict[str, Any]:
        return {
            "value": plain(instance.value),
            "article": instance.article,
            "inputs": [{"name": name, "value": plain(value)} for name, value in instance.inputs],
            "arithmetic": instance.arithmetic,
        }


def plain(value: object) -> Any:
    """A value as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)
