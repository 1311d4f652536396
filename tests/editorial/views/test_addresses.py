"""An address that has changed leads on for ever; one that never was stays a 404."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from editorial.models import recording
from editorial.views.addresses import addresses, leads_on, with_files
from meetings.models import Theme
from tests.factories.meetings import make_theme


def asked(address: str) -> HttpRequest:
    request: Any = RequestFactory().get(address)
    request.resolver_match = SimpleNamespace(view_name="theme")
    return request


def there(slug: str) -> bool:
    return Theme.objects.filter(slug=slug).exists()


def page(request: HttpRequest, slug: str) -> HttpResponse:
    if not there(slug):
        raise Http404
    return HttpResponse(f"The theme {slug}")


@pytest.fixture
def moved() -> None:
    theme = make_theme("retention")
    with recording(by=None, reason="A better address"):
        theme.slug = "retained-munitions"
        theme.save()


@pytest.mark.django_db
class TestSlugs:
    view = staticmethod(leads_on(slug=Theme)(page))

    def test_a_former_slug_leads_to_todays_for_good(self, moved: None) -> None:
        answer = self.view(asked("/themes/retention/"), slug="retention")
        assert (answer.status_code, answer["Location"]) == (301, "/themes/retained-munitions/")

    def test_what_was_asked_for_goes_with_it(self, moved: None) -> None:
        answer = self.view(asked("/themes/retention/?country=PER&page=2"), slug="retention")
        assert answer["Location"] == "/themes/retained-munitions/?country=PER&page=2"

    def test_an_address_of_today_is_answered_without_a_further_question(
        self, moved, django_assert_num_queries
    ) -> None:
        answer: Any
        with django_assert_num_queries(1):
            answer = self.view(asked("/themes/retained-munitions/"), slug="retained-munitions")
        assert answer.content == b"The theme retained-munitions"

    def test_what_never_was_is_not_found(self, moved: None) -> None:
        with pytest.raises(Http404):
            self.view(asked("/themes/poems/"), slug="poems")

    def test_a_record_that_is_gone_leads_nowhere(self, moved: None) -> None:
        with recording(by=None, reason="Entered twice"):
            Theme.objects.get().delete()
        with pytest.raises(Http404):
            self.view(asked("/themes/retention/"), slug="retention")


def test_a_part_may_be_read_in_a_way_of_its_own() -> None:
    """Without access to the database: the way given here asks none."""

    def nothing(request: HttpRequest, slug: str) -> HttpResponse:
        raise Http404

    view = leads_on(slug=lambda written: {"ret": "retention"}.get(written))(nothing)
    assert view(asked("/themes/ret/"), slug="ret")["Location"] == "/themes/retention/"
    for other in ("retention", "poems"):
        with pytest.raises(Http404):
            view(asked(f"/themes/{other}/"), slug=other)


def test_many_addresses_are_those_that_the_resolver_gives() -> None:
    assert addresses("country", "a-slug")("peru") == reverse("country", args=["peru"])
    profile = addresses("profile", "a-slug", "a-theme", 1999)
    assert profile("peru", "mine-ban-policy", 2011) == reverse("profile", args=["peru", "mine-ban-policy", 2011])


def test_a_page_has_its_files_beside_it() -> None:
    page, csv, xlsx = with_files("laws", lambda request, **given: HttpResponse(str(given)), "laws", kind="act")
    assert [str(one.pattern) for one in (page, csv, xlsx)] == ["laws/", "laws.csv", "laws.xlsx"]
    assert [one.name for one in (page, csv, xlsx)] == ["laws", "laws_csv", "laws_xlsx"]
    assert (page.default_args, csv.default_args) == ({"kind": "act"}, {"kind": "act", "ending": "csv"})
