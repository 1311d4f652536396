"""Room and clock."""

from __future__ import annotations

from collections import namedtuple
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from ccm_site.doctor import machine
from ccm_site.doctor.machine import clock, room
from editorial.models import AuditEntry
from tests.ccm_site.doctor.found import found

Disk = namedtuple("Disk", "total used free")
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("free", "level"), [(50, "good"), (10, "warn"), (2, "bad")])
def test_a_disk_that_fills_up_is_told(
    settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, level: str
) -> None:
    settings.STORAGES = {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
    settings.MEDIA_ROOT = tmp_path / "not" / "there" / "yet"
    asked: list[Path] = []

    def disk_usage(place: Path) -> Disk:
        asked.append(place)
        return Disk(100 * 2**30, 0, free * 2**30)

    monkeypatch.setattr(machine.shutil, "disk_usage", disk_usage)
    assert found(room)[0] == (level, f"{free:,.1f} GB free of 100.0")
    assert asked[0] == tmp_path


def test_a_store_elsewhere_has_its_own_room(settings: Any) -> None:
    settings.STORAGES = {"default": {"BACKEND": "storages.backends.s3.S3Storage"}}
    assert all("uploaded" not in one.about for one in room(timezone.now()))


def test_the_clock_goes_with_the_record_and_the_database(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    now = timezone.now()
    (told,) = found(clock, now)
    assert told[0] == "good"
    monkeypatch.setattr(machine, "_apart_from_database", lambda: 61.0)
    assert found(clock, now) == [("bad", "the database's clock is 61 seconds away")]
    monkeypatch.undo()
    AuditEntry.objects.create(action="exported", at=now + timedelta(days=1))
    assert "the audit log has an entry of" in found(clock, now)[0][1]
    settings.TIME_ZONE = "Europe/Paris"
    assert found(clock, now) == [("bad", "the time zone is Europe/Paris")]


def test_the_database_s_clock_is_asked() -> None:
    assert machine._apart_from_database() < 5
    assert connection.vendor in ("sqlite", "postgresql")
