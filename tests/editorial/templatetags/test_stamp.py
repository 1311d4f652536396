"""A long list whose rows are filled into one pattern says what a loop would say."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import SafeString


class Row(NamedTuple):
    url: str
    name: str
    note: str = ""


ROWS = [
    Row("/peru/", "Peru"),
    Row("/lao/", "Lao <People’s> & 100%", "%s {0} \\1"),
    Row("/chad/", SafeString("<em>Chad</em>"), "<em>Chad</em>"),
    Row("/chad/", "<em>Chad</em>", SafeString("<em>Chad</em>")),
    Row("", ""),
]
INSIDE = (
    '<a href="{{ row.url }}">{{ row.name }}</a> 50% {{ row.name }}{% if row.note and not row.unknown %} {{ row.note }}'
    "{% elif row.name or row.url %} {{ around }}{% else %}none{% endif %}{{ row.unknown }}\n"
)


def written(tag: str, rows: list[Row], inside: str = INSIDE) -> str:
    loaded = "{% load stamp %}{% " + tag + " row in rows %}" + inside + "{% end" + tag + " %}"
    return Template(loaded).render(Context({"rows": rows, "around": "<of the page>"}))


@pytest.mark.parametrize("rows", [ROWS, ROWS[:1], []])
def test_it_writes_what_a_loop_writes(rows: list[Row]) -> None:
    assert written("stamp", rows) == written("for", rows)


def test_words_that_look_like_places_stay_words() -> None:
    rows = [Row("\x021\x03", "\x022\x03"), Row("a", "b")]
    assert written("stamp", rows) == written("for", rows)


@pytest.mark.parametrize(
    "inside",
    [
        "{{ row.name|upper }}",
        "{% if row.name|length %}long{% endif %}",
        "{% if row.name == 'Peru' %}Peru{% endif %}",
        "{% if row.name and 'a' in row.name %}a{% endif %}",
        "{% if row.name %}{% now 'Y' %}{% endif %}",
        "{% for other in rows %}{{ other.name }}{% endfor %}",
    ],
)
def test_what_could_differ_between_rows_of_one_pattern_is_refused(inside: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="Within stamp"):
        written("stamp", ROWS, inside)


def test_it_says_how_it_is_written() -> None:
    with pytest.raises(TemplateSyntaxError, match="stamp row in rows"):
        Template("{% load stamp %}{% stamp rows %}{% endstamp %}")
