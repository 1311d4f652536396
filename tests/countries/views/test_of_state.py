"""A page about one state rests on changes that name it, reads no question, and leads on from a former slug."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from countries.models import Country
from countries.views.of_state import of_state
from editorial.models import NamedInAddress
from editorial.resting import resting_of


def test_it_rests_on_the_state_of_its_address_and_reads_no_question() -> None:
    said = resting_of(of_state(lambda request, country: HttpResponse(country)))
    assert said.subjects({"country": "peru"}) == (NamedInAddress(Country, "slug", "peru"),)
    assert said.reads == frozenset()


def test_what_is_found_is_answered() -> None:
    page = of_state(lambda request, country: HttpResponse(country))
    answer = page(HttpRequest(), country="peru")
    assert isinstance(answer, HttpResponse)
    assert answer.content == b"peru"
