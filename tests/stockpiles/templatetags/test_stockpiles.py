"""Figures in words: a number, an unknown number, and one that is not on record are three things."""

from __future__ import annotations

import pytest
from django.template import Context, Template

from stockpiles.rules.quantity import NONE, UNKNOWN, Quantity
from stockpiles.templatetags.stockpiles import chip, figure, is_number
from stockpiles.views.chips import chip_of


@pytest.mark.parametrize(
    ("quantity", "words", "number"),
    [
        (Quantity(2012), "2,012", True),
        (Quantity(10_100_000, is_rounded=True), "about 10.1 million", True),
        (NONE, "0", True),
        (UNKNOWN, "unknown", False),
        (None, "not on record", False),
    ],
)
def test_three_things_are_told_apart(quantity: Quantity | None, words: str, number: bool) -> None:
    assert figure(quantity) == words
    assert is_number(quantity) is number


def test_in_a_template() -> None:
    page = Template("{% load stockpiles %}{{ none|figure }}, {{ held|figure }}")
    assert page.render(Context({"none": None, "held": Quantity(675)})) == "not on record, 675"


def test_the_chip_of_a_duty_is_that_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def note(duty: object) -> str:
        asked.append(duty)
        return "late"

    monkeypatch.setattr("stockpiles.templatetags.stockpiles.chip_of", note)
    assert chip("duty") == "late"
    assert asked == ["duty"]
    assert chip_of.__module__ == "stockpiles.views.chips"
