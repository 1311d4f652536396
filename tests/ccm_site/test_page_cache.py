"""Public answers are kept until something that readers could see has changed, and never longer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client
from django.utils import timezone

from ccm_site import page_cache
from ccm_site.kept_pages import LARGEST_KEPT
from ccm_site.settings.base import redis
from countries.models import Country
from editorial import optional_cache
from editorial.models import recording
from tests.reader import Answer, Reader

Ask = Callable[..., Answer]


@pytest.fixture
def made() -> list[str]:
    """The addresses for which a page was really made."""
    return []


@pytest.fixture
def ask(made: list[str], db: None) -> Ask:
    """One worker, and an application that makes a new page each time."""

    def view(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
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
        if "lines" in request.GET:
            return StreamingHttpResponse(["one ", "two"])
        return response

    return Reader(of(view)).get


def of(view: Callable[[HttpRequest], HttpResponse | StreamingHttpResponse]) -> Callable[..., Any]:
    """A view as an application."""

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        response = view(WSGIRequest(environ))
        start(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return response

    return application


def test_second_request_is_answered_without_making_the_page(ask: Ask, made: list[str]) -> None:
    assert ask("/countries/").content == ask("/countries/").content == b"page 1"
    assert made == ["/countries/"]


def test_every_address_is_its_own(ask: Ask) -> None:
    assert ask("/countries/?region=Africa").content != ask("/countries/?region=Asia").content
    then, today = ask("/treaties/?known_at=2026-03-01"), ask("/treaties/")
    assert (then.content, then["ETag"]) != (today.content, today["ETag"])


def test_unchanged_page_costs_a_conditional_request_only_the_word(
    ask: Ask, made: list[str], django_assert_num_queries
) -> None:
    tag = ask("/countries/")["ETag"]
    with django_assert_num_queries(1):
        response = ask("/countries/", if_none_match=tag)
    assert (response.status_code, response.content) == (304, b"")
    assert len(made) == 1


@pytest.mark.django_db(transaction=True)
def test_a_change_is_visible_at_the_next_request(ask: Ask) -> None:
    first = ask("/countries/")
    with recording(by=None, reason="Renamed"):
        Country.objects.create(slug="peru", iso3="PER", name="Peru")
    second = ask("/countries/", if_none_match=first["ETag"])
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
        "/static/css/base.css",
        "/countries/?cookie=1",
        "/countries/?missing=1",
        "/countries/?control=no-store",
        "/countries/?control=private, no-store",
        "/countries/?vary=Cookie",
        "/countries/?vary=Accept, Cookie",
    ],
)
def test_private_and_failed_answers_are_never_kept(ask: Ask, path: str) -> None:
    assert ask(path).content == b"page 1"
    again = ask(path)
    assert again.content == b"page 2"
    assert not again.has_header("ETag")


def test_what_streams_passes_through(ask: Ask, made: list[str]) -> None:
    assert ask("/countries/?lines=1").content == ask("/countries/?lines=1").content == b"one two"
    assert len(made) == 2


def test_each_host_has_pages_of_its_own(ask: Ask) -> None:
    """Pages hold absolute addresses: one host would send its readers to the other."""
    assert ask("/", host="one.example").content == b"page 1"
    assert ask("/", host="two.example").content == b"page 2"
    assert ask("/", host="one.example").content == b"page 1"


def test_each_scheme_has_pages_of_its_own(ask: Ask, settings) -> None:
    assert ask("/").content != ask("/", secure=True).content
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert ask("/", x_forwarded_proto="https").content == ask("/", secure=True).content
    assert ask("/", x_forwarded_proto="http", secure=True).content == ask("/").content


def test_a_part_of_a_page_is_no_page(ask: Ask, made: list[str]) -> None:
    assert ask("/").content != ask("/", hx_request="true").content
    for how in ("false", "True", "1", "x" * 50):
        ask("/", hx_request=how)
    assert len(made) == 2


def test_the_api_has_one_form_and_who_asks_for_another_gets_nothing_kept(ask: Ask, made: list[str]) -> None:
    for accept in ("", "*/*", "application/json", "text/html,*/*;q=0.8", "application/json;indent=4, x/y"):
        ask("/api/v1/", accept=accept)
    assert len(made) == 1
    for accept in ("text/html", "image/png"):
        ask("/api/v1/", accept=accept)
        ask("/api/v1/", accept=accept)
    assert len(made) == 5
    assert ask("/", accept="text/html").content == ask("/", accept="image/png").content


def test_what_others_append_to_an_address_makes_no_page_of_its_own(ask: Ask, made: list[str]) -> None:
    for end in ("?region=Asia", "?utm_source=x&region=Asia", "?region=Asia&fbclid=1", "?fbclid=2&region=Asia"):
        ask("/countries/" + end)
    assert made == ["/countries/?region=Asia"]


def test_words_that_a_page_does_not_read_make_no_page_of_their_own(ask: Ask, made: list[str]) -> None:
    """An edition's page reads the language and nothing else; what was known then is no question it may pass over."""
    page = "/countries/peru/ban-policy/2009/"
    for end in ("", *(f"?x={number}" for number in range(5)), "?q=mines&x=1"):
        ask(page + end)
    ask(page + "?language=es&x=1")
    ask(page + "?known_at=2026-03-01")
    assert made == [page, page + "?language=es", page + "?known_at=2026-03-01"]


def test_what_a_page_says_of_its_keeping_stays_and_otherwise_a_cache_asks_each_time(ask: Ask) -> None:
    assert ask("/")["Cache-Control"] == "public, no-cache"
    assert ask("/countries/?control=max-age%3D5")["Cache-Control"] == "max-age=5"


def test_only_reading_is_answered_from_what_is_kept(ask: Ask) -> None:
    tag = ask("/")["ETag"]
    assert ask("/", method="POST", if_none_match=tag).content == b"page 2"
    assert ask("/", method="HEAD", if_none_match=tag).status_code == 304


def test_head_tells_the_length_and_sends_nothing(ask: Ask) -> None:
    assert ask("/", method="HEAD").content == b"page 1"  # the server sends no body of it
    assert ask("/").content == b"page 2"
    answer = ask("/", method="HEAD")
    assert (answer.content, answer["Content-Length"]) == (b"", "6")


@pytest.mark.parametrize(("size", "times"), [(LARGEST_KEPT, 1), (LARGEST_KEPT + 1, 2)])
def test_a_very_large_answer_is_made_anew(ask: Ask, made: list[str], size: int, times: int) -> None:
    ask(f"/countries/?size={size}")
    ask(f"/countries/?size={size}")
    assert len(made) == times


def test_one_makes_a_page_while_the_others_wait(
    made: list[str], db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_cache, "_word", lambda now, subjects: "1-0")
    begun, go_on = threading.Event(), threading.Event()

    def view(request: HttpRequest) -> HttpResponse:
        made.append(request.path)
        begun.set()
        go_on.wait(5)
        return HttpResponse("page")

    reader, answers = Reader(of(view)), []
    readers = [threading.Thread(target=lambda: answers.append(reader.get("/").content)) for _ in range(4)]
    for one in readers:
        one.start()
    begun.wait(5)
    go_on.set()
    for one in readers:
        one.join(5)
    assert answers == [b"page"] * 4
    assert made == ["/"]
    assert reader.worker.pages._makers == {}


def test_a_page_that_fails_is_tried_by_the_next(ask: Ask, made: list[str], db: None) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        made.append(request.path)
        raise ZeroDivisionError

    reader = Reader(of(view))
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            reader.get("/")
    assert len(made) == 2


def test_a_new_build_never_answers_with_an_old_page(ask: Ask) -> None:
    first = ask("/countries/")
    newer = Reader(of(lambda request: HttpResponse("new page")))
    newer.worker.build = "another build"
    response = newer.get("/countries/", if_none_match=first["ETag"])
    assert (response.status_code, response.content) == (200, b"new page")


class TestLostDatabase:
    """A database that restarts costs readers some waiting; one that stays away is said by the application."""

    @pytest.fixture(autouse=True)
    def no_waiting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(page_cache.time, "sleep", lambda seconds: None)

    def test_a_lost_connection_is_opened_again(self, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
        failures = [OperationalError("gone"), OperationalError("starting up")]

        def word(now: datetime, subjects: object) -> str:
            if failures:
                raise failures.pop()
            return "1-0"

        monkeypatch.setattr(page_cache, "public_word", word)
        assert ask("/").content == ask("/").content == b"page 1"

    def test_without_one_nothing_is_kept(self, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
        def word(now: datetime, subjects: object) -> str:
            raise OperationalError("gone")

        ask("/")
        monkeypatch.setattr(page_cache, "public_word", word)
        assert ask("/").content == b"page 2"
        assert ask("/").content == b"page 3"


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
    def test_pages_and_api_answer_as_ever(self, path: str) -> None:
        reader, another = Reader(), Reader()
        first = reader.get(path)
        assert first.status_code == 200
        assert first["ETag"]
        assert reader.get(path).content == another.get(path).content == first.content
        assert reader.get(path, if_none_match=first["ETag"]).status_code == 304

    def test_an_unknown_address_is_told_so(self, client: Client) -> None:
        assert client.get("/static/nothing.css").status_code == 404

    def test_the_desk_lists_texts_with_their_problems(self, at_desk: Callable[..., Client], draft: object) -> None:
        answer = at_desk().get("/admin/countries/countryprofile/")
        assert answer.status_code == 200
        assert "Peru" in answer.content.decode()

    def test_monitoring_is_told_that_the_site_is_well_without_its_cache(self, client: Client) -> None:
        answer = client.get("/healthz")
        assert (answer.status_code, answer.json()) == (200, {"status": "well", "cache": "away"})
