"""The address of whoever asked stands where every layer looks for it."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from ccm_site.client_address import ClientAddress


def seen(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.META["REMOTE_ADDR"])


@pytest.mark.parametrize(("proxies", "found"), [(0, "10.0.0.1"), (1, "203.0.113.7"), (2, "198.51.100.1")])
def test_as_many_servers_are_believed_as_stand_in_front(settings, proxies: int, found: str) -> None:
    settings.MONITOR_PROXIES = proxies
    said = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.1, 198.51.100.1, 203.0.113.7"}
    answer: Any = ClientAddress(seen)(RequestFactory().get("/", **said))
    assert answer.content.decode() == found


def test_a_socket_has_no_address_until_the_server_in_front_says_one(settings) -> None:
    settings.MONITOR_PROXIES = 1
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR="203.0.113.7")
    del request.META["REMOTE_ADDR"]
    answer: Any = ClientAddress(seen)(request)
    assert answer.content.decode() == "203.0.113.7"
