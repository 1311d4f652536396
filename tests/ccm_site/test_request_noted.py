"""What Django knows of a request is noted: the name of its address, who is signed in, the questions asked."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import resolve

from ccm_site import request_noted
from ccm_site.request_noted import RequestNoted, route_of
from editorial.request_at_hand import KEY, RequestNote, note_at_hand

pytestmark = pytest.mark.django_db


def noted(address: str, view: Any) -> RequestNote:
    """The note of a request that a view answered."""
    note = RequestNote("3f2a9c1d")
    request = RequestFactory().get(address, **{KEY: note})
    RequestNoted(view)(request)
    return note


def test_questions_are_counted() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        for _ in range(3):
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        return HttpResponse()

    assert noted("/", view).queries == 3


def test_a_refusal_of_the_database_is_counted_where_anything_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Measure:
        errors = 0

        def database_error(self) -> None:
            self.errors += 1

    measure = Measure()
    monkeypatch.setattr(request_noted, "meter", lambda: measure)

    def view(request: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")
        return HttpResponse()

    with pytest.raises(DatabaseError):
        noted("/", view)
    assert measure.errors == 1


def test_the_address_is_noted_by_its_name() -> None:
    assert route_of(resolve("/countries/peru/")) == "country"
    assert route_of(resolve("/admin/")) == "admin:index"
    assert route_of(None) == ""


def test_who_is_signed_in_is_noted_at_the_desk_and_nobody_is_asked_for_on_a_public_page(
    at_desk, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes: list[RequestNote] = []
    keep = RequestNoted._answer

    def kept(self: RequestNoted, request: HttpRequest, note: RequestNote) -> Any:
        notes.append(note)
        return keep(self, request, note)

    monkeypatch.setattr(RequestNoted, "_answer", kept)
    desk = at_desk("ana")
    desk.get("/admin/")
    desk.get("/about/")
    assert [(note.route, note.user_name) for note in notes] == [("admin:index", "ana"), ("about", "")]
    assert note_at_hand.get() is None
    assert all(note.request is None for note in notes)
