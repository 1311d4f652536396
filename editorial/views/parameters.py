"""What an address asks with: a page that takes questions refuses one that it does not know, by its name (400).

Passing over ``?standing=signatory`` in silence would show a wrong list as the answer. What newsletters and social
networks append to an address asks nothing and does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from django.core.exceptions import BadRequest
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

LISTS = ("sort", "after", "before")
"""What every list with columns takes beside its filters."""
KNOWN_AT = "known_at"
"""What a view takes that says what this site knew at a moment (see known_at); such a view bears the mark below."""
MARK = "answers_known_at"
LONGEST_SHOWN = 60
_CAMPAIGN = re.compile(
    r"(?:utm|mtm|pk|piwik|hsa|mc|vero|_hs)_?\w*|_ga|_gl|ref|fbclid|gclid|gbraid|wbraid|dclid|gclsrc|msclkid|yclid|twclid"
    r"|ttclid|igshid|li_fat_id|mkt_tok|ck_subscriber_id|oly_\w+|trk|cmpid",
    re.IGNORECASE,
)


def asks_nothing(name: str) -> bool:
    """Whether a parameter is one of those that newsletters and social networks append."""
    return _CAMPAIGN.fullmatch(name) is not None


class BadParameters(BadRequest):
    """An address that cannot be understood: (name of the parameter, what is wrong with it)."""

    def __init__(self, problems: Collection[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{name}: {said}" for name, said in problems))
        self.problems = [{"parameter": name[:LONGEST_SHOWN], "said": said} for name, said in problems]


def offers_known_at(request: HttpRequest) -> bool:
    """Whether what this address answers can be asked for as it was known at a moment."""
    return request.resolver_match is not None and getattr(request.resolver_match.func, MARK, False)


def refuse_unknown(request: HttpRequest, form: BaseForm, *, also: Collection[str] = LISTS) -> None:
    """Raises BadParameters naming each parameter that is neither a field of the form nor among ``also``."""
    known = [*form.fields, *also, *([KNOWN_AT] if offers_known_at(request) else ())]
    unknown = [name for name in request.GET if name not in known and not asks_nothing(name)]
    if unknown:
        said = f"This page does not know it. It knows {', '.join(known) or 'none'}."
        raise BadParameters([(name, said) for name in sorted(unknown)])


class BadParametersMiddleware:
    """Answers BadParameters with the site's own page, on a developer's machine as well."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """No page passes over the question what was known at a moment: it would give today's answer for that of then."""
        if (
            KNOWN_AT not in request.GET or offers_known_at(request) or hasattr(view, "cls")
        ):  # the API has its own 400
            return None
        said = "This page can only be shown as it is today."
        return self.process_exception(request, BadParameters([(KNOWN_AT, said)]))

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, BadParameters):
            return None
        context = {"problems": exception.problems, "path": request.path}
        return render(request, "400_parameters.html", context, status=400)
