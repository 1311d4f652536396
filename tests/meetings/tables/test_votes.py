"""Votes as files: never a blank for what is not known."""

import pytest

from editorial.rules.partial_date import PartialDate
from meetings.queries.vote_claims import claims_on
from meetings.queries.votes import all_votes
from meetings.tables.votes import grid_table, iso, vote_table
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say

pytestmark = pytest.mark.django_db


def test_the_grid_says_dispute_absence_and_nothing_recorded_in_words() -> None:
    zimbabwe, peru = make_country("ZWE", "Zimbabwe"), make_country()
    say(make_vote(2016), zimbabwe, "no")
    say(make_vote(2016), zimbabwe, "absent", make_source("another"))
    say(make_vote(2017), peru, "absent")
    view = all_votes()
    table = grid_table(view, view.members, {peru.pk: "State Party"})
    assert table.headings[-2:] == ["A/RES/2016 (2016)", "A/RES/2017 (2017)"]
    assert [list(row) for row in table.rows] == [
        ["PER", "Peru", "Americas", "State Party", "no vote recorded here", "did not vote"],
        ["ZWE", "Zimbabwe", "Africa", "", "sources differ: against or did not vote", "no vote recorded here"],
    ]


def test_each_claim_is_a_line_with_its_source() -> None:
    say(make_vote(2016, held_on="2016-12"), make_country(), "yes", made_on="2017", source_locator="p. 2")
    table = vote_table("Votes", claims_on())
    (row,) = (dict(zip(table.headings, cells, strict=True)) for cells in table.rows)
    assert (row["Resolution"], row["Body"], row["Voted on"], row["Said on"]) == (
        *("A/RES/2016", "General Assembly"),
        *("2016-12", "2017"),
    )
    assert (row["ISO3"], row["Vote"], row["Key of the source"]) == ("PER", "yes", "notes-2008")
    assert str(row["Source"]).endswith("p. 2")


def test_a_date_keeps_its_precision() -> None:
    assert [iso(None), iso(PartialDate.parse("2015-11")), iso(PartialDate.parse("after 2015"))] == [
        *("", "2015-11"),
        "after 2015",
    ]
