"""Header and footer offer only pages that exist, and mark the one being read."""

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import path

from editorial.templatetags import frame

pytestmark = pytest.mark.django_db  # the footer asks how far the record reaches


def _answer(request):
    return HttpResponse()


urlpatterns = [path("countries/", _answer), path("meetings/", _answer), path("about/", _answer)]


@pytest.fixture(autouse=True)
def _only_three_addresses(settings):
    settings.ROOT_URLCONF = __name__
    frame._exists.cache_clear()
    yield
    frame._exists.cache_clear()


def page(address: str) -> str:
    return render_to_string("base.html", request=RequestFactory().get(address))


def test_header_leaves_out_pages_that_do_not_exist():
    html = page("/")
    assert 'href="/countries/"' in html
    assert "Stockpiles" not in html
    assert "About the Monitor" in html
    assert "About the data" not in html


def test_header_marks_the_section_being_read():
    assert '<a href="/countries/" aria-current="true">' in page("/countries/peru/")
    assert '<a href="/meetings/" aria-current="true">' in page("/statements/12/lima/")
    assert 'aria-current="true"' not in page("/")


def test_footer_marks_only_the_very_page():
    assert '<a href="/about/" aria-current="page">' in page("/about/")
    assert "aria-current" not in page("/about/data/")


def test_frame_stands_without_a_request():
    """The page of error 500 is rendered without one."""
    assert 'href="/countries/"' in render_to_string("500.html")


def test_no_inline_script_or_style():
    html = page("/")
    assert "<style" not in html
    assert " style=" not in html
    assert "<script>" not in html
