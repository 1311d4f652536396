"""Every request of a person runs behind the guard: see editorial.models.guard."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from editorial.models.guard import facts_wait


class FactsWait:
    """Nothing that a request does writes a fact past the change sets, by whatever page or address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with facts_wait():
            return self.get_response(request)
