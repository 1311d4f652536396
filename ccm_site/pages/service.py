"""What machines ask for: is it well, what may be read, what is there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db import DatabaseError, connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from countries.models import Country, ProfileRelease, Treaty
from countries.queries.profiles import newest_releases
from editorial.models import PublicationCounter, Source
from editorial.optional_cache import cache
from editorial.queries import public_sources
from meetings.models import ActionPlan, ListedStatement, Meeting, Theme
from stockpiles.models import MunitionType


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while pages can be made; 503 when the database does not answer or is not migrated.

    Pages are made without the cache too, so its trouble is told beside "well".
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        PublicationCounter.current(timezone.now())
    except DatabaseError:
        return JsonResponse({"status": "unwell", "problem": "The database does not answer."}, status=503)
    trouble = cache.look()
    return JsonResponse({"status": "well", **({"cache": trouble} if trouble else {})})


def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read by anybody; the desk is of no use to a search engine."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(f"User-agent: *\nDisallow: /admin/\n\nSitemap: {sitemap}\n", content_type="text/plain")


class PageSitemap(Sitemap):
    """Pages that always exist."""

    def items(self) -> list[str]:
        lists = [
            "countries",
            "treaties",
            "meetings",
            "statements",
            "themes",
            "action_plans",
            "stockpiles",
            "stockpile_deadlines",
            "stockpile_reports",
            "munition_types",
        ]
        return ["home", *lists, "sources", "about", "about_data"]

    def location(self, item: str) -> str:
        return reverse(item)


class CountrySitemap(Sitemap):
    """One page for each state and area."""

    def items(self) -> QuerySet[Country]:
        return Country.objects.order_by("slug")


class TreatySitemap(Sitemap):
    """One page for each treaty."""

    def items(self) -> QuerySet[Treaty]:
        return Treaty.objects.order_by("slug")


class MunitionSitemap(Sitemap):
    """One page for each type of munition."""

    def items(self) -> QuerySet[MunitionType]:
        return MunitionType.objects.order_by("slug")


class MeetingSitemap(Sitemap):
    """One page for each meeting, theme and action plan."""

    def items(self) -> list[Meeting | Theme | ActionPlan]:
        return [
            *Meeting.objects.order_by("slug"),
            *Theme.objects.order_by("slug"),
            *ActionPlan.objects.order_by("slug"),
        ]


class StatementSitemap(Sitemap):
    """Each published statement at the address that follows its newest release."""

    def items(self) -> QuerySet[ListedStatement]:
        return ListedStatement.objects.published(timezone.now()).order_by("statement")

    def lastmod(self, item: ListedStatement) -> datetime:
        return item.visible_from


class EditionSitemap(Sitemap):
    """Each published edition at the address that follows its newest release."""

    def items(self) -> QuerySet[ProfileRelease]:
        return newest_releases(timezone.now()).order_by("pk")

    def location(self, item: ProfileRelease) -> str:
        return item.profile.get_absolute_url()

    def lastmod(self, item: ProfileRelease) -> datetime:
        return item.visible_from


class SourceSitemap(Sitemap):
    """Each source that something public rests on."""

    def items(self) -> QuerySet[Source]:
        return public_sources(timezone.now()).order_by("key")


SITEMAPS: dict[str, Any] = {
    "pages": PageSitemap,
    "countries": CountrySitemap,
    "treaties": TreatySitemap,
    "munitions": MunitionSitemap,
    "meetings": MeetingSitemap,
    "statements": StatementSitemap,
    "editions": EditionSitemap,
    "sources": SourceSitemap,
}
