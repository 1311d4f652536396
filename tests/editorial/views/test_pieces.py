"""Pieces of a page are what the template writes of each thing, whatever stands in its words."""

from __future__ import annotations

import pytest
from django.template.loader import get_template
from django.test import override_settings
from django.utils.safestring import SafeData

from editorial.views.pieces import END, pieces

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.locmem.Loader",
                    {"rows.html": "{% for thing in things %}<li>{{ base }}{{ thing }}</li>{{ end }}{% endfor %}"},
                )
            ]
        },
    }
]


@pytest.fixture(autouse=True)
def rows():
    with override_settings(TEMPLATES=TEMPLATES):
        assert get_template("rows.html")
        yield


def test_each_thing_has_its_piece_in_order() -> None:
    found = pieces("rows.html", ["Chad", "Côte d'Ivoire <b>"], base="/")
    assert found == ["<li>/Chad</li>", "<li>/Côte d&#x27;Ivoire &lt;b&gt;</li>"]
    assert all(isinstance(piece, SafeData) for piece in found)
    assert pieces("rows.html", []) == []


def test_words_that_hold_the_mark_of_the_end_stay_with_their_thing() -> None:
    assert pieces("rows.html", [f"a{END}b", "c"]) == ["<li>ab</li>", "<li>c</li>"]
