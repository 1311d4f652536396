"""What the API answers of releases that were withdrawn: 410, and for each what its tombstone says."""

from __future__ import annotations

from rest_framework import serializers

from .address import AddressField


class TombstoneSerializer(serializers.Serializer):
    """One withdrawn release. Its text is no longer given out."""

    title = serializers.CharField(help_text="As it was published.")
    number = serializers.IntegerField(source="release.number")
    page = AddressField(
        source="release.get_absolute_url", help_text="Its permanent address, which answers 410 too."
    )
    visible_from = serializers.DateTimeField(source="release.visible_from", help_text="Readers saw it from then.")
    released_at = serializers.DateTimeField(source="release.released_at")
    withdrawn_at = serializers.DateTimeField()
    public_reason = serializers.CharField()
    sha256 = serializers.CharField(source="release.sha256")
    log = AddressField(source="log_url", help_text="Its line in the corrections log.")
    successor = AddressField(
        source="successor_url",
        allow_blank=True,
        help_text="What to read instead; empty where nothing else is out.",
    )


class GoneErrorSerializer(serializers.Serializer):
    """In the shape of every error."""

    code = serializers.CharField(help_text="withdrawn")
    detail = serializers.CharField()
    attr = serializers.CharField(allow_null=True)


class GoneSerializer(serializers.Serializer):
    """The answer 410: an error as any other, and the tombstones, newest first."""

    type = serializers.CharField(help_text="client_error")
    withdrawn = TombstoneSerializer(many=True)

    def get_fields(self) -> dict[str, serializers.Field]:
        """``errors`` as an attribute of the class would hide the serializer's own."""
        return {**super().get_fields(), "errors": GoneErrorSerializer(many=True)}
