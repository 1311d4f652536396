"""Records wherever another record names them."""

from __future__ import annotations

from rest_framework import serializers

from countries.models import Treaty
from editorial.models import Organisation
from meetings.models import Meeting, Resolution
from stockpiles.models import MunitionType

from .address import EntryField


class TreatyLinkSerializer(serializers.ModelSerializer[Treaty]):
    """A treaty, wherever one is named."""

    name = serializers.CharField(source="title")
    url = EntryField("treaty", "slug")

    class Meta:
        model = Treaty
        fields = ["slug", "name", "url"]


class MeetingLinkSerializer(serializers.ModelSerializer[Meeting]):
    """A meeting wherever another record names one."""

    url = EntryField("meeting", "slug")

    class Meta:
        model = Meeting
        fields = ["slug", "name", "short_name", "url"]


class ResolutionLinkSerializer(serializers.ModelSerializer[Resolution]):
    """A resolution, wherever one is named."""

    url = EntryField("resolution", "slug")

    class Meta:
        model = Resolution
        fields = ["slug", "symbol", "url"]


class MeetingNameSerializer(serializers.Serializer[Meeting]):
    """A meeting, as far as a decision names it."""

    slug = serializers.CharField()
    name = serializers.CharField(source="short_name")


class MunitionTypeLinkSerializer(serializers.ModelSerializer[MunitionType]):
    """A type, wherever one is named."""

    url = EntryField("munition-type", "slug")

    class Meta:
        model = MunitionType
        fields = ["slug", "designation", "url"]


class OrganisationNameSerializer(serializers.ModelSerializer[Organisation]):
    """An organisation, wherever one is named."""

    class Meta:
        model = Organisation
        fields = ["slug", "name", "abbreviation"]
