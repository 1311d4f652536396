"""The machine on which it runs: its room and its clock."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from editorial.models import AuditEntry

from .condition import Condition, Level, bad, good, judged

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
