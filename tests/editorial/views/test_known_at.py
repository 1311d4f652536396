"""A view that answers for a moment: inside its tables, whole, and never for a moment that nobody can know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.utils import timezone

from countries.models import Country
from editorial.history.as_known import known_at_asked
from editorial.views.known_at import answers_known_at, carried_on
from editorial.views.parameters import MARK, BadParameters
from tests.factories.changes import changing, confirmed

pytestmark = pytest.mark.django_db


@answers_known_at(Country)
def named(request: HttpRequest) -> HttpResponse:
    return HttpResponse(",".join(Country.objects.values_list("name", flat=True)))


@answers_known_at(Country)
def streamed(request: HttpRequest) -> StreamingHttpResponse:
    def pieces() -> Iterator[str]:
        yield from Country.objects.values_list("name", flat=True).iterator()

    return StreamingHttpResponse(pieces(), content_type="text/csv; charset=utf-8")


def asked(known_at: object) -> HttpRequest:
    return RequestFactory().get("/", {"known_at": str(known_at)})


@pytest.mark.parametrize("view", [named, streamed])
def test_it_answers_as_it_was_then_also_what_is_sent_piece_by_piece(view, peru: Country) -> None:
    moment = timezone.now().isoformat()
    confirmed(changing(peru, name="Perù"))
    then = view(asked(moment))
    assert then.content == b"Peru"
    assert then["X-Robots-Tag"] == "noindex"
    today = view(RequestFactory().get("/"))
    assert (today.content if view is named else b"".join(today)).decode() == "Perù"
    assert "X-Robots-Tag" not in today
    assert known_at_asked() is None


def test_what_has_not_come_and_what_is_no_day_is_refused_by_name(peru: Country) -> None:
    for given in (timezone.localdate() + timedelta(days=1), "x", "2026-02-30"):
        with pytest.raises(BadParameters, match="known_at"):
            named(asked(given))


def test_before_the_first_load_it_says_so(peru: Country) -> None:
    response = named(asked("2020-01-01"))
    assert response.status_code == 404
    assert isinstance(response, HttpResponse)
    assert "Nothing that this answer rests on was recorded here by then" in response.content.decode()


def test_addresses_of_the_same_record_carry_the_moment_on() -> None:
    assert (
        carried_on(asked("2026-03-01T12:00:00+01:00"), "/a.csv")
        == "/a.csv?known_at=2026-03-01T12%3A00%3A00%2B01%3A00"
    )
    assert carried_on(RequestFactory().get("/"), "/a.csv") == "/a.csv"


def test_a_view_bears_the_mark_by_which_its_page_offers_the_question() -> None:
    assert getattr(named, MARK)
