"""What Django's admin reads from a request is asked of a copy; the request at hand stays as it is."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve

from editorial.admin.record_pages import RecordPages, asked_again
from editorial.models import Organisation

ADDRESS = "/admin/editorial/organisation/1/delete/"


def test_a_copy_is_asked_as_a_get_with_nothing_posted() -> None:
    request = RequestFactory().post(f"{ADDRESS}?_changelist_filters=kind", {"reason": ""})
    request.resolver_match = resolve(ADDRESS)
    again = asked_again(request)
    assert (again.method, dict(again.POST), dict(again.GET)) == ("GET", {}, {"_changelist_filters": ["kind"]})
    assert again.resolver_match is request.resolver_match
    assert (request.method, dict(request.POST)) == ("POST", {"reason": [""]})


def test_another_query_is_asked_of_the_copy_alone() -> None:
    request = RequestFactory().get("/admin/?q=here")
    request.resolver_match = None
    assert asked_again(request, "q=there&o=1").GET["q"] == "there"
    assert request.GET["q"] == "here"


@pytest.mark.django_db
def test_a_record_that_is_not_there_is_said_to_be_gone(person) -> None:
    request = RequestFactory().get("/")
    request.user = person("boss", is_superuser=True)
    pages = admin.site.get_model_admin(Organisation)
    assert isinstance(pages, RecordPages)
    with pytest.raises(Http404, match="no organisation 99"):
        pages._seen(request, "99")
    assert pages.has_verb(request, "change")
    assert pages._address("history", 7) == "/admin/editorial/organisation/7/history/"
