"""Addresses and pages of one record, for every admin of the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from typing import Any, TypeAlias, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst

from editorial.models import User
from editorial.rules.transitions import Refused

View: TypeAlias = Callable[..., HttpResponseBase]


def signed_in(request: HttpRequest) -> User:
    """Who is at the desk: the admin lets nobody in who has not signed in."""
    return cast(User, request.user)


def asked_again(request: HttpRequest, query: str | None = None) -> HttpRequest:
    """A GET by the same person of the same address, or with another query. The request at hand stays as it is.

    For what Django's admin reads from a request alone: the confirmation of a deletion, the filters of a list.
    """
    again = copy(request)
    again.resolver_match = request.resolver_match  # a copy leaves it out
    again.method, again.POST = "GET", QueryDict()
    if query is not None:
        again.GET = QueryDict(query)
    return again


class RecordPages(admin.ModelAdmin):
    """What further pages of a record have in common."""

    def page_path(
        self, address: str, view: View, name: str, kwargs: dict[str, object] | None = None
    ) -> URLPattern:
        """The address of a further page, under the name by which ``_address`` finds it."""
        full = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(address, self.admin_site.admin_view(view), kwargs, name=full)

    def record_path(self, tail: str, view: View, name: str, kwargs: dict[str, object] | None = None) -> URLPattern:
        """The address of a page of one record: "12/preview/"."""
        return self.page_path(f"<path:object_id>/{tail}", view, name, kwargs)

    def _address(self, name: str, *args: object) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}", args=args)

    def has_verb(self, request: HttpRequest, verb: str) -> bool:
        """Whether the person's role covers it for this table: "review", "publish"."""
        return request.user.has_perm(f"{self.opts.app_label}.{verb}_{self.opts.model_name}")

    def _seen(self, request: HttpRequest, object_id: str) -> Any:
        """The record of an address. Raises Http404, or PermissionDenied for who may not see it."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404(f"There is no {self.opts.verbose_name} {object_id}.")
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        return record

    @contextmanager
    def _saying_refusals(self, request: HttpRequest) -> Iterator[None]:
        """Where an act inside is refused, the person is told why, and what stands after it inside is left out."""
        try:
            yield
        except Refused as refused:
            for words in (refused.message, *refused.problems):
                self.message_user(request, words, messages.ERROR)

    def _context(self, request: HttpRequest, title: str, record: Model | None = None) -> dict[str, object]:
        """What every page of the desk needs."""
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": None,
            "opts": self.opts,
            "object": record,
            "module_name": capfirst(self.opts.verbose_name_plural),
        }

    def _page(
        self,
        request: HttpRequest,
        template: str,
        title: str,
        shown: Mapping[str, object],
        *,
        record: Model | None = None,
        status: int = 200,
    ) -> TemplateResponse:
        """A page of the desk that shows this beside what every page of it needs."""
        context = {**self._context(request, title, record), **shown}
        return TemplateResponse(request, template, context, status=status)
