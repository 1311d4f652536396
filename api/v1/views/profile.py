"""Published country profiles."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from rest_framework.viewsets import ReadOnlyModelViewSet

from api.v1.filters.profile import ProfileFilter
from api.v1.serializers.profile import (
    ProfileDetailSerializer,
    ProfileSerializer,
    ReleaseDetailSerializer,
)
from countries.models import CountryProfile, FactKind, ProfileRelease

from .release import ReleasesMixin


class ProfileViewSet(ReleasesMixin, ReadOnlyModelViewSet):
    """Country profiles as readers see them: sections, numbered footnotes and the sources each note cites."""

    about = ((FactKind.PROFILES, ""),)
    filterset_class = ProfileFilter
    lookup_value_regex = "[0-9]+"
    release_model = ProfileRelease
    release_related = ("profile__country", "profile__theme")
    list_serializer = ProfileSerializer
    detail_serializer = ProfileDetailSerializer
    release_serializer = ReleaseDetailSerializer

    def get_queryset(self) -> QuerySet[CountryProfile]:
        now = timezone.now()
        releases = ProfileRelease.objects.visible(now).order_by("-number")
        if self.action == "list":
            releases = releases.without_texts()
        return (
            CountryProfile.objects.published(now)
            .select_related("country", "theme")
            .defer("text", "lead")
            .prefetch_related(Prefetch("releases", queryset=releases, to_attr="visible_releases"))
            .order_by("pk")
        )
