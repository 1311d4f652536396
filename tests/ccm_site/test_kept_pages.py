"""What is kept is bounded, compressed once, and shared where there is a shared cache."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from django.http import HttpRequest, HttpResponse

from ccm_site import kept_pages
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
