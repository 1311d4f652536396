"""The newest vote on record of a state, as the matrix says it: with its year, and never a guess."""

import pytest

from ccm_site.pages.parts import this_moment
from ccm_site.pages.vote_marks import vote_marks
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say

pytestmark = pytest.mark.django_db


def test_the_newest_vote_on_record_stands_with_its_year_and_nothing_recorded_is_no_absence() -> None:
    peru, chile, zimbabwe = (
        make_country(iso3, name) for iso3, name in (("PER", "Peru"), ("CHL", "Chile"), ("ZWE", "Zimbabwe"))
    )
    holy_see = make_country("VAT", "Holy See", is_un_member=False)
    say(make_vote(2015), peru, "abstain")
    say(make_vote(2016), peru, "yes")
    say(make_vote(2016), zimbabwe, "no")
    say(make_vote(2016), zimbabwe, "absent", make_source("another"))
    make_vote(2017)
    marks = vote_marks([peru, chile, zimbabwe, holy_see], this_moment())
    assert [(marks[one.pk].word, marks[one.pk].basis) for one in (peru, chile, zimbabwe, holy_see)] == [
        ("In favour", "in 2016"),
        ("Nothing recorded here", ""),
        ("Sources differ", "in 2016"),
        ("No member of the UN", ""),
    ]
    assert marks[peru.pk].url == "/countries/peru/#votes"
