"""Pages of allauth as pages of the desk: in its frame, under its policy, and imported when one is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.module_loading import import_string

from ccm_site.admin_site import with_admin_styles

View = Callable[..., HttpResponseBase]


def late(path: str) -> View:
    """The view at a path of modules, imported by its first request: no reader waits for it."""

    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found: HttpResponseBase = _imported(path)(request, *args, **kwargs)
        return found

    view.__name__ = path.rpartition(".")[2]
    return view


def entrance(path: str, title: str = "") -> View:
    """A page for somebody who is not signed in yet."""
    framed: View = with_admin_styles(_framed(late(path), title))
    return framed


def inside(path: str, title: str) -> View:
    """A page for somebody of the team; whoever is not signed in is led to the sign-in first."""

    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found: HttpResponseBase = _at_desk(path, title)(request, *args, **kwargs)
        return found

    return view


def page(request: HttpRequest, template: str, title: str, shown: Mapping[str, object]) -> TemplateResponse:
    """A page of our own in the desk's frame."""
    answered: Any = with_admin_styles(_framed(_page_of(template, shown), title))
    response: TemplateResponse = answered(request)
    return response


def _page_of(template: str, shown: Mapping[str, object]) -> View:
    return lambda request: TemplateResponse(request, template, dict(shown))


def _framed(view: View, title: str) -> View:
    def framed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        if isinstance(answer, TemplateResponse) and not answer.is_rendered:
            reverse("admin:index")  # the site knows its doors as soon as it is asked for an address
            answer.context_data = {
                **admin.site.each_context(request),
                "title": title,
                **(answer.context_data or {}),
            }
        return answer

    return framed


@cache
def _imported(path: str) -> Any:
    return import_string(path)


@cache
def _at_desk(path: str, title: str) -> View:
    view: View = admin.site.admin_view(_framed(late(path), title))
    return view
