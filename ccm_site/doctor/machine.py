"""The machine and the services around the application: room, mail, cache, clock."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.mail import get_connection
from django.db import connection

from ccm_site.backups.writing import named_files
from editorial.models import AuditEntry

from .condition import Condition, Level, bad, good, judged, warn

GIGABYTE = 1024**3
TIGHT, FULL = 0.15, 0.05  # free share of a disk
SECONDS_APART = 5  # between two clocks


def room(at: datetime) -> Iterator[Condition]:
    """The disks of files and database have room."""
    places = {"uploaded files": Path(settings.MEDIA_ROOT)} if _has_folder() else {}
    if connection.vendor == "sqlite" and not str(connection.settings_dict["NAME"]).startswith(("file:", ":")):
        places["database"] = Path(str(connection.settings_dict["NAME"]))
    for what, place in places.items():
        while not place.exists():
            place = place.parent
        disk = shutil.disk_usage(place)
        share, says = (
            disk.free / disk.total,
            f"{disk.free / GIGABYTE:,.1f} GB free of {disk.total / GIGABYTE:,.1f}",
        )
        level = Level.GOOD if share > TIGHT else Level.WARN if share > FULL else Level.BAD
        yield judged(level, f"room for {what}", says, "Make room.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            size = cursor.fetchone()[0] / GIGABYTE
        yield good("room for database", f"{size:,.2f} GB are used; the room on its machine is not seen from here")


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


def clock(at: datetime) -> Iterator[Condition]:
    """This machine's clock goes with the database's, and nothing on record was done after now."""
    if settings.TIME_ZONE != "UTC" or not settings.USE_TZ:
        yield bad(
            "clock", f"the time zone is {settings.TIME_ZONE}", "TIME_ZONE = UTC: days of releases are counted so."
        )
        return
    apart = _apart_from_database()
    newest = AuditEntry.objects.order_by("-at").values_list("at", flat=True).first()
    if apart > SECONDS_APART:
        yield bad(
            "clock", f"the database's clock is {apart:.0f} seconds away", "Let both machines keep time (NTP)."
        )
    elif newest and (newest - at).total_seconds() > SECONDS_APART:
        yield bad(
            "clock",
            f"the audit log has an entry of {newest:%Y-%m-%d %H:%M} UTC, which is still to come",
            "Set the clock (NTP).",
        )
    else:
        yield good("clock", f"{at:%Y-%m-%d %H:%M} UTC, as the database has it")


def _apart_from_database() -> float:
    """Seconds; 0 where it is the same machine's."""
    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())")
        return abs(float(cursor.fetchone()[0]) - time.time())


def _has_folder() -> bool:
    return bool(settings.STORAGES["default"]["BACKEND"].endswith("FileSystemStorage"))
