"""Moments and stages in words, at the precision of their source."""

from datetime import date

from editorial.charts.timeline_facts import ChartMoment, ChartStage, Delay, delay_words, stage_words, stretch_words


def test_a_moment_is_said_at_the_precision_of_its_source() -> None:
    assert ChartMoment(date(2023, 12, 15), "Completed").day == "15 December 2023"
    assert ChartMoment(date(2023, 12, 1), "Completed", when="December 2023").day == "December 2023"


def test_what_became_of_a_deadline_is_said_and_not_only_coloured() -> None:
    assert ChartMoment(date(2024, 4, 1), "Deadline", kind="missed").below == "1 April 2024 · deadline missed"
    assert ChartMoment(date(2024, 4, 1), "Request filed").below == "1 April 2024"


def test_a_stage_of_which_one_end_is_known_says_which() -> None:
    assert ChartStage("Certification", over=date(2023, 12, 15)).edge == "until 15 December 2023, beginning unknown"
    assert ChartStage("Certification", since=date(2023, 1, 1), edge_when="2023").edge == "from 2023, end unknown"
    assert ChartStage("Certification").edge == ""
    assert stage_words(ChartStage("Certification")) == "Certification: dates unknown"


def test_a_stage_with_its_delays_is_one_sentence() -> None:
    delay = Delay(date(2017, 1, 1), date(2017, 12, 31), "El Niño", when="2017")
    stage = ChartStage("Programme", actual=(date(2014, 9, 1), None), delays=(delay,))
    assert delay_words(delay) == "delay 2017 (El Niño)"
    assert stage_words(stage) == "Programme: carried out since 1 September 2014, delay 2017 (El Niño)"
    assert stretch_words((date(2016, 5, 1), date(2017, 6, 3))) == "1 May 2016 – 3 June 2017"
