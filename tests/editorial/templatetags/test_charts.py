"""{% chart %} shows a figure with its table one click below, and nothing of it unescaped."""

from __future__ import annotations

from django.template import Context, Template

from editorial.charts import Series, line_chart


def shown() -> str:
    figure = line_chart(
        title="Members <over> the years",
        unit="states",
        points=[2008, 2009],
        series=[Series("Parties", [0, 24])],
        source="Computed from the acts",
    )
    page = Template("{% load charts %}{% chart figure %}").render(Context({"figure": figure}))
    return " ".join(page.split())


def test_the_drawing_its_source_and_every_number_in_a_table() -> None:
    page = shown()
    assert "<svg" in page
    assert "<table" in page
    assert "Computed from the acts" in page
    table = page[page.index("<table") :]
    for cell in ("2008", "2009", "24", "Parties"):
        assert cell in table


def test_words_are_shown_as_they_are() -> None:
    page = shown()
    assert "Members &lt;over&gt; the years" in page
    assert "<over>" not in page
