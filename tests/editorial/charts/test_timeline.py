"""Timelines: Peru on its way into the convention, and its destruction programme."""

from datetime import date
from typing import Any

import pytest

from editorial.charts import ChartMoment, ChartStage, Delay, timeline
from editorial.charts.figure import SMALL, TEXT
from editorial.charts.lettering import width_of
from tests.editorial.charts.reading import read, table, titles

WORDS: dict[str, Any] = {"title": "Peru", "source": "UN Treaty Collection"}
RATIFIES = ChartMoment(date(2012, 9, 26), "Ratifies")
IN_FORCE = ChartMoment(date(2013, 3, 1), "In force for Peru")
DEADLINE = ChartMoment(date(2021, 3, 1), "Stockpile destruction", kind="moved")
EXTENDED = ChartMoment(date(2024, 4, 1), "Stockpile destruction, extended", kind="met")


def boxes(figure, size):
    """Where each line of lettering lies: left, right, baseline."""
    drawing = read(figure).all("svg", f"chart-{size}")[0]
    found = []
    for css, letters in (("chart-event", TEXT), ("chart-when", SMALL)):
        for text in drawing.all("text", css):
            x, width = float(text.attributes["x"]), width_of(text.text, letters)
            left = x - width if text.attributes.get("text-anchor") == "end" else x
            found.append((left, left + width, float(text.attributes["y"]), text.text))
    return drawing, found


def test_events_stand_in_order_with_their_dates_in_drawing_and_table():
    figure = timeline(moments=[EXTENDED, IN_FORCE, RATIFIES, DEADLINE], **WORDS)

    assert table(figure) == [
        ["26 September 2012", "Ratifies", "event"],
        ["1 March 2013", "In force for Peru", "event"],
        ["1 March 2021", "Stockpile destruction", "deadline, later extended"],
        ["1 April 2024", "Stockpile destruction, extended", "deadline met"],
    ]
    assert sorted(titles(figure, "wide", "chart-marker")) == sorted(f"{row[0]}: {row[1]}" for row in table(figure))


def test_what_became_of_a_deadline_is_said_beside_it():
    drawing = read(timeline(moments=[RATIFIES, EXTENDED], **WORDS)).all("svg", "chart-wide")[0]

    assert "1 April 2024 · deadline met" in [text.text for text in drawing.all("text", "chart-when")]


def test_a_date_of_lesser_precision_is_said_as_given():
    moment = ChartMoment(date(2007, 5, 1), "Lima Conference", when="May 2007")

    assert table(timeline(moments=[moment], **WORDS)) == [["May 2007", "Lima Conference", "event"]]


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_labels_of_days_close_together_do_not_overlap_and_stay_inside(size):
    moments = [ChartMoment(date(2013, 3, day), f"Something with a name number {day}") for day in range(1, 15)]
    drawing, found = boxes(timeline(moments=[*moments, EXTENDED, DEADLINE], **WORDS), size)
    width = float(drawing.attributes["viewbox"].split()[2])

    for left, right, y, words in found:
        assert left >= 0, words
        assert right <= width, words
        others = [box for box in found if box[3] != words]
        assert not [box for box in others if abs(box[2] - y) < 12 and box[0] < right and left < box[1]], words


def test_stages_as_planned_and_as_carried_out_with_their_delays():
    stages = [
        ChartStage(
            "Disassembly",
            planned=(date(2018, 1, 1), date(2020, 12, 31)),
            actual=(date(2018, 3, 1), None),
            delays=(Delay(date(2020, 3, 15), date(2021, 6, 30), "COVID-19"),),
        ),
        ChartStage("Certification"),
    ]
    figure = timeline(stages=stages, today=date(2022, 1, 1), **WORDS)

    assert table(figure) == [
        ["1 January 2018 – 31 December 2020", "Disassembly", "planned"],
        ["since 1 March 2018", "Disassembly", "carried out"],
        ["15 March 2020 – 30 June 2021", "Disassembly: COVID-19", "delay"],
        ["unknown", "Certification", "dates unknown"],
    ]
    assert titles(figure, "narrow", "chart-unknown") == ["Certification: dates unknown"]
    assert titles(figure, "narrow", "chart-delay") == ["delay 15 March 2020 – 30 June 2021 (COVID-19)"]
    assert [item.name for item in figure.key] == ["planned", "carried out", "delay", "dates unknown"]
    assert "1 January 2022" in [text.text for text in read(figure).all("text")]


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_a_stage_of_which_only_the_end_is_known_is_drawn_up_to_it(size):
    seventh = ChartStage("7. Destruction", over=date(2023, 12, 15))
    figure = timeline(moments=[IN_FORCE, EXTENDED], stages=[seventh, ChartStage("8. Reporting")], **WORDS)

    assert ["until 15 December 2023, beginning unknown", "7. Destruction", "carried out"] in table(figure)
    drawing = read(figure).all("svg", f"chart-{size}")[0]
    ended, undated = drawing.all("rect", "chart-unknown")
    assert float(ended.attributes["width"]) < float(undated.attributes["width"])
    assert titles(figure, size, "chart-unknown")[0] == "7. Destruction: until 15 December 2023, beginning unknown"
    assert {"beginning unknown", "dates unknown"} <= {text.text for text in drawing.all("text")}


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_a_stage_of_which_only_the_beginning_is_known_is_hatched_from_it(size):
    whole = ChartStage("Whole programme", since=date(2014, 9, 1), edge_when="September 2014")
    figure = timeline(moments=[IN_FORCE, EXTENDED], stages=[whole], **WORDS)

    assert ["from September 2014, end unknown", "Whole programme", "carried out"] in table(figure)
    drawing = read(figure).all("svg", f"chart-{size}")[0]
    (open_ended,) = drawing.all("rect", "chart-unknown")
    marker = drawing.all("circle", "chart-marker")[0]
    assert float(open_ended.attributes["x"]) > float(marker.attributes["cx"])  # not from the beginning of the axis
    assert "end unknown" in [text.text for text in drawing.all("text")]


def test_months_and_years_are_said_as_such_in_drawing_and_table():
    stage = ChartStage(
        "Whole programme",
        actual=(date(2014, 9, 1), date(2023, 12, 31)),
        actual_when="September 2014–December 2023",
        delays=(Delay(date(2017, 1, 1), date(2017, 12, 31), "El Niño", when="2017"),),
    )
    figure = timeline(stages=[stage], **WORDS)

    assert [row[0] for row in table(figure)] == ["September 2014–December 2023", "2017"]
    assert titles(figure, "wide", "chart-delay") == ["delay 2017 (El Niño)"]


def test_refusals():
    with pytest.raises(ValueError, match="at least one date"):
        timeline(stages=[ChartStage("Certification")], **WORDS)
    with pytest.raises(ValueError, match="Planning: 2015-01-01 is before 2016-01-01"):
        timeline(stages=[ChartStage("Planning", planned=(date(2016, 1, 1), date(2015, 1, 1)))], **WORDS)


def test_a_lone_moment_is_drawn():
    assert titles(timeline(moments=[RATIFIES], **WORDS), "narrow", "chart-marker")
