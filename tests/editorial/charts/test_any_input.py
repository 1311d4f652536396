"""Whatever the figures and names are, a chart is drawn, in well-formed SVG, or refused by a ValueError."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial.charts import (
    ChartMoment,
    ChartStage,
    Delay,
    Series,
    Unknown,
    bar_chart,
    line_chart,
    timeline,
)
from tests.editorial.charts.reading import read

# XML knows no control characters; the models refuse them on the way in.
NAMES = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=40)
KNOWN = st.one_of(
    st.integers(0, 10**15),
    st.floats(0, 10**12, allow_nan=False),
    st.decimals(0, 10**9, allow_nan=False, allow_infinity=False),
)
VALUES = st.one_of(st.none(), st.builds(Unknown, NAMES), KNOWN)
CALM = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KINDS = st.sampled_from(["event", "deadline", "met", "missed", "moved"])
DAYS = st.dates(date(1, 1, 2), date(9999, 12, 30))


def series_of(length, values=VALUES):
    return st.lists(
        st.builds(Series, NAMES, st.lists(values, min_size=length, max_size=length)), min_size=1, max_size=6
    )


@CALM
@given(st.data(), st.integers(1, 9000), st.integers(1, 120))
def test_bars(data, first, count):
    figure = bar_chart(
        title=data.draw(NAMES),
        source="s",
        unit="u",
        years=range(first, first + count),
        series=data.draw(series_of(count)),
    )
    for drawing in read(figure).all("svg", "chart-drawing"):
        for bar in drawing.all("rect", "chart-bar"):
            assert float(bar.attributes["width"]) >= 0
            assert float(bar.attributes["height"]) >= 0
            assert float(bar.attributes["y"]) >= 0


@CALM
@given(st.data(), st.one_of(st.sets(st.integers(1, 9999), min_size=1), st.sets(DAYS, min_size=1, max_size=30)))
def test_lines(data, points):
    figure = line_chart(
        title="t",
        source="s",
        unit="u",
        points=sorted(points),
        series=data.draw(series_of(len(points), KNOWN)),
        step=data.draw(st.booleans()),
    )
    for drawing in read(figure).all("svg", "chart-drawing"):
        _, _, width, height = (float(number) for number in drawing.attributes["viewbox"].split())
        for dot in drawing.all("circle"):
            assert 0 <= float(dot.attributes["cx"]) <= width
            assert 0 <= float(dot.attributes["cy"]) <= height


@CALM
@given(
    st.lists(
        st.builds(ChartMoment, DAYS, NAMES, st.sampled_from(["event", "deadline", "met", "missed", "moved"])),
        min_size=1,
    ),
    st.lists(st.tuples(NAMES, DAYS, st.integers(0, 4000)), max_size=8),
)
def test_timelines(moments, work):
    stages = []
    for name, since, days in work:
        until = min(since.toordinal() + days, date.max.toordinal())
        end = date.fromordinal(until)
        delay = Delay(since, end if days % 2 else None, name)
        stages.append(ChartStage(name, (since, end), (since, None if days % 3 else end), (delay,)))
    for drawing in read(timeline(title="t", source="s", moments=moments, stages=stages)).all(
        "svg", "chart-drawing"
    ):
        _, _, width, _ = (float(number) for number in drawing.attributes["viewbox"].split())
        for mark in drawing.all("circle", "chart-marker"):
            assert 0 <= float(mark.attributes["cx"]) <= width
            assert float(mark.attributes["cy"]) >= 0
