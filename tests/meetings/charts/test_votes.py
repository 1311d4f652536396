"""The chart of totals and the grid of states: what is not on record is drawn as unknown, a dispute as a dispute."""

import pytest

from meetings.charts.votes import totals_by_year, vote_grid
from meetings.queries.votes import all_votes
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say, total

pytestmark = pytest.mark.django_db


def cells(chart, year):
    return next([cell.text for cell in row[1:]] for row in chart.rows if row[0].text == str(year))


def test_a_number_that_no_source_gives_is_unknown_and_no_zero() -> None:
    total(make_vote(2019), 144, 1, 38)
    total(make_vote(2022), 144, 1, None)
    chart = totals_by_year(all_votes(), source_url="#", csv_url="")
    assert [heading.text for heading in chart.headings] == [
        "",
        "In favour",
        "Abstaining",
        "Against",
        "Total known",
    ]
    assert cells(chart, 2019) == ["144", "38", "1", "183"]
    assert cells(chart, 2022)[1] not in ("", "0")
    assert "unknown (not zero)" in [item.name for item in chart.key]


def test_numbers_that_differ_are_not_drawn_unless_one_is_preferred() -> None:
    vote = make_vote(2015)
    total(vote, 139, 2, 40)
    total(vote, 140, 2, 40, source=make_source("another"))
    assert "139 or 140" in str(cells(totals_by_year(all_votes(), source_url="#", csv_url=""), 2015))


def test_without_a_total_there_is_no_chart() -> None:
    make_vote()
    assert totals_by_year(all_votes(), source_url="#", csv_url="") is None


def test_a_dispute_leads_to_its_place_and_nothing_recorded_is_no_absence() -> None:
    vote = make_vote(2016)
    zimbabwe, peru = make_country("ZWE", "Zimbabwe"), make_country()
    say(vote, zimbabwe, "no")
    say(vote, zimbabwe, "absent", make_source("another"))
    view = all_votes()
    grid = vote_grid(view, view.members, csv_url="")
    assert [(row.name, row.cells[0].title) for row in grid.rows] == [
        ("Peru", "no vote recorded here"),
        ("Zimbabwe", "sources differ, against or did not vote"),
    ]
    assert grid.rows[1].cells[0].url == f"/votes/a-res-2016/#vote-{vote.pk}-zimbabwe"
    assert grid.rows[0].url == f"{peru.get_absolute_url()}#votes"
