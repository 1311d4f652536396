"""What machines ask for: is it well, what may be read."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from editorial.models import public_word
from editorial.optional_cache import cache


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while pages can be made; 503 when the database does not answer or is not migrated.

    Pages are made without the cache too, so its trouble is told beside "well".
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        public_word(timezone.now())
    except DatabaseError:
        return JsonResponse({"status": "unwell", "problem": "The database does not answer."}, status=503)
    trouble = cache.look()
    return JsonResponse({"status": "well", **({"cache": trouble} if trouble else {})})


def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read by anybody; the desk is of no use to a search engine."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(f"User-agent: *\nDisallow: /admin/\n\nSitemap: {sitemap}\n", content_type="text/plain")
