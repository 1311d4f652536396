"""The API's description and documentation, whose makers are imported when they are asked for."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_documentation_reads_the_description():
    page = Client().get("/api/")
    assert page.status_code == 200
    assert b"/api/?script=" in page.content
    assert b"/api/v1/schema/" in Client().get("/api/?script=").content


def test_the_documentation_alone_may_set_styles():
    assert "style-src 'self' 'unsafe-inline'" in Client().get("/api/")["Content-Security-Policy"]
    assert "unsafe-inline" not in Client().get("/api/v1/schema/?format=json")["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/api/", "/api/v1/schema/"])
def test_both_are_read_only(address: str):
    assert Client(enforce_csrf_checks=True).post(address).status_code == 405
