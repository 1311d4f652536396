"""A stamped page is the page that rendering gives, whatever its words are."""

from __future__ import annotations

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from editorial.views import stamped as module
from editorial.views.stamped import stamped

LINE = "editorial/_release_change.html"
NAMES = ("url", "label", "iso", "day", "kind", "note", "compare_url", "before")


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    module._stamps.clear()


words = st.one_of(st.just(""), st.text(), st.sampled_from(["%s", "<b>", "100 %", "\x021\x03", "{{ day }}"]))


@given(st.fixed_dictionaries(dict.fromkeys(NAMES, words)))
def test_it_is_what_the_template_gives(values: dict[str, str]) -> None:
    assert stamped(LINE, values) == render_to_string(LINE, values)


def test_html_that_is_safe_stays_and_other_words_are_escaped() -> None:
    made = stamped(LINE, {"label": SafeString("<i>r1</i>"), "day": "<b>"})
    assert "<i>r1</i>" in made
    assert "&lt;b&gt;" in made


def test_words_that_look_like_a_place_are_words() -> None:
    assert "\x022\x03" in stamped(LINE, {"label": "\x022\x03", "day": "1 May 2009"})


def test_rows_of_words_are_filled_in() -> None:
    crumbs: list[Any] = [("Peru", "/countries/peru/"), ("2009 & more", "")]
    made = stamped("_components/breadcrumb.html", {"crumbs": crumbs})
    assert '<a href="/countries/peru/">Peru</a>' in made
    assert '<span aria-current="page">2009 &amp; more</span>' in made


def test_a_template_is_rendered_once_for_each_pattern_and_fixed_value(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[dict[str, Any]] = []

    def render(name: str, context: dict[str, Any]) -> str:
        rendered.append(context)
        return ""

    monkeypatch.setattr(module, "render_to_string", render)
    for values, fixed in (({"a": "1"}, 1), ({"a": "2"}, 1), ({"a": ""}, 1), ({"a": "3"}, 2), ({"a": "4"}, 2)):
        stamped("page.html", values, {"place": fixed})
    assert [(context["place"], bool(context["a"])) for context in rendered] == [(1, True), (1, False), (2, True)]


def test_on_a_developers_machine_nothing_is_kept(settings) -> None:
    settings.DEBUG = True
    stamped(LINE, {"label": "r1"})
    assert len(module._stamps) == 0


def test_it_remembers_no_more_than_so_many_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    for name in NAMES:
        stamped(LINE, {name: "word"})
        assert len(module._stamps) <= 3
