"""Published country profiles and their releases."""

from __future__ import annotations

from functools import cached_property

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.v1.filters import by_country
from api.v1.releases import ReleasesMixin
from api.v1.serializers.address import PageField
from api.v1.serializers.release import LabelledSerializer, ReleaseSerializer, ReleaseTextSerializer
from api.v1.serializers.state import PartialDateSerializer, StateSerializer
from countries.models import CountryProfile, FactKind, ProfileRelease, ProfileTheme
from editorial.resting import resting


class ProfileFilter(filters.FilterSet):
    country = by_country()
    theme = filters.ModelChoiceFilter(
        queryset=ProfileTheme.objects.all(), to_field_name="slug", help_text="cluster-munition-ban-policy"
    )
    edition = filters.NumberFilter(min_value=1999, max_value=2100, help_text="Edition year: 2009.")
    language = filters.CharFilter(max_length=12, help_text="Language code: en.")


class ProfileThemeSerializer(serializers.ModelSerializer):
    class Meta:
        model = ProfileTheme
        fields = ["slug", "title"]


class ComputedFactSerializer(LabelledSerializer):
    """Something that the Monitor computed beside the text, frozen with the release."""

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
    def get_facts(self, release: ProfileRelease) -> list[dict[str, str]]:
        return release.facts


class ProfileSerializer(serializers.ModelSerializer):
    """A published edition as the list gives it, with its newest release."""

    url = serializers.HyperlinkedIdentityField(view_name="v1:profile-detail")
    page = PageField()
    country = StateSerializer()
    theme = ProfileThemeSerializer()
    title = serializers.SerializerMethodField()
    lead = serializers.SerializerMethodField()
    release = serializers.SerializerMethodField()

    class Meta:
        model = CountryProfile
        fields = ["id", "url", "page", "title", "country", "theme", "edition", "language", "lead", "release"]

    def get_title(self, profile: CountryProfile) -> str:
        return self.newest(profile).title

    def get_lead(self, profile: CountryProfile) -> str:
        return self.newest(profile).lead

    @extend_schema_field(OpenApiTypes.ANY)
    def get_release(self, profile: CountryProfile) -> dict[str, object]:
        return self.of_releases.to_representation(self.newest(profile))

    @cached_property
    def of_releases(self) -> ReleaseSerializer:
        """One for all profiles of a page: its fields are copied whenever it is made."""
        return ReleaseSerializer(context=self.context)

    def newest(self, profile: CountryProfile) -> ProfileRelease:
        """The release that readers see now: the noun reads the visible ones, newest first."""
        return profile.releases.all()[0]


class ProfileDetailSerializer(ProfileSerializer):
    """One edition: its newest release in full."""

    releases = serializers.SerializerMethodField(help_text="Every release, newest first.")

    class Meta(ProfileSerializer.Meta):
        fields = [*ProfileSerializer.Meta.fields, "releases"]

    @extend_schema_field(OpenApiTypes.ANY)
    def get_release(self, profile: CountryProfile) -> dict[str, object]:
        return ReleaseDetailSerializer(self.newest(profile), context=self.context).data

    @extend_schema_field(OpenApiTypes.ANY)
    def get_releases(self, profile: CountryProfile) -> list[dict[str, object]]:
        return list(ReleaseSerializer(profile.releases.all(), many=True, context=self.context).data)


class ProfileViewSet(ReleasesMixin[CountryProfile]):
    """Country profiles as readers see them: sections, numbered footnotes and the sources each note cites."""

    about = ((FactKind.PROFILES, ""),)
    filterset_class = ProfileFilter
    resting = resting("profiles", pk=(CountryProfile, "id"))
    release_model = ProfileRelease
    release_related = ("profile__country", "profile__theme")
    serializer_class = ProfileSerializer
    detail_serializer_class = ProfileDetailSerializer
    release_serializer_class = ReleaseDetailSerializer

    def get_queryset(self) -> QuerySet[CountryProfile]:
        now = timezone.now()
        releases = ProfileRelease.objects.visible(now).order_by("-number")
        return (
            CountryProfile.objects.published(now)
            .select_related("country", "theme")
            .defer("text", "lead")
            .prefetch_related(Prefetch("releases", releases if self.detail else releases.without_texts()))
            .order_by("pk")
        )
