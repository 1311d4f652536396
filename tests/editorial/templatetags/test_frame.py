"""Header and footer offer pages that answer, and mark the one being read."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import resolve

from editorial.templatetags import frame

pytestmark = pytest.mark.django_db  # the footer asks how far the record reaches


def page(address: str) -> str:
    return render_to_string("base.html", request=RequestFactory().get(address))


def test_every_link_of_the_frame_leads_to_a_page():
    entries = [*frame.site_sections(), *frame.site_services(frame.NOWHERE)]

    assert {entry.url for entry in entries} >= {"/countries/", "/action-plans/vientiane/", "/feeds/corrections/"}
    assert all(resolve(entry.url) for entry in entries)
    assert all(f'<a href="{entry.url}"' in page("/") for entry in entries)


def test_header_marks_the_section_being_read():
    assert '<a href="/countries/" aria-current="true">' in page("/countries/peru/")
    assert '<a href="/meetings/" aria-current="true">' in page("/statements/12/lima/")
    assert 'aria-current="true"' not in page("/")


def test_footer_marks_only_the_very_page():
    assert '<a href="/about/" aria-current="page">' in page("/about/")
    assert re.findall(r'<a href="([^"]+)" aria-current="page">', page("/about/data/")) == ["/about/data/"]
    assert '<a href="/action-plans/vientiane/" aria-current="page">' in page("/action-plans/vientiane/")


def test_frame_stands_without_a_request():
    """The page of error 500 is rendered without one."""
    assert 'href="/countries/"' in render_to_string("500.html")


def test_no_inline_script_or_style():
    html = page("/")
    assert "<style" not in html
    assert " style=" not in html
    assert "<script>" not in html
