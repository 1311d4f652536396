"""Parts of the site that are imported when one of their addresses is first asked for."""

from __future__ import annotations

import sys

import pytest
from django.http import HttpResponse
from django.urls import Resolver404, URLResolver, path
from django.urls.resolvers import RegexPattern

from ccm_site.late_addresses import LateAddresses

PART = "tests.ccm_site.late_part"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch):
    """A site with one page, and a part that nobody has asked for."""
    monkeypatch.delitem(sys.modules, PART, raising=False)
    pages = [
        path("page/", lambda request: HttpResponse(), name="page"),
        LateAddresses("part/", PART, namespace="part"),
    ]
    return URLResolver(RegexPattern(r"^/"), pages)


def test_the_names_of_the_rest_are_known_without_the_part(site: URLResolver):
    assert site.reverse("page") == "page/"
    assert site.resolve("/page/").url_name == "page"
    assert PART not in sys.modules


def test_the_part_comes_when_an_address_of_it_is_asked_for(site: URLResolver):
    assert site.resolve("/part/one/").view_name == "part:one"
    assert PART in sys.modules


def test_the_part_comes_when_a_name_of_it_is_asked_for(site: URLResolver):
    prefix, part = site.namespace_dict["part"]
    assert PART not in sys.modules
    assert (prefix, [one.name for one in part.url_patterns]) == ("part/", ["one"])


def test_what_the_part_does_not_have_is_not_found(site: URLResolver):
    with pytest.raises(Resolver404):
        site.resolve("/part/two/")
