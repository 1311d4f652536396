"""Published country profiles and their releases."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from countries.models import CountryProfile, ProfileRelease, ProfileTheme

from .release import ReleaseSerializer, ReleaseTextSerializer
from .state import PartialDateSerializer, StateSerializer


class ProfileThemeSerializer(serializers.ModelSerializer):
    class Meta:
        model = ProfileTheme
        fields = ["slug", "title"]


class ComputedFactSerializer(serializers.Serializer):
    """Something that the Monitor computed beside the text, frozen with the release."""

    label = serializers.CharField()  # type: ignore[assignment]  # a name of the stored facts
    value = serializers.CharField()
    article = serializers.CharField(allow_blank=True)
    explanation = serializers.CharField(allow_blank=True)
    as_of = serializers.DateField(required=False, help_text="The day it speaks of; older releases do not have it.")


class ReleaseDetailSerializer(ReleaseTextSerializer):
    """One frozen publication of an edition with everything that readers were given."""

    covers_until = PartialDateSerializer(
        allow_null=True, help_text="The last day that the edition speaks of; null where it names none."
    )
    facts = serializers.SerializerMethodField(help_text="As they were frozen.")
    facts_as_of = serializers.DateField(
        help_text="The day that the computed facts speak of: the end of what the edition covers, or the day of release."
    )

    @extend_schema_field(ComputedFactSerializer(many=True))
    def get_facts(self, release: ProfileRelease) -> Any:
        return release.facts


class ProfileSerializer(serializers.ModelSerializer):
    """A published edition as the list gives it, with its newest release."""

    url = serializers.HyperlinkedIdentityField(view_name="v1:profile-detail")
    page = serializers.SerializerMethodField(help_text="The public page.")
    country = StateSerializer()
    theme = ProfileThemeSerializer()
    title = serializers.SerializerMethodField()
    lead = serializers.SerializerMethodField()
    release = serializers.SerializerMethodField()

    class Meta:
        model = CountryProfile
        fields = ["id", "url", "page", "title", "country", "theme", "edition", "language", "lead", "release"]

    def get_page(self, profile: CountryProfile) -> str:
        return self.context["request"].build_absolute_uri(profile.get_absolute_url())

    def get_title(self, profile: CountryProfile) -> str:
        return self.newest(profile).title

    def get_lead(self, profile: CountryProfile) -> str:
        return self.newest(profile).lead

    def get_release(self, profile: CountryProfile) -> Any:
        return ReleaseSerializer(self.newest(profile), context=self.context).data

    def newest(self, profile: CountryProfile) -> ProfileRelease:
        """The release that readers see now (the view prefetched the visible ones, newest first)."""
        release = profile.visible_releases[0]  # type: ignore[attr-defined]
        release.profile = profile
        return release


class ProfileDetailSerializer(ProfileSerializer):
    """One edition: its newest release in full."""

    release = serializers.SerializerMethodField()
    releases = serializers.SerializerMethodField(help_text="Every release, newest first.")

    class Meta(ProfileSerializer.Meta):
        fields = [*ProfileSerializer.Meta.fields, "releases"]

    def get_release(self, profile: CountryProfile) -> Any:
        return ReleaseDetailSerializer(self.newest(profile), context=self.context).data

    def get_releases(self, profile: CountryProfile) -> Any:
        self.newest(profile)
        for release in profile.visible_releases:  # type: ignore[attr-defined]
            release.profile = profile
        return ReleaseSerializer(profile.visible_releases, many=True, context=self.context).data  # type: ignore[attr-defined]
