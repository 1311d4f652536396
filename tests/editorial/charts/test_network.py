"""Who speaks with whom."""

from itertools import pairwise
from typing import Any

import pytest

from editorial.charts import Partner, network
from tests.editorial.charts.reading import read, table, titles

WORDS: dict[str, Any] = {
    "title": "Peru's partners",
    "source": "Statements",
    "unit": "joint statements",
}


def test_drawing_and_table_hold_the_same_ties_the_most_frequent_first():
    partners = [
        Partner("Austria", 3),
        Partner("Costa Rica", 14, url="/countries/costa-rica/"),
        Partner("Mexico", 9),
    ]
    figure = network(centre="Peru", partners=partners, **WORDS)

    assert table(figure) == [["Costa Rica", "14"], ["Mexico", "9"], ["Austria", "3"]]
    assert titles(figure, "wide", "chart-tie") == [
        "Peru, Costa Rica: 14 joint statements",
        "Peru, Mexico: 9 joint statements",
        "Peru, Austria: 3 joint statements",
    ]


def test_ties_are_as_thick_as_they_are_frequent():
    figure = network(centre="Peru", partners=[Partner("Mexico", 10), Partner("Chile", 5)], **WORDS)
    ties = read(figure).all("svg", "chart-wide")[0].all("line", "chart-tie")
    thick, thin = (float(tie.attributes["stroke-width"]) for tie in ties)

    assert thick == 2 * thin


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_names_do_not_overlap(size):
    partners = [Partner(f"A state with quite a long name, number {number}", number) for number in range(1, 25)]
    drawing = read(network(centre="Peru", partners=partners, **WORDS)).all("svg", f"chart-{size}")[0]
    for anchor in ("start", "end"):
        names = drawing.all("text", "chart-node-name")
        places = sorted(
            float(name.attributes["y"]) for name in names if name.attributes.get("text-anchor", "start") == anchor
        )
        assert all(b - a >= 14 for a, b in pairwise(places))


def test_partners_beyond_the_most_frequent_stand_in_the_table_only():
    partners = [Partner(f"State {number:02}", 1) for number in range(30)]
    figure = network(centre="Peru", partners=partners, **WORDS)

    assert len(table(figure)) == 30
    assert len(titles(figure, "wide", "chart-tie")) == 24
    assert figure.notes == ("6 further partners are in the table.",)


def test_a_network_of_nobody_is_refused():
    with pytest.raises(ValueError, match="at least one partner"):
        network(centre="Peru", partners=[], **WORDS)
    with pytest.raises(ValueError, match="Chile: a tie of 0"):
        network(centre="Peru", partners=[Partner("Chile", 0)], **WORDS)
