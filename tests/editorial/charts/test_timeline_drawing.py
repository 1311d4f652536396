"""Labels on shelves above the axis: none lies over another."""

from datetime import date, timedelta

from editorial.charts import ChartMoment, ChartStage, timeline
from tests.editorial.charts.reading import read

FIRST = date(2022, 1, 1)


def test_moments_of_one_week_stand_on_shelves_of_their_own() -> None:
    moments = [ChartMoment(FIRST + timedelta(days=n), f"Request number {n} was filed") for n in range(4)]
    moments.append(ChartMoment(date(2024, 1, 1), "Deadline", kind="deadline"))
    drawing = read(timeline(title="t", source="s", moments=moments)).all("svg", "chart-wide")[0]
    heights = [
        float(words.attributes["y"]) for words in drawing.all("text", "chart-event") if "Request" in words.text
    ]
    assert len(set(heights)) == 4


def test_today_is_drawn_with_its_day() -> None:
    figure = timeline(title="t", source="s", moments=[ChartMoment(FIRST, "Signed")], today=date(2026, 2, 3))
    assert "3 February 2026" in read(figure).words


def test_a_stage_without_dates_is_named_and_not_drawn() -> None:
    figure = timeline(
        title="t", source="s", moments=[ChartMoment(FIRST, "Signed")], stages=[ChartStage("Certification")]
    )
    drawing = read(figure).all("svg", "chart-wide")[0]
    assert drawing.all("rect", "chart-actual") == []
    assert "Certification" in drawing.words
