"""Public answers are kept until something that readers could see has changed, and never longer."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from ccm_site.page_cache import CODE, LARGEST_KEPT, PageCacheMiddleware, build
from ccm_site.settings.base import redis
from countries.models import Country
from editorial import optional_cache
from editorial.models import recording

Ask = Callable[..., HttpResponse]


@pytest.fixture
def made() -> list[str]:
    """The addresses for which a page was really made."""
    return []


@pytest.fixture
def ask(settings, made: list[str], db: None) -> Ask:
    settings.MONITOR_PAGE_CACHE = True
    cache.clear()

    def view(request: HttpRequest) -> HttpResponse:
        made.append(request.get_full_path())
        response = HttpResponse(f"page {len(made)}")
        if "cookie" in request.GET:
            response.set_cookie("name", "value")
        if "missing" in request.GET:
            response.status_code = 404
        if "control" in request.GET:
            response["Cache-Control"] = request.GET["control"]
        if "vary" in request.GET:
            response["Vary"] = request.GET["vary"]
        if "size" in request.GET:
            response.content = b"x" * int(request.GET["size"])
        return response

    middleware = PageCacheMiddleware(view)

    def ask(path: str, method: str = "GET", secure: bool = False, **headers: str) -> HttpResponse:
        response = middleware(RequestFactory().generic(method, path, secure=secure, headers=headers))
        assert isinstance(response, HttpResponse)
        return response

    return ask


def test_second_request_is_answered_without_making_the_page(ask: Ask, made: list[str]) -> None:
    assert ask("/countries/").content == ask("/countries/").content == b"page 1"
    assert made == ["/countries/"]


def test_every_address_is_its_own(ask: Ask) -> None:
    assert ask("/countries/?region=Africa").content != ask("/countries/?region=Asia").content
    then, today = ask("/treaties/?known_at=2026-03-01"), ask("/treaties/")
    assert (then.content, then["ETag"]) != (today.content, today["ETag"])


def test_unchanged_page_costs_a_conditional_request_only_the_counter(
    ask: Ask, made: list[str], django_assert_num_queries
) -> None:
    tag = ask("/countries/")["ETag"]
    with django_assert_num_queries(1):
        response = ask("/countries/", **{"If-None-Match": tag})
    assert response.status_code == 304
    assert len(made) == 1


@pytest.mark.django_db(transaction=True)
def test_a_change_is_visible_at_the_next_request(ask: Ask) -> None:
    first = ask("/countries/")
    with recording(by=None, reason="Renamed"):
        Country.objects.create(slug="peru", iso3="PER", name="Peru")
    second = ask("/countries/", **{"If-None-Match": first["ETag"]})
    assert (second.status_code, second.content) == (200, b"page 2")


def test_the_end_of_an_embargo_is_visible_by_time_alone(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, peru, ban_policy, press
) -> None:
    noon = timezone.now() + timedelta(hours=1)
    press.release(press.draft(peru, ban_policy), visible_from=noon)
    monkeypatch.setattr(timezone, "now", lambda: noon - timedelta(seconds=1))
    assert ask("/").content == ask("/").content == b"page 1"
    monkeypatch.setattr(timezone, "now", lambda: noon)
    assert ask("/").content == b"page 2"


def test_next_day_is_another_page(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Days left to a deadline change at midnight though nobody writes anything."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 21, 23, 59, tzinfo=UTC))
    ask("/")
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 22, 0, 1, tzinfo=UTC))
    assert ask("/").content == b"page 2"


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/healthz",
        "/?cookie=1",
        "/?missing=1",
        "/?control=no-store",
        "/?control=private, no-store",
        "/?vary=Cookie",
        "/?vary=Accept, Cookie",
    ],
)
def test_private_and_failed_answers_are_never_kept(ask: Ask, path: str) -> None:
    assert ask(path).content == b"page 1"
    again = ask(path)
    assert again.content == b"page 2"
    assert not again.has_header("ETag")


def test_each_host_has_pages_of_its_own(ask: Ask) -> None:
    """Pages hold absolute addresses: one host would send its readers to the other."""
    assert ask("/", host="one.example").content == b"page 1"
    assert ask("/", host="two.example").content == b"page 2"
    assert ask("/", host="one.example").content == b"page 1"


def test_each_scheme_has_pages_of_its_own(ask: Ask) -> None:
    assert ask("/").content != ask("/", secure=True).content


def test_a_part_of_a_page_is_no_page(ask: Ask) -> None:
    assert ask("/").content != ask("/", **{"HX-Request": "true"}).content


def test_the_api_answers_in_the_form_that_was_asked_for_and_pages_have_one_form(ask: Ask) -> None:
    assert ask("/api/v1/", accept="text/html").content != ask("/api/v1/", accept="application/json").content
    assert ask("/", accept="text/html").content == ask("/", accept="*/*").content


def test_what_a_page_says_of_its_keeping_stays_and_otherwise_a_cache_asks_each_time(ask: Ask) -> None:
    assert ask("/")["Cache-Control"] == "public, no-cache"
    assert ask("/?control=max-age%3D5")["Cache-Control"] == "max-age=5"


def test_only_reading_is_answered_from_what_is_kept(ask: Ask) -> None:
    tag = ask("/")["ETag"]
    assert ask("/", method="POST", **{"If-None-Match": tag}).content == b"page 2"
    assert ask("/", method="HEAD", **{"If-None-Match": tag}).status_code == 304


def test_what_a_head_request_made_is_not_kept_as_the_page(ask: Ask) -> None:
    assert ask("/", method="HEAD").content == b"page 1"
    assert ask("/").content == b"page 2"


@pytest.mark.parametrize(("size", "times"), [(LARGEST_KEPT, 1), (LARGEST_KEPT + 1, 2)])
def test_a_very_large_answer_is_made_anew(ask: Ask, made: list[str], size: int, times: int) -> None:
    ask(f"/?size={size}")
    ask(f"/?size={size}")
    assert len(made) == times


def test_a_new_build_never_answers_with_an_old_page(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ask("/countries/")
    newer = PageCacheMiddleware(lambda request: HttpResponse("new page"))
    newer.build = "another build"
    response = newer(RequestFactory().get("/countries/", headers={"If-None-Match": first["ETag"]}))
    assert isinstance(response, HttpResponse)
    assert (response.status_code, response.content) == (200, b"new page")


@pytest.fixture
def cache_away(settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are kept in a Redis that does not answer, and no worker has noticed yet."""
    settings.MONITOR_PAGE_CACHE = True
    settings.CACHES = {"default": redis("redis://127.0.0.1:1/0")}
    for way in ("_reading", "_writing"):
        monkeypatch.setattr(optional_cache.cache, way, optional_cache._Way())


@pytest.mark.django_db
@pytest.mark.usefixtures("cache_away")
class TestCacheAway:
    """The cache is optional: every page is made without it, and the monitoring is told."""

    @pytest.mark.parametrize("path", ["/", "/about/", "/countries/", "/api/v1/countries/", "/sources/"])
    def test_pages_and_api_answer_as_ever(self, client: Client, path: str) -> None:
        first = client.get(path)
        assert first.status_code == 200
        assert first["ETag"]
        assert client.get(path).content == first.content
        assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304

    def test_an_unknown_address_is_told_so(self, client: Client) -> None:
        assert client.get("/static/nothing.css").status_code == 404

    def test_the_desk_lists_texts_with_their_problems(self, at_desk: Callable[..., Client], draft: object) -> None:
        answer = at_desk().get("/admin/countries/countryprofile/")
        assert answer.status_code == 200
        assert "Peru" in answer.content.decode()

    def test_monitoring_is_told_that_the_site_is_well_without_its_cache(self, client: Client) -> None:
        answer = client.get("/healthz")
        assert (answer.status_code, answer.json()) == (200, {"status": "well", "cache": "away"})


def test_the_build_is_the_same_for_every_worker() -> None:
    assert build() == build()
    assert len(build()) == 16


@pytest.mark.parametrize("changed", ["a longer text", "other text!"], ids=["size", "time"])
@pytest.mark.parametrize("folder", CODE)
def test_a_changed_file_of_any_folder_makes_another_build(
    settings, tmp_path: Path, folder: str, changed: str
) -> None:
    settings.BASE_DIR = tmp_path
    file = tmp_path / folder / "inside" / "page.html"
    file.parent.mkdir(parents=True)
    file.write_text("first text!")
    os.utime(file, (1, 1))
    first = build()
    assert build() == first
    file.write_text(changed)
    os.utime(file, (1, 1) if len(changed) != len("first text!") else (2, 2))
    assert build() != first


def test_compiled_files_are_no_part_of_the_build(settings, tmp_path: Path) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "api").mkdir()
    before = build()
    (tmp_path / "api" / "views.cpython-311.pyc").touch()
    assert build() == before


def test_every_app_and_what_pages_are_made_of_belongs_to_the_build(settings) -> None:
    apps_here = {path.parent.name for path in settings.BASE_DIR.glob("*/apps.py")}
    assert apps_here | {"api", "templates", "static/css", "static/js"} == set(CODE)
