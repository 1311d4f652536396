"""Published country profiles and their releases."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpResponse
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from api.ready import joined, json_answer, line
from api.v1.filters import by_country
from api.v1.releases import ReleasesMixin
from api.v1.serializers.address import Context, PageField, entry, whole
from api.v1.serializers.release import FrozenTextSerializer, LabelledSerializer, ReleaseSerializer, release_line
from api.v1.serializers.state import PartialDateSerializer, StateSerializer
from countries.models import CountryProfile, FactKind, ProfileRelease, ProfileTheme
from editorial.public.noun import noun_of
from editorial.queries.ready_text import answer_of
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


class FrozenProfileSerializer(FrozenTextSerializer):
    """What follows from one publication of an edition alone."""

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


class ReleaseDetailSerializer(ReleaseSerializer, FrozenProfileSerializer):
    """One frozen publication of an edition with everything that readers were given."""


class ProfileSerializer(serializers.ModelSerializer):
    """A published edition as the list gives it, with its newest release."""

    url = serializers.HyperlinkedIdentityField(view_name="v1:profile-detail")
    page = PageField()
    country = StateSerializer()
    theme = ProfileThemeSerializer()
    title = serializers.CharField()
    lead = serializers.CharField()
    release = ReleaseSerializer()

    class Meta:
        model = CountryProfile
        fields = ["id", "url", "page", "title", "country", "theme", "edition", "language", "lead", "release"]

    def to_representation(self, instance: CountryProfile) -> dict[str, Any]:
        newest = instance.releases.all()[0]  # that readers see now: the noun reads the visible ones, newest first
        return profile_line(instance, newest, self.context) | {"release": release_line(newest, self.context)}


def profile_line(profile: CountryProfile, newest: ProfileRelease, context: Context) -> dict[str, Any]:
    """What the fields of ProfileSerializer describe, but for the release."""
    country, theme = profile.country, profile.theme
    return {
        "id": profile.pk,
        "url": entry("profile", profile.pk, context),
        "page": whole(profile.get_absolute_url(), context),
        "title": newest.title,
        "country": {"iso3": country.iso3, "name": country.name, "url": entry("country", country.key, context)},
        "theme": {"slug": theme.slug, "title": theme.title},
        "edition": profile.edition,
        "language": profile.language,
        "lead": newest.lead,
    }


class ProfileDetailSerializer(ProfileSerializer):
    """One edition: its newest release in full."""

    release = ReleaseDetailSerializer()
    releases = ReleaseSerializer(many=True, help_text="Every release, newest first.")

    class Meta(ProfileSerializer.Meta):
        fields = [*ProfileSerializer.Meta.fields, "releases"]


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
        releases = ProfileRelease.objects.visible(now).order_by("-number").select_related(*self.release_related)
        return (
            CountryProfile.objects.published(now)
            .select_related("country", "theme")
            .defer("text", "lead")
            .prefetch_related(Prefetch("releases", releases.without_texts()))
            .order_by("pk")
        )

    def retrieve(self, request: Request, *args: object, **kwargs: str) -> HttpResponse:  # type: ignore[override]
        """One edition with its newest release, of which the frozen part is ready."""
        if request.query_params:
            self.get_object()  # refuses what it does not know
        releases = noun_of(ProfileRelease).of_record(timezone.now(), int(kwargs["pk"]))
        if not releases:
            raise Http404
        newest, context = releases[0], self.get_serializer_context()
        said = line(profile_line(newest.profile, newest, context))
        lines = [release_line(one, context) for one in releases]
        release = joined(line(lines[0]), answer_of(newest))
        return json_answer(f'{said[:-1]},"release":{release},"releases":{line(lines)}}}', whole("/", context))
