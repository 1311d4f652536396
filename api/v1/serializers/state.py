"""A state and a date, wherever one appears."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Field, Model
from rest_framework import serializers

from countries.models import Country
from editorial.models import PartialDateField
from editorial.rules.partial_date import PartialDate

from .address import EntryField

Row = TypeVar("Row", bound=Model)


class StateSerializer(serializers.ModelSerializer[Country]):
    """``{"iso3": "PER", "name": "Peru", "url": …}``; iso3 is null for the one area that has no code."""

    url = EntryField("country", "key")

    class Meta:
        model = Country
        fields = ["iso3", "name", "url"]


class PartialDateSerializer(serializers.Serializer[PartialDate]):
    """A date at the precision of its source."""

    value = serializers.CharField(help_text="2007, 2007-05 or 2007-05-23")
    precision = serializers.ChoiceField(choices=["year", "month", "day"])
    bound = serializers.ChoiceField(choices=["after", "before", "about"], required=False)

    def to_representation(self, instance: PartialDate) -> dict[str, str]:
        return instance.as_json()


class RecordSerializer(serializers.ModelSerializer[Row]):
    """A record. Its dates have the precision of their source, without being told one by one."""

    def build_standard_field(
        self, field_name: str, model_field: Field[Any, Any]
    ) -> tuple[type, dict[str, object]]:
        if isinstance(model_field, PartialDateField):
            return PartialDateSerializer, {"allow_null": model_field.null}
        return super().build_standard_field(field_name, model_field)
