"""Addresses of many records at once; and those that have changed, or are written otherwise, which lead for ever to
the one address of today (301)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse

from editorial.queries import slug_today

View = Callable[..., HttpResponseBase]
Find = Callable[[str], str | None]


def addresses(name: str, *like: object) -> Callable[..., str]:
    """For a list of hundreds: the address of a page by the slugs and numbers in it, without asking the resolver for each.

    >>> addresses("country", "a-slug")("peru")
    '/countries/peru/'

    ``like`` are parts of their kind, no two of them the same.
    """
    pattern = reverse(name, args=like)
    for part in like:
        pattern = pattern.replace(str(part), "{}", 1)
    return pattern.format


def leads_on(**parts: Any) -> Callable[[View], View]:
    """For a view whose address names records: where it finds nothing, the address with today's slugs answers.

    ``parts`` gives, for each part of the address, the table whose slug it is, or a function from what was written to
    the slug of today (None if nothing is meant). Only an address that would be a 404 costs these questions.
    """
    finds: dict[str, Find] = {name: _find(part) for name, part in parts.items()}

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, **kwargs)
            except Http404:
                today = {name: find(kwargs[name]) or kwargs[name] for name, find in finds.items()}
                match = request.resolver_match
                if match is None or today == {name: kwargs[name] for name in finds}:
                    raise
                url = reverse(match.view_name, kwargs={**kwargs, **today})
                query = request.META.get("QUERY_STRING", "")
                return HttpResponsePermanentRedirect(f"{url}?{query}" if query else url)

        return answer

    return decorate


def _find(part: Any) -> Find:
    return (lambda written: slug_today(part, written)) if isinstance(part, type) else part


def with_files(address: str, view: View, name: str, **given: str) -> list[URLPattern]:
    """A page, and what it shows as CSV and as an Excel workbook beside it."""
    return [
        path(f"{address}/", view, given, name=name),
        *(
            path(f"{address}.{one}", view, {**given, "ending": one}, name=f"{name}_{one}")
            for one in ("csv", "xlsx")
        ),
    ]
