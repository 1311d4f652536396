"""Releases of statements at the desk: read and found, never written."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import StatementRelease
from tests.factories.meetings import make_country, make_statement, publish_statement

pytestmark = pytest.mark.django_db
LIST = reverse("admin:meetings_statementrelease_changelist")


@pytest.fixture
def release() -> StatementRelease:
    return publish_statement(make_statement("Statement in Lima", parties=[(make_country(), "deliverer")]))


def test_it_is_found_by_its_title_and_shows_its_fingerprint(at_desk, release: StatementRelease) -> None:
    client = at_desk()
    assert list(client.get(LIST, {"q": "lima"}).context["cl"].result_list) == [release]
    with CaptureQueriesContext(connection) as asked:
        client.get(LIST)
    assert not any('"resolved_text"' in one["sql"] for one in asked.captured_queries), "lists read no long texts"
    assert list(client.get(LIST, {"q": "dublin"}).context["cl"].result_list) == []
    page = client.get(reverse("admin:meetings_statementrelease_change", args=[release.pk])).content.decode()
    assert release.sha256 in page
    assert 'name="title"' not in page


def test_not_even_an_administrator_writes_one(at_desk, release: StatementRelease) -> None:
    client = at_desk("boss", "")
    assert client.get(reverse("admin:meetings_statementrelease_add")).status_code == 403
    for name in ("change", "delete"):
        where = reverse(f"admin:meetings_statementrelease_{name}", args=[release.pk])
        assert client.post(where, {"lead": "Other", "post": "yes"}).status_code == 403
    release.refresh_from_db()
    assert release.is_intact
