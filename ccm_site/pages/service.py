"""What machines ask for: is it well, is it ready, what may be read."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from ccm_site.replica import ALIAS, reading_replica
from editorial.models import public_word
from editorial.optional_cache import cache
from editorial.queries.state_of_work import state_of_work

FULL = 200 * 1024 * 1024  # bytes that must be free


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while pages can be made; 503 when the database does not answer or is not migrated.

    Pages are made without the cache too, and from a replica while the primary is away: such trouble is told beside "well".
    """
    told = {}
    if not _makes_pages():
        if not _replica_makes_pages():
            return JsonResponse({"status": "unwell", "problem": "The database does not answer."}, status=503)
        told["database"] = "The primary does not answer: pages come from the replica, and nobody can write."
    if trouble := cache.look():
        told["cache"] = trouble
    return JsonResponse({"status": "well", **told})


def _makes_pages() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        public_word(timezone.now())
    except DatabaseError:
        return False
    return True


def _replica_makes_pages() -> bool:
    if ALIAS not in settings.DATABASES:
        return False
    with reading_replica():
        return _makes_pages()


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Whether this worker can answer, part by part. 503 only for what makes the site unable to: the database.

    What is away but not needed (the cache, the worker of the background) is told, with ``ready`` all the same.
    """
    parts: dict[str, dict[str, Any]] = {"database": _database(), "cache": _cache(), "disk": _disk()}
    if parts["database"]["well"]:
        parts["work"] = _work()
    ready = parts["database"]["well"]
    return JsonResponse({"ready": ready, "parts": parts}, status=200 if ready else 503)


def _database() -> dict[str, Any]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return {"well": False, "words": "The database does not answer."}
    if waiting:
        return {"well": False, "words": f"{len(waiting)} migrations wait: manage.py migrate"}
    return {"well": True}


def _cache() -> dict[str, Any]:
    trouble = cache.look()
    if not trouble:
        return {"well": True}
    return {"well": False, "words": "The cache is away." if trouble == "away" else f"The cache {trouble}."}


def _disk() -> dict[str, Any]:
    """Where uploaded documents and the embedded database lie."""
    place = Path(settings.MEDIA_ROOT)
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    return {"well": free >= FULL, "free_bytes": free}


def _work() -> dict[str, Any]:
    found = state_of_work(timezone.now())
    runs = {
        name: {"began_at": run.began_at, "ended_at": run.ended_at, "well": run.is_well}
        for name, run in found.last_runs.items()
    }
    said = {
        "workers": len(found.workers),
        "waiting": found.waiting,
        "running": found.running,
        "failed_last_day": found.failed,
        "oldest_seconds": round(found.oldest_seconds),
        "last_runs": runs,
    }
    return {"well": not found.trouble, **({"words": found.trouble} if found.trouble else {}), **said}


def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read by anybody; the desk is of no use to a search engine."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(f"User-agent: *\nDisallow: /admin/\n\nSitemap: {sitemap}\n", content_type="text/plain")
