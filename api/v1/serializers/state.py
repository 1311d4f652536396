"""A state, wherever one appears."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.reverse import reverse

from countries.models import Country


class StateSerializer(serializers.ModelSerializer):
    """``{"iso3": "PER", "name": "Peru", "url": …}``; iso3 is null for the one area that has no code."""

    url = serializers.SerializerMethodField()

    class Meta:
        model = Country
        fields = ["iso3", "name", "url"]

    def get_url(self, country: Country) -> str:
        return reverse("v1:country-detail", args=[country.key], request=self.context.get("request"))


class PartialDateSerializer(serializers.Serializer):
    """A date at the precision of its source."""

    value = serializers.CharField(help_text="2007, 2007-05 or 2007-05-23")
    precision = serializers.ChoiceField(choices=["year", "month", "day"])
    bound = serializers.ChoiceField(choices=["after", "before", "about"], required=False)

    def to_representation(self, instance: Any) -> Any:
        return instance.as_json()
