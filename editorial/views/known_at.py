"""``?known_at=2026-03-01``: a page or file answers what this site said then, out of the rows as they were."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from editorial.history.as_known import NothingYet, as_known, tables_behind
from editorial.rules.known_day import NotKnowable, known_at_of

from .parameters import KNOWN_AT, MARK, BadParameters

View = Callable[..., HttpResponseBase]


def answers_known_at(*roots: type[Model]) -> Callable[[View], View]:
    """For a view whose answer rests on these tables and on what they point at, and on nothing that is derived from rows.

    A day that has not come, or is none, is refused (400); of a moment before the first load there is nothing to say
    (404). Search engines keep today's page only.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            given = request.GET.get(KNOWN_AT, "")
            if not given:
                return view(request, *args, **kwargs)
            try:
                known = known_at_of(given, timezone.now())
                with as_known(known, tables_behind(*roots)):
                    response = _whole(view(request, *args, **kwargs))
            except NothingYet as problem:
                problems = [{"parameter": KNOWN_AT, "said": str(problem)}]
                return render(
                    request, "400_parameters.html", {"problems": problems, "path": request.path}, status=404
                )
            except NotKnowable as problem:
                raise BadParameters([(KNOWN_AT, str(problem))]) from None
            response["X-Robots-Tag"] = "noindex"
            return response

        vars(answer)[MARK] = True
        return answer

    return decorate


def carried_on(request: HttpRequest, url: str) -> str:
    """An address of the same record, asked for at the same moment as the page that leads there."""
    given = request.GET.get(KNOWN_AT, "")
    return f"{url}?{urlencode({KNOWN_AT: given})}" if given else url


def _whole(response: HttpResponseBase) -> HttpResponseBase:
    """What would be read from the tables only while it is sent is read now, while they still stand."""
    if not isinstance(response, StreamingHttpResponse):
        return response
    return HttpResponse(b"".join(response), headers=dict(response.headers))
