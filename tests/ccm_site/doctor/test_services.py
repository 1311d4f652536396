"""The store of files, mail, the shared cache."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from django.core.files.base import ContentFile

from ccm_site.doctor import services
from ccm_site.doctor.services import cache_answers, mail, uploaded_files
from editorial.models import recording
from meetings.models import MeetingDocument
from tests.ccm_site.doctor.found import found
from tests.factories.meetings import make_meeting

pytestmark = pytest.mark.django_db


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
    monkeypatch.setattr(services, "cache", Redis(**memory))
    (told,) = found(cache_answers)
    assert told[0] == level
    assert words in told[1]


def test_a_cache_that_is_away_is_bad(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}
    monkeypatch.setattr(services, "cache", None)
    assert found(cache_answers)[0][0] == "bad"
