"""A computed value with its proof, wherever one appears."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from editorial.rules.explained import Explained

T = TypeVar("T")


class InputSerializer(serializers.Serializer):
    """What a rule was given: a name in plain words and a value."""

    name = serializers.CharField()
    value = serializers.JSONField(help_text="A day as ISO date, a number, words, or null.")


class ProofSerializer(serializers.Serializer):
    """How a standing was worked out."""

    article = serializers.CharField()
    inputs = InputSerializer(many=True)
    arithmetic = serializers.CharField()

    def to_representation(self, instance: Explained[T]) -> dict[str, object]:
        return proof_body(instance)


@extend_schema_serializer(component_name="ExplainedDate")
class ExplainedDateSerializer(serializers.Serializer):
    """A computed day: the article, what went in, and the arithmetic in one sentence."""

    value = serializers.DateField(allow_null=True)
    article = serializers.CharField(help_text="CCM, Article 17(2)")
    inputs = InputSerializer(many=True)
    arithmetic = serializers.CharField()

    def to_representation(self, instance: Explained[T]) -> dict[str, object]:
        return {"value": plain(instance.value), **proof_body(instance)}


def proof_body(value: Explained[T]) -> dict[str, object]:
    """How a value was worked out: what the three last fields of ExplainedDateSerializer describe."""
    return {
        "article": value.article,
        "inputs": [{"name": name, "value": plain(given)} for name, given in value.inputs],
        "arithmetic": value.arithmetic,
    }


def explained(value: Explained[T] | None) -> dict[str, object] | None:
    """What ExplainedDateSerializer describes; None where there is no such day."""
    return ExplainedDateSerializer(value).data if value is not None else None


def plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)
