"""What stands inside is rendered once for each of the values that are named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.template import Context, Template
from django.urls import set_script_prefix

from editorial.templatetags.once import MOST

TEMPLATE = "{% load once %}{% once place %}{{ place }} {{ count }}{% endonce %}"


def test_it_is_rendered_once_for_each_value() -> None:
    page = Template(TEMPLATE)
    assert page.render(Context({"place": "<here>", "count": 1})) == "&lt;here&gt; 1"
    assert page.render(Context({"place": "there", "count": 2})) == "there 2"
    assert page.render(Context({"place": "<here>", "count": 3})) == "&lt;here&gt; 1"


def test_a_template_that_is_read_anew_keeps_nothing() -> None:
    Template(TEMPLATE).render(Context({"place": 1, "count": 1}))
    assert Template(TEMPLATE).render(Context({"place": 1, "count": 2})) == "1 2"


def test_it_is_bounded() -> None:
    page = Template(TEMPLATE)
    for place in range(MOST + 1):
        page.render(Context({"place": place, "count": 1}))
    assert page.render(Context({"place": MOST, "count": 2})) == f"{MOST} 1"
    assert page.render(Context({"place": 1, "count": 2})) == "1 2"


@pytest.fixture
def elsewhere() -> Iterator[None]:
    yield
    set_script_prefix("/")


@pytest.mark.usefixtures("elsewhere")
def test_another_place_of_the_whole_site_is_another_value() -> None:
    page = Template(TEMPLATE)
    page.render(Context({"place": 1, "count": 1}))
    set_script_prefix("/monitor/")
    assert page.render(Context({"place": 1, "count": 2})) == "1 2"
