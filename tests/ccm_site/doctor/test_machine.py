"""Room, files, mail, cache, clock."""

from __future__ import annotations

import socket
from collections import namedtuple
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone

from ccm_site.doctor import machine
from ccm_site.doctor.machine import cache_answers, clock, mail, room, uploaded_files
from editorial.models import AuditEntry, recording
from meetings.models import MeetingDocument
from tests.ccm_site.doctor.found import found
from tests.factories.meetings import make_meeting

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


def test_files_that_are_not_in_the_store_are_counted() -> None:
    assert found(uploaded_files) == [("good", "all 0 are in the store")]
    with recording(by=None, reason="Test"):
        paper = MeetingDocument(meeting=make_meeting(), title="Lost", sha256="a" * 64, file_type="a", file_size=1)
        paper.file.save("ignored", ContentFile(b"x"))
    assert found(uploaded_files) == [("good", "all 1 are in the store")]
    paper.file.storage.delete(paper.file.name)
    assert found(uploaded_files)[0][0] == "bad"


def test_mail_that_goes_nowhere_is_told(settings: Any) -> None:
    assert found(mail) == [("good", "no server is asked: django.core.mail.backends.locmem.EmailBackend")]
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = listening.getsockname()  # nobody accepts
    told = found(mail)
    assert told[0][0] == "warn"
    assert "does not answer" in told[0][1]


def test_a_cache_of_each_worker_is_none_to_look_at() -> None:
    assert found(cache_answers) == [("good", "none is shared: each worker keeps its own answers")]


class Redis:
    """As Django's cache, with a server behind it."""

    def __init__(self, **memory: object) -> None:
        self.memory, self._cache = memory, self
        self.kept: dict[str, str] = {}

    def set(self, key: str, value: str, seconds: int) -> None:
        self.kept[key] = value

    def get(self, key: str) -> str | None:
        return self.kept.get(key)

    def get_client(self, write: bool) -> Redis:
        return self

    def info(self, section: str) -> dict[str, object]:
        return dict(self.memory)


@pytest.mark.parametrize(
    ("memory", "level", "words"),
    [
        ({"maxmemory": 256 * 2**20, "maxmemory_policy": "allkeys-lru"}, "good", "keeps 256 MB at the most"),
        ({"maxmemory": 0, "maxmemory_policy": "noeviction"}, "warn", "limit none and policy noeviction"),
        ({"maxmemory": 2**20, "maxmemory_policy": "volatile-lru"}, "warn", "policy volatile-lru"),
    ],
)
def test_a_shared_cache_makes_room_by_itself(
    settings: Any, monkeypatch: pytest.MonkeyPatch, memory: dict[str, object], level: str, words: str
) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}
    monkeypatch.setattr(machine, "cache", Redis(**memory))
    (told,) = found(cache_answers)
    assert told[0] == level
    assert words in told[1]


def test_a_cache_that_is_away_is_bad(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}
    monkeypatch.setattr(machine, "cache", None)
    assert found(cache_answers)[0][0] == "bad"


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
