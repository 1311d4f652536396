"""What the application asks of others: a store of files, a mail server, a shared cache."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.mail import get_connection

from ccm_site.backups.files import named_files

from .condition import Condition, bad, good, warn


def uploaded_files(at: datetime) -> Iterator[Condition]:
    """Every file that a record names is in the store."""
    named = named_files()
    lost = [name for name in named if not default_storage.exists(name)]
    if lost:
        yield bad(
            "uploaded files",
            f"{len(lost)} of {len(named)} are not in the store, {lost[0]} first",
            "Put them back from a backup.",
        )
    else:
        yield good("uploaded files", f"all {len(named)} are in the store")


def mail(at: datetime) -> Iterator[Condition]:
    """The mail server, where one is set, takes a connection."""
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        yield good("mail", f"no server is asked: {settings.EMAIL_BACKEND}")
        return
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    server: Any = get_connection(timeout=5)
    try:
        server.open()
        server.close()
    except OSError as problem:  # what the library of mail raises is among them
        yield warn(
            "mail", f"{where} does not answer: {problem}", "Set the mail server, if anything is to be sent."
        )
    else:
        yield good("mail", f"{where} takes a connection")


def cache_answers(at: datetime) -> Iterator[Condition]:
    """The shared cache, where there is one, answers, and makes room by itself."""
    backend = settings.CACHES["default"]["BACKEND"]
    if "redis" not in backend.lower():
        yield good("cache", "none is shared: each worker keeps its own answers")
        return
    try:
        cache.set("doctor", at.isoformat(), 10)
        answers = cache.get("doctor") == at.isoformat()
        client: Any = cache._cache.get_client(write=True)  # type: ignore[attr-defined]
        memory = client.info("memory")
    except Exception as problem:  # whatever a cache may raise
        yield bad("cache", f"Redis does not answer: {problem}", "Start it, or leave REDIS_URL out.")
        return
    policy, most = memory.get("maxmemory_policy", "?"), memory.get("maxmemory", 0)
    if not answers:
        yield bad("cache", "Redis does not keep what it is given", "Look at its log.")
    elif not most or not policy.startswith("allkeys"):
        yield warn(
            "cache",
            f"Redis has limit {most or 'none'} and policy {policy}",
            "maxmemory 256mb, maxmemory-policy allkeys-lru",
        )
    else:
        yield good("cache", f"Redis answers, keeps {most // 2**20} MB at the most, and makes room by {policy}")
