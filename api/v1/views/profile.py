"""Published country profiles."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from api.strict import refuse_unknown
from api.v1.filters.profile import ProfileFilter
from api.v1.serializers.profile import (
    ProfileDetailSerializer,
    ProfileSerializer,
    ReleaseComparisonSerializer,
    ReleaseDetailSerializer,
    ReleaseSerializer,
)
from countries.models import CountryProfile, FactKind, ProfileRelease
from countries.queries.release_comparison import compare_releases

HEAVY = ("text", "resolved_text", "body_html", "notes_html", "contents", "payload", "facts")


class ProfileViewSet(ReadOnlyModelViewSet):
    """Country profiles as readers see them: sections, numbered footnotes and the sources each note cites."""

    about = ((FactKind.PROFILES, ""),)
    filterset_class = ProfileFilter
    lookup_value_regex = "[0-9]+"

    def get_queryset(self) -> QuerySet[CountryProfile]:
        now = timezone.now()
        releases = ProfileRelease.objects.visible(now).order_by("-number")
        if self.action == "list":
            releases = releases.defer(*HEAVY)
        return (
            CountryProfile.objects.published(now)
            .select_related("country", "theme")
            .defer("text", "lead")
            .prefetch_related(Prefetch("releases", queryset=releases, to_attr="visible_releases"))
            .order_by("pk")
        )

    def get_serializer_class(self) -> type[ProfileSerializer]:
        return ProfileDetailSerializer if self.detail else ProfileSerializer

    @extend_schema(responses=ReleaseSerializer(many=True), filters=False)
    @action(detail=True, pagination_class=None, filterset_class=None)
    def releases(self, request: Request, pk: str) -> Response:
        """Every release of one edition, newest first: its corrections log."""
        rows = self._releases(pk).defer(*HEAVY)
        return Response(ReleaseSerializer(rows, many=True, context=self.get_serializer_context()).data)

    @extend_schema(
        responses=ReleaseComparisonSerializer,
        filters=False,
        parameters=[
            OpenApiParameter("from", int, required=True, description="Number of the older release: 1."),
            OpenApiParameter("to", int, required=True, description="Number of the newer release: 2."),
            OpenApiParameter(
                "with", int, description="Id of the edition that ``to`` is of; this one if left out."
            ),
        ],
    )
    @action(detail=True, pagination_class=None, filterset_class=None)
    def compare(self, request: Request, pk: str) -> Response:
        """What differs between two releases, paragraph by paragraph and note by note."""
        refuse_unknown(request, {"from", "to", "with"})
        old = get_object_or_404(self._releases(pk), number=_number(request, "from"))
        other = _number(request, "with") if "with" in request.query_params else int(pk)
        new = get_object_or_404(self._releases(str(other)), number=_number(request, "to"))
        found = compare_releases(old, new)
        return Response(ReleaseComparisonSerializer(found, context=self.get_serializer_context()).data)

    @extend_schema(responses=ReleaseDetailSerializer, filters=False)
    def release(self, request: Request, pk: str, number: int) -> Response:
        """One release in full, as it was published."""
        row = get_object_or_404(self._releases(pk), number=number)
        return Response(ReleaseDetailSerializer(row, context=self.get_serializer_context()).data)

    def _releases(self, pk: str) -> Any:
        now = timezone.now()
        profile = get_object_or_404(CountryProfile.objects.published(now), pk=pk)
        return (
            ProfileRelease.objects.visible(now)
            .filter(profile=profile)
            .select_related("profile__country", "profile__theme")
            .order_by("-number")
        )


def _number(request: Request, name: str) -> int:
    """A query parameter that has to be a whole number. Raises a 400 that names it."""
    given = request.query_params.get(name, "")
    if not given.isascii() or not given.isdecimal() or len(given) > 9:
        raise ValidationError({name: ["Give a whole number, for example 1."]}, code="invalid")
    return int(given)
