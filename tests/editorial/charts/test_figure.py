"""What every chart hands to its template."""

from editorial.charts.figure import ChartMark, anchor_of, line, rect, shown, text


def test_coordinates_have_one_decimal_at_most() -> None:
    assert [shown(value) for value in (12.04, 12.25, 12.0, "middle")] == ["12", "12.2", "12", "middle"]


def test_attributes_are_escaped() -> None:
    mark = ChartMark("text", 'a"b', {"x": 1.0, "text-anchor": "<end>"})
    assert mark.element == '<text class="a&quot;b" x="1" text-anchor="&lt;end&gt;"/>'


def test_an_anchor_is_made_of_the_slug_or_of_the_title() -> None:
    assert anchor_of({"title": "Munitions destroyed in 2022", "source": ""}) == "chart-munitions-destroyed-in-2022"
    assert (
        anchor_of({"title": "Munitions", "source": "", "slug": "destroyed-munitions"})
        == "chart-destroyed-munitions"
    )
    assert anchor_of({"title": "…", "source": ""}) == "chart-figure"


def test_marks_carry_what_they_are_given() -> None:
    assert rect("a", 1, 2, 3, 4, fill="url(#x)").geometry == {
        "x": 1,
        "y": 2,
        "width": 3,
        "height": 4,
        "fill": "url(#x)",
    }
    assert "fill" not in rect("a", 1, 2, 3, 4).geometry
    assert line("a", 1, 2, 3, 4, title="since 2010").title == "since 2010"
    assert text("a", 1, 2, "2010").geometry == {"x": 1, "y": 2}  # the start is where words begin anyway
    assert text("a", 1, 2, "2010", anchor="end").geometry["text-anchor"] == "end"
