"""What is kept is bounded, compressed once, and shared where there is a shared cache."""

from __future__ import annotations

import gzip
import threading
from pathlib import Path

import brotli
import pytest
from django.http import HttpRequest, HttpResponse

from ccm_site import kept_pages, page_cache
from countries.models import Country
from editorial.models import recording
from tests.ccm_site.test_page_cache import Ask, of
from tests.reader import Reader


@pytest.fixture
def made() -> list[str]:
    """The addresses for which a page was really made."""
    return []


@pytest.fixture
def ask(db: None) -> Ask:
    return Reader(of(lambda request: HttpResponse(b"x" * int(request.GET.get("size", 6))))).get


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", ""),
        ("", ""),
    ],
)
def test_what_is_kept_is_sent_compressed_to_who_takes_it(ask: Ask, accepted: str, coding: str) -> None:
    answer = ask("/countries/?size=9000", accept_encoding=accepted)
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[coding]
    assert unpack(answer.content) == b"x" * 9000
    assert answer.headers.get("content-encoding", "") == coding
    assert answer["Content-Length"] == str(len(answer.content))
    assert "Accept-Encoding" in answer["Vary"]
    assert ask("/countries/?size=9000")["ETag"] == answer["ETag"]


def test_it_is_compressed_once(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ask("/countries/?size=9000", accept_encoding="br").content
    monkeypatch.setattr(kept_pages, "_PACK", {"br": None, "gzip": None})
    assert ask("/countries/?size=9000", accept_encoding="br").content == first


def test_small_answers_and_pictures_are_sent_as_they_are(ask: Ask) -> None:
    assert not ask("/", accept_encoding="br").has_header("Content-Encoding")
    picture = Reader(of(lambda request: HttpResponse(b"x" * 9000, content_type="image/png")))
    assert not picture.get("/", accept_encoding="br").has_header("Content-Encoding")


def test_what_is_kept_is_bounded(made: list[str], db: None, settings) -> None:
    settings.MONITOR_PAGE_CACHE_BYTES = 100_000

    def view(request: HttpRequest) -> HttpResponse:
        made.append(request.path)
        return HttpResponse(b"x" * 20_000)

    reader = Reader(of(view))
    for page in "abcd":
        reader.get(f"/{page}/")
    assert reader.worker.pages._here.currsize <= 100_000
    reader.get("/d/")
    assert len(made) == 4
    reader.get("/a/")
    assert len(made) == 5


def test_workers_share_what_they_keep_where_there_is_a_shared_cache(
    made: list[str], db: None, settings, tmp_path: Path
) -> None:
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(tmp_path)}
    }

    def view(request: HttpRequest) -> HttpResponse:
        made.append(request.path)
        return HttpResponse(f"page {len(made)}")

    one, two = Reader(of(view)), Reader(of(view))
    assert one.get("/").content == two.get("/").content == b"page 1"
    with recording(by=None, reason="Renamed"):
        Country.objects.create(slug="peru", iso3="PER", name="Peru")
    assert two.get("/").content == one.get("/").content == b"page 2"


def before_a_change(monkeypatch) -> None:
    """The page was kept, and then something on which it rests has changed."""
    monkeypatch.setattr(page_cache, "_word", lambda now, subjects: "1-0")
    Reader(of(lambda request: HttpResponse("older"))).get("/")
    monkeypatch.setattr(page_cache, "_word", lambda now, subjects: "2-0")


def test_one_worker_makes_a_page_while_another_waits(
    made: list[str], settings, tmp_path: Path, monkeypatch
) -> None:
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(tmp_path)}
    }
    before_a_change(monkeypatch)
    begun, go_on = threading.Event(), threading.Event()

    def view(request: HttpRequest) -> HttpResponse:
        made.append(request.path)
        begun.set()
        go_on.wait(5)
        return HttpResponse("page")

    answers: list[bytes] = []
    workers = [Reader(of(view)) for _ in range(2)]
    asking = [threading.Thread(target=lambda one=one: answers.append(one.get("/").content)) for one in workers]
    asking[0].start()
    begun.wait(5)
    asking[1].start()
    go_on.set()
    for one in asking:
        one.join(5)
    assert answers == [b"page"] * 2
    assert made == ["/"]


def test_a_worker_that_died_while_it_made_a_page_is_not_waited_for_long(
    made: list[str], settings, tmp_path: Path, monkeypatch
) -> None:
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(tmp_path)}
    }
    before_a_change(monkeypatch)
    monkeypatch.setattr(page_cache, "WAIT_FOR_WORKER", 0.05)

    def dies(request: HttpRequest) -> HttpResponse:
        raise SystemExit

    with pytest.raises(SystemExit):
        Reader(of(dies)).get("/")
    assert Reader(of(lambda request: HttpResponse("page"))).get("/").content == b"page"


def test_nobody_waits_for_a_page_that_is_never_kept(settings, tmp_path: Path, monkeypatch) -> None:
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(tmp_path)}
    }
    monkeypatch.setattr(page_cache, "_word", lambda now, subjects: "1-0")
    monkeypatch.setattr(kept_pages.time, "sleep", None)
    for _ in range(2):
        assert Reader(of(lambda request: HttpResponse("none", status=404))).get("/").content == b"none"
