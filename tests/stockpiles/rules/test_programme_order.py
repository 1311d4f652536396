"""Peru's eight stages, and lists of stages that cannot be right."""

from datetime import date

from stockpiles.rules.dated import Within, on
from stockpiles.rules.programme_order import Stage, problems_of_order, progress

PERU = [
    Stage(number, name)
    for number, name in enumerate(
        ["Assessment", "Protocol", "Planning", "Testing", "Building", "Training", "Destruction", "Closure"], 1
    )
]


def test_peru_has_eight_stages_in_order():
    assert problems_of_order(PERU) == []
    assert problems_of_order(PERU[::-1]) == []


def test_numbers_with_a_gap_or_twice():
    assert "numbered 1, 3" in problems_of_order([Stage(1, "Assessment"), Stage(3, "Planning")])[0]
    assert "numbered 1, 1" in problems_of_order([Stage(1, "Assessment"), Stage(1, "Planning")])[0]


def test_the_same_name_twice():
    found = problems_of_order([Stage(1, "Training"), Stage(2, "training ")])
    assert found == ["Stages 1 and 2 have the same name: training ."]


def test_an_end_before_its_start():
    found = problems_of_order([Stage(1, "Training", started=on(date(2019, 5, 1)), ended=on(date(2019, 4, 1)))])
    assert found == ["Stage 1, Training: the actual end (1 April 2019) comes before the start (1 May 2019)."]


def test_dates_known_to_a_year_may_overlap():
    year = Within(date(2019, 1, 1), date(2019, 12, 31))
    assert problems_of_order([Stage(1, "Training", started=on(date(2019, 5, 1)), ended=year)]) == []


def test_a_later_stage_over_before_an_earlier_one_began():
    stages = [
        Stage(1, "Training", started=on(date(2020, 1, 1))),
        Stage(2, "Destruction", ended=on(date(2019, 1, 1))),
    ]
    assert "Destruction, ended (1 January 2019) before stage 1, Training, began" in problems_of_order(stages)[0]


def test_progress_on_a_day():
    stages = [
        Stage(1, "Assessment", started=on(date(2014, 9, 1)), ended=on(date(2015, 1, 1))),
        Stage(2, "Planning"),
        Stage(3, "Testing", ended=on(date(2016, 1, 1))),
        Stage(4, "Destruction", started=on(date(2017, 1, 1)), ended=on(date(2023, 12, 15))),
    ]
    assert progress(stages, as_of=date(2014, 10, 1)).value.running.name == "Assessment"
    assert progress(stages, as_of=date(2016, 6, 1)).value.over == 2
    running = progress(stages, as_of=date(2020, 1, 1))
    assert running.value.running.name == "Destruction"
    assert (
        running.arithmetic
        == "By 1 January 2020, 2 of 4 stages have an end on record (1, 3); stage 4, Destruction, was running."
    )
    assert progress(stages, as_of=date(2024, 1, 1)).value.over == 3
    assert progress([], as_of=date(2024, 1, 1)).value.stages == 0


def test_the_end_of_perus_seventh_stage_says_nothing_of_the_six_before_it():
    stages = [*PERU[:6], Stage(7, "Destruction", ended=on(date(2023, 12, 15))), PERU[7]]
    found = progress(stages, as_of=date(2026, 11, 28))
    assert (found.value.over, found.value.running) == (1, None)
    assert found.arithmetic == "By 28 November 2026, 1 of 8 stages has an end on record (7)."
