"""Every request has its number and, when it is over, its line: method, name of the address, status, time, questions, who."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.test import override_settings

from ccm_site.request_log import RequestLog
from editorial.request_at_hand import note_at_hand
from tests.reader import Reader

pytestmark = pytest.mark.django_db


class Outside(Reader):
    """Asks through the whole chain, as a server does."""

    def __init__(self, application: Any = None) -> None:
        super().__init__(application)
        outermost: Any = RequestLog(self.worker)
        self.worker = outermost


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Callable[[], list[dict[str, Any]]]:
    caplog.set_level(logging.INFO)
    return lambda: [record.told for record in caplog.records if record.name == "monitor.requests"]  # type: ignore[attr-defined]


def test_a_request_has_a_line_and_its_number_goes_back(lines) -> None:
    answer = Outside().get("/about/?q=private")
    (line,) = lines()
    assert (line["method"], line["route"], line["status"], line["kept"]) == ("GET", "about", 200, "made")
    assert line["queries"] > 0
    assert line["ms"] > 0
    assert len(answer["X-Request-ID"]) == 16
    assert "private" not in str(line)
    assert set(line) == {"method", "route", "status", "ms", "queries", "kept"}


def test_each_request_has_its_own_number_also_where_the_page_was_kept(lines) -> None:
    reader = Outside()
    first, second = reader.get("/about/"), reader.get("/about/")
    assert first.content == second.content
    assert first["X-Request-ID"] != second["X-Request-ID"]
    assert len(lines()) == 1, "what was kept is counted, and has no line"


def test_what_was_kept_has_lines_where_the_settings_want_them(lines) -> None:
    with override_settings(MONITOR_LOG_KEPT=True):
        reader = Outside()
    tag = reader.get("/about/")["ETag"]
    reader.get("/about/")
    reader.get("/about/", if_none_match=tag)
    assert [line["kept"] for line in lines()] == ["made", "here", "unchanged"]
    assert [line["route"] for line in lines()] == ["about"] * 3
    assert [line["status"] for line in lines()] == [200, 200, 304]


def test_a_proxy_s_number_is_taken_where_one_is_named_and_it_looks_right() -> None:
    assert Outside().get("/about/", x_request_id="3f2a9c1d")["X-Request-ID"] != "3f2a9c1d"
    with override_settings(MONITOR_REQUEST_ID_HEADER="X-Request-ID"):
        reader = Outside()
    assert reader.get("/about/", x_request_id="3f2a9c1d")["X-Request-ID"] == "3f2a9c1d"
    assert reader.get("/about/", x_request_id="a b\tc-<script>")["X-Request-ID"] != "a b\tc-<script>"


def test_what_is_not_there_has_a_line_without_its_address(lines) -> None:
    answer = Outside().get("/reset/secret-token/")
    (line,) = lines()
    assert (line["status"], line["route"]) == (404, "")
    assert "secret-token" not in str(line)
    assert answer["X-Request-ID"] in answer.content.decode()


def test_a_crash_outside_django_is_a_500_and_goes_on(lines) -> None:
    def crash(environ: Any, start: Any) -> Any:
        raise RuntimeError("crash")

    with pytest.raises(RuntimeError, match="crash"):
        Outside(crash).get("/admin/")
    assert lines()[0]["status"] == 500
    assert note_at_hand.get() is None
